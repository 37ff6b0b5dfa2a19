// What of a refund goes back as cash and what as coupons, before it is made. The cloud reckons the
// same in `standingAfter`, with BigInt, which phones may lack.
import type { ShopOrder } from '../../../../src/contracts/merchant';

export interface RefundSplit {
  readonly cashFen: number;
  readonly couponFen: number;
}

/** Undefined where the figures are too large for the phone; the result then tells. */
export function splitOf(order: ShopOrder, refundFen: number): RefundSplit | undefined {
  const couponFen = couponsBack(order, refundFen);
  return couponFen === undefined ? undefined : { cashFen: refundFen - couponFen, couponFen };
}

/** Of the coupons that are left in the bill, all but floor(coupons × rest / bill). */
function couponsBack(order: ShopOrder, refundFen: number): number | undefined {
  const { amountFen, couponFen, refundedFen, refunds } = order;
  const leftFen = refunds.reduce((left, refund) => left - refund.couponFen, couponFen);
  const product = couponFen * (amountFen - refundedFen - refundFen);
  if (product > Number.MAX_SAFE_INTEGER) return undefined;
  return leftFen - (product - (product % amountFen)) / amountFen;
}
