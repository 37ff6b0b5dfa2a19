// Checks a policy: a wrong number must stop the start, not a payment.
import { MAX_REBATE_BPS } from '../domain/limits';
import { checkAdvance } from '../domain/advance/budget';
import { checkStacking } from '../domain/coupons/stacking';
import { payeeBps } from '../domain/orders/waterfall';
import { invariant } from '../domain/result';
import type { Policy } from './policy';

const BPS = 10_000;
const PPB = 1_000_000_000;
/** The two clocks of functions differ by at most this. */
const CLOCK_SKEW_SECONDS = 60;

/**
 * The highest rate in ppb that growth itself can pay for ever: each period brings 0.15 / 1.15 of
 * the points, half of them are the rebate, and of that the fund has its share (the fan's third
 * and all payees taken off).
 */
export function sustainableRatePpb(policy: Pick<Policy, 'growthPercent' | 'waterfall'>): number {
  const growth = policy.growthPercent / (100 + policy.growthPercent);
  const fundShare = 2 / 3 - payeeBps(policy.waterfall) / BPS;
  return Math.floor((growth / 2) * fundShare * PPB);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

/** Returns the policy, or throws and names the number that does not fit. */
export function checkPolicy(policy: Policy): Policy {
  const { rateTable, minRate, waterfall } = policy;
  const check = (condition: boolean, why: string): void => {
    invariant(condition, `policy ${policy.version}: ${why}`);
  };
  check(policy.firstThreshold > 0, 'the first threshold is above 0');
  check(Number.isInteger(policy.growthPercent) && policy.growthPercent > 0, 'growth is a percent');
  check(rateTable.first > 0, 'the first rate is above 0');
  check(rateTable.ceiling >= rateTable.first, 'the ceiling is not below the first rate');
  check(rateTable.ceiling <= sustainableRatePpb(policy), 'the ceiling lasts');
  check(minRate >= 1 && minRate <= rateTable.first, 'the smallest rate is within the table');
  check(payeeBps(waterfall) <= (BPS * 2) / 3, 'payees and the fan reward fit into the rebate');
  check(waterfall.fanBps <= MAX_REBATE_BPS, 'the fan reward is a share of a bill');
  check(isCount(policy.periodsPerRun) && isCount(policy.capMultiple), 'counts are at least 1');
  check(isCount(policy.lotValidMonths) && policy.maturityDays >= 0, 'times are not negative');
  check(policy.returnedLotDays > 0 && policy.payWithinMinutes > 0, 'times to act are above 0');
  check(policy.reviewFen > 0, 'a review has its limit');
  check(isCount(policy.fanMonths) && policy.entryHours > 0, 'fans have their time');
  checkStacking(policy.stacking);
  checkAdvance(policy.advance);
  check(policy.commitWithinSeconds < policy.foldLagSeconds, 'commits end before the lag');
  return policy;
}

/** In production the lag also covers two clocks and the life of a transaction. */
export function checkProduction(policy: Policy): Policy {
  const room = policy.foldLagSeconds - policy.commitWithinSeconds;
  invariant(room >= CLOCK_SKEW_SECONDS, `policy ${policy.version}: the lag covers the clocks`);
  return checkPolicy(policy);
}
