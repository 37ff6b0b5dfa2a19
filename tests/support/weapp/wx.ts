// WeChat's own functions as the compiled app finds them, over the local cloud.
import { fetchJson, fetchText } from '../http';
import type { PageStack } from './page-stack';

export type PaymentOutcome = 'pay' | 'cancel' | 'pay-lose-reply';

/** The person and the phone; tests change the fields while the app runs. */
export interface Hand {
  openid: string;
  /** What the person does in WeChat's payment window. */
  payment: PaymentOutcome;
  /** GCJ-02, or null where the person refuses. */
  position: { longitude: number; latitude: number } | null;
  /** What the camera sees; null when the person closes it. */
  scan: { path: string; result: string } | null;
  theme: 'light' | 'dark';
  fontSize: number;
}

export interface Launch {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
}

interface Callbacks {
  success?: (value: unknown) => void;
  fail?: (fault: unknown) => void;
  complete?: (value: unknown) => void;
}

/** Builds what is laid over the mocks of miniprogram-simulate. */
export function createWx(options: {
  cloudUrl: string;
  hand: Hand;
  pages: PageStack;
  launch: Launch;
  toasts: string[];
}): Record<string, unknown> {
  const { cloudUrl, hand, pages, launch, toasts } = options;
  return {
    ...phoneFacts(hand, launch),
    ...storage(),
    ...navigation(pages),
    ...layout(),
    cloud: {
      init: () => undefined,
      callFunction: (call: { name: string; data?: unknown } & Callbacks) =>
        settle(call, callFunction({ cloudUrl, hand, name: call.name, event: call.data ?? {} })),
    },
    requestPayment: (call: { package: string } & Callbacks) =>
      settle(call, requestPayment({ cloudUrl, hand, prepay: call.package })),
    getLocation: (call: Callbacks) => settle(call, located(hand)),
    scanCode: (call: Callbacks) => settle(call, scanned(hand)),
    showToast: (call: { title: string } & Callbacks) => {
      toasts.push(call.title);
      return settle(call, Promise.resolve({ errMsg: 'showToast:ok' }));
    },
  };
}

async function callFunction(options: {
  cloudUrl: string;
  hand: Hand;
  name: string;
  event: unknown;
}): Promise<unknown> {
  const { cloudUrl, hand, name, event } = options;
  const answer = await fetchJson<{ result?: unknown; errCode?: number; errMsg?: string }>(
    `${cloudUrl}/call/${name}`,
    { json: event, headers: { 'x-openid': hand.openid } },
  );
  if (answer.errCode !== undefined) throw Object.assign(new Error(answer.errMsg), answer);
  return { errMsg: 'cloud.callFunction:ok', result: answer.result, requestID: '' };
}

async function requestPayment(options: {
  cloudUrl: string;
  hand: Hand;
  prepay: string;
}): Promise<unknown> {
  const { cloudUrl, hand, prepay } = options;
  const prepayId = prepay.replace(/^prepay_id=/, '');
  const { status } = await fetchText(`${cloudUrl}/cashier/${prepayId}`, {
    json: { outcome: hand.payment },
    headers: { 'x-openid': hand.openid },
  });
  if (hand.payment === 'cancel') throw failure('requestPayment:fail cancel');
  if (status !== 200) throw failure('requestPayment:fail');
  return { errMsg: 'requestPayment:ok' };
}

const located = (hand: Hand): Promise<unknown> =>
  hand.position === null
    ? Promise.reject(failure('getLocation:fail auth deny'))
    : Promise.resolve({ ...hand.position, accuracy: 30, errMsg: 'getLocation:ok' });

const scanned = (hand: Hand): Promise<unknown> =>
  hand.scan === null
    ? Promise.reject(failure('scanCode:fail cancel'))
    : Promise.resolve({ ...hand.scan, scanType: 'WX_CODE', errMsg: 'scanCode:ok' });

const failure = (errMsg: string): Error => Object.assign(new Error(errMsg), { errMsg });

/** WeChat calls back when callbacks were given, and answers with a promise otherwise. */
function settle(callbacks: Callbacks, work: Promise<unknown>): Promise<unknown> | undefined {
  const { success, fail, complete } = callbacks;
  if (success === undefined && fail === undefined && complete === undefined) return work;
  void work.then(
    (value) => {
      success?.(value);
      complete?.(value);
    },
    (fault: unknown) => {
      fail?.(fault);
      complete?.(fault);
    },
  );
  return undefined;
}

function navigation(pages: PageStack): Record<string, unknown> {
  const go =
    (name: string, move: (url: string) => void) =>
    (call: { url: string } & Callbacks): Promise<unknown> | undefined =>
      settle(
        call,
        moved(name, () => move(call.url)),
      );
  return {
    navigateTo: go('navigateTo', (url) => pages.navigateTo(url)),
    redirectTo: go('redirectTo', (url) => pages.redirectTo(url)),
    reLaunch: go('reLaunch', (url) => pages.reLaunch(url)),
    switchTab: go('switchTab', (url) => pages.switchTab(url)),
    navigateBack: (call: { delta?: number } & Callbacks = {}) =>
      settle(
        call,
        moved('navigateBack', () => pages.navigateBack(call.delta ?? 1)),
      ),
  };
}

/** WeChat moves after the call has returned. */
async function moved(name: string, move: () => void): Promise<unknown> {
  await Promise.resolve();
  try {
    move();
  } catch (fault) {
    throw failure(`${name}:fail ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  return { errMsg: `${name}:ok` };
}

function storage(): Record<string, unknown> {
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

function phoneFacts(hand: Hand, launch: Launch): Record<string, unknown> {
  const size = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844 };
  const safeArea = { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 };
  const screen = { ...size, pixelRatio: 3, statusBarHeight: 47, safeArea };
  const app = (): object => ({
    SDKVersion: '3.5.0',
    language: 'zh_CN',
    version: '8.0.50',
    theme: hand.theme,
    fontSizeSetting: hand.fontSize,
  });
  const device = { platform: 'ios', brand: 'iPhone', model: 'iPhone 14', system: 'iOS 16.0' };
  const listen = (): void => undefined;
  return {
    getSystemInfoSync: () => ({ ...screen, ...app(), ...device }),
    getWindowInfo: () => screen,
    getAppBaseInfo: app,
    getDeviceInfo: () => device,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => ({
      ...{ left: 296, right: 383, top: 51, bottom: 83, width: 87, height: 32 },
    }),
    nextTick: (run: () => void) => setTimeout(run, 0),
    onUnhandledRejection: listen,
    offUnhandledRejection: listen,
    onAppShow: listen,
    onAppHide: listen,
    onError: listen,
    onPageNotFound: listen,
    onThemeChange: listen,
    onNetworkStatusChange: listen,
    offNetworkStatusChange: listen,
  };
}

/** There is no layout here, so every measured element has the same small box. */
function layout(): Record<string, unknown> {
  const box = { left: 0, top: 0, right: 390, bottom: 40, width: 390, height: 40, scrollTop: 0 };
  const createSelectorQuery = (): object => {
    const answers: ((box: object) => void)[] = [];
    const ask = (...parts: unknown[]): object => {
      const callback = parts.at(-1);
      answers.push(typeof callback === 'function' ? (callback as (box: object) => void) : () => {});
      return query;
    };
    const node = { boundingClientRect: ask, fields: ask, scrollOffset: ask, node: ask };
    const query = {
      ...{ in: () => query, select: () => node, selectAll: () => node, selectViewport: () => node },
      exec(callback?: (boxes: object[]) => void) {
        setTimeout(() => {
          for (const answer of answers) answer(box);
          callback?.(answers.map(() => box));
        }, 0);
        return query;
      },
    };
    return query;
  };
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: () => undefined,
    disconnect: () => undefined,
  };
  return { createSelectorQuery, createIntersectionObserver: () => observer };
}
