// Names of journal accounts. A balance is what moved to the name less what moved from it.
import type { Lot, LotFunder } from '../coupons/lot';
import type { Fen } from '../money/amounts';

export type AccountName = string;
/** fen: money and cover. coupon: coupon fen that people hold. points: centipoints. */
export type Asset = 'fen' | 'coupon' | 'points';

/** Outside world: negative by all that payers have paid in cash. */
export const CASH_PAYERS = 'cash/payers';
export const FUND_PENDING = 'fund/pending';
export const DIVIDEND_FREE = 'fund/dividend/free';
export const DIVIDEND_COMMITTED = 'fund/dividend/committed';
/** Set aside for advances that nobody has taken yet. */
export const DIVIDEND_ADVANCE = 'fund/dividend/advance';
export const FAN_FREE = 'fund/fan/free';
export const FAN_COMMITTED = 'fund/fan/committed';
export const INCOME_PLATFORM = 'income/platform';
/** Outside of points: negative by all that is out. */
export const POINTS_ISSUED = 'points/issued';
/** Outside of the dividend fund's coupons: negative by all that is out. */
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
/** The budget of a campaign: what it may still cost whoever pays for it. */
export const activityFund = (campaignId: string): AccountName => `fund/activity/${campaignId}`;

/** Coupons are apart by what covers them, so that each fund's sum is a sum of names. */
const FAMILIES: Readonly<Record<LotFunder, string>> = {
  dividend: 'coupons',
  fan: 'fan-coupons',
  activity: 'activity-coupons',
  issuer: 'activity-coupons',
  acceptor: 'shop-coupons',
};
/** Families of names that count coupon fen. */
export const COUPON_FAMILIES: ReadonlySet<string> = new Set([
  ...Object.values(FAMILIES),
  'offset',
  'fan-offset',
  'advance',
]);

export const couponsOf = (
  account: string,
  { id, fundedBy }: Pick<Lot, 'id' | 'fundedBy'>,
): AccountName => `${FAMILIES[fundedBy]}/${account}/${id}`;
/** Outside of the coupons of a fund: negative by all that is out. */
export const issuedOf = ({ fundedBy }: Pick<Lot, 'fundedBy'>): AccountName =>
  `${FAMILIES[fundedBy]}/issued`;
/** The lot that a name counts for an account; undefined for every other name. */
export function lotIdIn(name: AccountName, account: string): string | undefined {
  const [family = '', holder, lotId] = name.split('/');
  return holder === account && COUPON_FAMILIES.has(family) ? lotId : undefined;
}
/** Coupons that an account has spent on points which a refund took back: negative while open. */
export const offsetOf = (account: string): AccountName => `offset/${account}`;
/** The same for fan rewards of a shop. */
export const fanOffsetOf = (account: string): AccountName => `fan-offset/${account}`;
/** Coupons that an account took before their dividend: negative while open. */
export const advanceOf = (account: string): AccountName => `advance/${account}`;

/** A named amount, for lists such as what is owed. */
export interface Owed {
  readonly id: string;
  readonly amountFen: Fen;
  readonly at: number;
}
