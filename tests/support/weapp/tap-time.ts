// Some of WeChat's functions work only while a tap is being handled.
let isNow = false;

export const isWithinTap = (): boolean => isNow;

/** Runs what sends a tap; miniprogram-simulate delivers it in the microtask that follows. */
export function tapping(send: () => void): void {
  queueMicrotask(() => (isNow = true));
  send();
  queueMicrotask(() => (isNow = false));
}
