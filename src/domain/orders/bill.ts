// A bill: its rebate and the points that both sides earn. All of it is of what is due after the
// shop's own offers, coupons included, since the merchant gives its rebate on all of that (A12).
import { MAX_BILL_FEN } from '../limits';
import type { Merchant } from '../merchants/merchant';
import { fen, NO_FEN, NO_POINTS, pointsOfRebate, shareOf, subtract } from '../money/amounts';
import type { BasisPoints, Centipoints, Fen } from '../money/amounts';
import { fail, succeed, type Result } from '../result';

export interface Bill {
  /** What the till says. */
  readonly totalFen: Fen;
  /** What the shop takes off it by its own offers and coupons. */
  readonly discountFen: Fen;
  /** What is due: total less discount. */
  readonly amountFen: Fen;
  /** Paid by funds. */
  readonly couponFen: Fen;
  readonly cashFen: Fen;
  readonly rebateBps: BasisPoints;
  readonly rebateFen: Fen;
  readonly payerPoints: Centipoints;
  readonly merchantPoints: Centipoints;
}

/** The only parser of a bill's amount: whole fen from 1 to a million yuan. */
export function parseBillFen(
  amount: number,
): Result<Fen, { code: 'amount-invalid'; minFen: number; maxFen: number }> {
  return Number.isInteger(amount) && amount >= 1 && amount <= MAX_BILL_FEN
    ? succeed(fen(amount))
    : fail({ code: 'amount-invalid', minFen: 1, maxFen: MAX_BILL_FEN });
}

/** Owner and staff earn nothing at own shops, on either side; self-operated shops earn no points. */
export function billOf({
  merchant,
  payer,
  totalFen,
  discountFen = NO_FEN,
  couponFen,
  rebateBps,
}: {
  merchant: Pick<Merchant, 'ownership' | 'staff'>;
  payer: string;
  totalFen: Fen;
  discountFen?: Fen;
  couponFen: Fen;
  rebateBps: BasisPoints;
}): Bill {
  const amountFen = subtract(totalFen, discountFen);
  const rebateFen = shareOf(amountFen, rebateBps);
  const isOwn = merchant.staff.includes(payer);
  const points = isOwn ? NO_POINTS : pointsOfRebate(rebateFen);
  return {
    totalFen,
    discountFen,
    amountFen,
    couponFen,
    cashFen: subtract(amountFen, couponFen),
    rebateBps,
    rebateFen,
    payerPoints: points,
    merchantPoints: merchant.ownership === 'self-operated' ? NO_POINTS : points,
  };
}
