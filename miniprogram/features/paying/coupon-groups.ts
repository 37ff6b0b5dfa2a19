// The coupons of a bill in the order in which they lower it: the shop's own, offers, balance.
import type { Bill, CouponUse, LotView } from '../../../src/contracts/values';
import { bySoonestExpiry, takenOf, type OfferedLot } from './coupon-choice';

export type CouponGroup = 'shop' | 'offers' | 'balance';

export const GROUP_NAMES: { readonly [G in CouponGroup]: string } = {
  shop: '商家优惠',
  offers: '优惠券',
  balance: '消费券',
};

const GROUPS: readonly CouponGroup[] = ['shop', 'offers', 'balance'];

type Grouped = Pick<LotView, 'fundedBy' | 'benefit'>;

/** What a shop bears itself is its own; of the rest, an offer is used once and balance in parts. */
export function groupOf({ fundedBy, benefit }: Grouped): CouponGroup {
  if (fundedBy === 'acceptor') return 'shop';
  return benefit === undefined ? 'balance' : 'offers';
}

export interface GroupedLots {
  readonly group: CouponGroup;
  /** Usable ones first, each kind of them soonest expiry first. */
  readonly lots: readonly OfferedLot[];
}

/** Groups that have lots. */
export function groupsOf(lots: readonly OfferedLot[]): readonly GroupedLots[] {
  const sorted = bySoonestExpiry(lots);
  const usableFirst = [
    ...sorted.filter(({ usableFen }) => usableFen > 0),
    ...sorted.filter(({ usableFen }) => usableFen === 0),
  ];
  return GROUPS.map((group) => ({
    group,
    lots: usableFirst.filter(({ lot }) => groupOf(lot) === group),
  })).filter((each) => each.lots.length > 0);
}

/** What lowers a bill, fen: by the shop itself, by offers, by balance. */
export type GroupAmounts = Readonly<Record<CouponGroup, number>>;

/** Of a placed order, whose uses say what they are. */
export function amountsOfUses(
  { discountFen, couponFen }: Pick<Bill, 'discountFen' | 'couponFen'>,
  uses: readonly (Grouped & CouponUse)[],
): GroupAmounts {
  const offers = uses
    .filter((use) => groupOf(use) === 'offers')
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
  return { shop: discountFen, offers, balance: couponFen - offers };
}

/** Of a quote. */
export function amountsOfQuote(
  bill: Pick<Bill, 'discountFen' | 'couponFen'>,
  { uses, lots }: { readonly uses: readonly CouponUse[]; readonly lots: readonly OfferedLot[] },
): GroupAmounts {
  const taken = lots.map(({ lot }) => ({
    ...lot,
    ...{ lotId: lot.id, amountFen: takenOf(uses, lot.id) },
  }));
  return amountsOfUses(bill, taken);
}
