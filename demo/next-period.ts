// Leaves the demo just below a period's threshold, so that one ordinary purchase brings a coupon.
import { MINUTE } from '../src/domain/time';
import { policies } from '../src/policy/policies';
import type { PlannedPurchase } from './planned-purchase';
import { DEMO_MERCHANTS } from './merchants';
import { planRefund } from './planned-refund';

/** Centipoints that are missing afterwards: a bill of 20 yuan at 10 % gives them. */
const MISSING_POINTS = 400;

const { firstThreshold, growthPercent } = policies.demo;
/** A fruit shop that gives 10 %: 5 fen for each centipoint of payer and shop together. */
const SHOP = { id: 'm-hz-001', fenPerCentipoint: 5 };
const LARGEST_LAST_BILL_FEN = 90_00;

/**
 * The plan with a last bill after which only MISSING_POINTS are missing to the next threshold. So
 * that the bill is an ordinary one, a purchase of the crowd may have to go.
 */
export function stopBeforePeriod(plan: readonly PlannedPurchase[]): PlannedPurchase[] {
  const crowd = plan.filter(({ openid }) => openid.startsWith('demo-crowd-')).reverse();
  for (const dropped of [undefined, ...crowd]) {
    const kept = plan.filter((purchase) => purchase !== dropped);
    const amountFen = lastBillFen(kept);
    if (amountFen > 0 && amountFen <= LARGEST_LAST_BILL_FEN)
      return [...kept, lastOf(kept, amountFen)];
  }
  throw new Error('no plan without one purchase of the crowd ends just below a threshold');
}

function lastBillFen(plan: readonly PlannedPurchase[]): number {
  const { points, threshold } = standAfter(plan);
  return (threshold - points + refundedPoints(plan) - MISSING_POINTS) * SHOP.fenPerCentipoint;
}

function lastOf(plan: readonly PlannedPurchase[], amountFen: number): PlannedPurchase {
  const at = (plan.at(-1)?.at ?? 0) + 10 * MINUTE;
  return { at, openid: 'demo-crowd-01', merchantId: SHOP.id, amountFen, couponShare: 0 };
}

/** What the demo's refund takes back of them. */
export function refundedPoints(plan: readonly PlannedPurchase[]): number {
  const { purchase, amountFen } = planRefund(plan);
  const kept = { ...purchase, amountFen: purchase.amountFen - amountFen };
  return pointsOf(purchase) - pointsOf(kept);
}

interface AllianceStand {
  /** Points of all, in centipoints. */
  readonly points: number;
  /** Periods whose threshold the points have reached. */
  readonly periods: number;
  /** The next threshold, in centipoints. */
  readonly threshold: number;
}

/** Where the alliance stands after these purchases: payer and shop each earn the rebate. */
export function standAfter(plan: readonly PlannedPurchase[]): AllianceStand {
  const points = plan.reduce((sum, purchase) => sum + pointsOf(purchase), 0);
  let periods = 0;
  let threshold: number = firstThreshold;
  while (points >= threshold) {
    periods += 1;
    threshold = nextThreshold(threshold);
  }
  return { points, periods, threshold };
}

function nextThreshold(threshold: number): number {
  return Math.ceil((threshold * (100 + growthPercent)) / 100);
}

function pointsOf({ merchantId, amountFen }: PlannedPurchase): number {
  const shop = DEMO_MERCHANTS.find(({ id }) => id === merchantId);
  const bps = shop?.rates.at(-1)?.bps ?? 0;
  const rebate = Math.floor((amountFen * bps) / 10_000);
  return shop?.ownership === 'alliance' ? rebate * 2 : rebate;
}
