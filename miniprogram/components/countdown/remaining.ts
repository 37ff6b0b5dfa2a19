// What of a time limit is left, for reading.

const SECOND = 1000;
const MINUTE_SECONDS = 60;

/** Whole seconds from `now` until `until` (ms), rounded up; 0 when it is over. */
export function secondsLeft({ now, until }: { now: number; until: number }): number {
  return Math.max(0, Math.ceil((until - now) / SECOND));
}

/** `14:05`; minutes may pass 59. */
export function countdownText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / MINUTE_SECONDS))}:${two(seconds % MINUTE_SECONDS)}`;
}
