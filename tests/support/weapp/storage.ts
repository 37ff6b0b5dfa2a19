import { type Callbacks, failure, settle } from './settle';

/** What the phone keeps for the app, empty at first. */
export function storage(): Record<string, unknown> {
  const kept = new Map<string, unknown>();
  return {
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
    removeStorageSync: (key: string) => void kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 1, limitSize: 10_240 }),
    getStorage: (call: { key: string } & Callbacks) =>
      settle(
        call,
        kept.has(call.key)
          ? Promise.resolve({ data: kept.get(call.key), errMsg: 'getStorage:ok' })
          : Promise.reject(failure('getStorage:fail data not found')),
      ),
    setStorage: (call: { key: string; data: unknown } & Callbacks) => {
      kept.set(call.key, call.data);
      return settle(call, Promise.resolve({ errMsg: 'setStorage:ok' }));
    },
    removeStorage: (call: { key: string } & Callbacks) => {
      kept.delete(call.key);
      return settle(call, Promise.resolve({ errMsg: 'removeStorage:ok' }));
    },
  };
}
