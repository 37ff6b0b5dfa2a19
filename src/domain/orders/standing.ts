// What of an order still counts after its refunds: what the smaller bill would have caused.
import { spendBackOf } from '../campaigns/campaign';
import {
  NO_FEN,
  NO_POINTS,
  pointsOfRebate,
  scaleDown,
  shareOf,
  subtract,
  type Centipoints,
  type Fen,
} from '../money/amounts';
import type { Order } from './order';
import { scaleShares, type Shares } from './waterfall';

export interface Standing {
  readonly cashFen: Fen;
  readonly couponFen: Fen;
  readonly rebateFen: Fen;
  readonly payerPoints: Centipoints;
  readonly merchantPoints: Centipoints;
  readonly shares: Shares;
  /** What it gives back in coupons. */
  readonly spendBackFen: Fen;
}

/** What stands of an order when `refundedFen` of its bill have gone back. */
export function standingAfter(
  { bill, shares, spendBack }: Pick<Order, 'bill' | 'shares' | 'spendBack'>,
  refundedFen: Fen,
): Standing {
  const amountFen = subtract(bill.amountFen, refundedFen);
  const rebateFen = shareOf(amountFen, bill.rebateBps);
  const couponFen = scaleDown(bill.couponFen, { part: amountFen, whole: bill.amountFen });
  const points = pointsOfRebate(rebateFen);
  return {
    couponFen,
    cashFen: subtract(amountFen, couponFen),
    rebateFen,
    payerPoints: bill.payerPoints === 0 ? NO_POINTS : points,
    merchantPoints: bill.merchantPoints === 0 ? NO_POINTS : points,
    shares: scaleShares(shares, { rebateFen, amountFen, ofFen: bill.amountFen }),
    spendBackFen: spendBack === undefined ? NO_FEN : spendBackOf(spendBack, amountFen),
  };
}

/** Points of the payer that stand: of the rebate on what was not refunded. */
export function standingPoints({
  bill,
  refundedFen,
}: Pick<Order, 'bill' | 'refundedFen'>): Centipoints {
  if (bill.payerPoints === 0) return NO_POINTS;
  return pointsOfRebate(shareOf(subtract(bill.amountFen, refundedFen), bill.rebateBps));
}
