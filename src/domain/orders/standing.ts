// What of an order still counts after its refunds.
import { NO_POINTS, pointsOfRebate, shareOf, subtract, type Centipoints } from '../money/amounts';
import type { Order } from './order';

/** Points of the payer that stand: of the rebate on what was not refunded. */
export function standingPoints({
  bill,
  refundedFen,
}: Pick<Order, 'bill' | 'refundedFen'>): Centipoints {
  if (bill.payerPoints === 0) return NO_POINTS;
  return pointsOfRebate(shareOf(subtract(bill.amountFen, refundedFen), bill.rebateBps));
}
