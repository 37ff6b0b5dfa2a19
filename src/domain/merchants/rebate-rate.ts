// A shop's rebate rate: 3 to 20 %, changed from the next day on, history kept (A3).
import { MAX_REBATE_BPS, MIN_REBATE_BPS } from '../limits';
import { basisPoints, type BasisPoints } from '../money/amounts';
import { fail, invariant, succeed, type Result } from '../result';
import { startOfNextDay } from '../time';
import type { Merchant, RebateRate } from './merchant';

/** The rate in force at an instant (ms). A shop is created with a rate, so there is one. */
export function rebateRateAt(
  merchant: Pick<Merchant, 'id' | 'rates'>,
  instant: number,
): BasisPoints {
  const begun = merchant.rates.filter(({ from }) => from <= instant);
  const rate = begun[begun.length - 1];
  invariant(rate !== undefined, `${merchant.id} has no rate yet`);
  return basisPoints(rate.bps);
}

/** The history with a new rate from the next day (UTC+8); a rate set earlier for that day gives way. */
export function changeRate(
  rates: readonly RebateRate[],
  { bps, at }: { bps: number; at: number },
): Result<RebateRate[], { code: 'rate-out-of-range'; minBps: number; maxBps: number }> {
  if (!Number.isInteger(bps) || bps < MIN_REBATE_BPS || bps > MAX_REBATE_BPS) {
    return fail({ code: 'rate-out-of-range', minBps: MIN_REBATE_BPS, maxBps: MAX_REBATE_BPS });
  }
  const from = startOfNextDay(at);
  return succeed([...rates.filter((rate) => rate.from < from), { bps, from }]);
}
