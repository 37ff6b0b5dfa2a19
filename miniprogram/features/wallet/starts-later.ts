import type { LotView } from '../../../src/contracts/values';

/** A phone's clock may be behind the cloud's, and a coupon that has just come is no coupon of later. */
const SLOW_CLOCK_MS = 15 * 60_000;

/** Whether a coupon cannot be spent yet, at an instant (ms) of the phone's clock. */
export function startsLater({ startsAt }: Pick<LotView, 'startsAt'>, now: number): boolean {
  return startsAt > now + SLOW_CLOCK_MS;
}
