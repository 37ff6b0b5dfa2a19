// How often a payment's result is asked for: quickly at first, then calmly, since each question
// costs one to WeChat.
const FIRST_MS = 30_000;
const QUICK_MS = 2000;
const CALM_MS = 10_000;

export function pollEveryMs(waitedMs: number): number {
  return waitedMs < FIRST_MS ? QUICK_MS : CALM_MS;
}
