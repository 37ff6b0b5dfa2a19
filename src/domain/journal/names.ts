// Names of journal accounts. A balance is what moved to the name less what moved from it.
import type { Fen } from '../money/amounts';

export type AccountName = string;
/** fen: money and cover. coupon: coupon fen that people hold. points: centipoints. */
export type Asset = 'fen' | 'coupon' | 'points';

/** Outside world: negative by all that payers have paid in cash. */
export const CASH_PAYERS = 'cash/payers';
export const FUND_PENDING = 'fund/pending';
export const DIVIDEND_FREE = 'fund/dividend/free';
export const DIVIDEND_COMMITTED = 'fund/dividend/committed';
export const FAN_FREE = 'fund/fan/free';
export const INCOME_PLATFORM = 'income/platform';
/** Outside of points and of coupons: negative by all that is out. */
export const POINTS_ISSUED = 'points/issued';
export const COUPONS_ISSUED = 'coupons/issued';

export const receivableRebate = (merchantId: string): AccountName =>
  `receivable/rebate/${merchantId}`;
export const payableMerchant = (merchantId: string): AccountName =>
  `payable/merchant/${merchantId}`;
export const payablePromoter = (promoterId: string): AccountName =>
  `payable/promoter/${promoterId}`;
export const payableCentre = (adcode: string): AccountName => `payable/centre/${adcode}`;
/** What the fund still owes for a refund: negative until the fold has paid it. */
export const owed = (entryId: string): AccountName => `owed/${entryId}`;
export const pointsOf = (account: string): AccountName => `points/${account}`;
export const couponsOf = (account: string, lotId: string): AccountName =>
  `coupons/${account}/${lotId}`;
/** Coupons that an account has spent on points which a refund took back: negative while open. */
export const offsetOf = (account: string): AccountName => `offset/${account}`;

/** A named amount, for lists such as what is owed. */
export interface Owed {
  readonly id: string;
  readonly amountFen: Fen;
  readonly at: number;
}
