// Where a coupon stands on a bill: used, or why not.
import type { Bill, CouponUse } from '../../../src/contracts/values';
import { areApart, type OfferKind } from '../../../src/domain/coupons/stacking';
import { isOffer, isOn, takenOf } from './coupon-choice';
import type { CouponChoice, OfferedLot, Stacking } from './coupon-choice';

type Unusable = NonNullable<OfferedLot['unusable']>;

export type LotStanding =
  | { readonly kind: 'used'; readonly amountFen: number }
  | { readonly kind: 'unusable'; readonly why: Exclude<Unusable, 'below-minimum'> }
  | { readonly kind: 'below-minimum'; readonly missingFen: number }
  /** Its part of the bill is less than a fen. */
  | { readonly kind: 'too-small' }
  /** Another offer of its kind is used, or a kind that it may not go with. */
  | { readonly kind: 'not-together' }
  /** The shop gives no more on one bill. */
  | { readonly kind: 'shop-share'; readonly shopShareBps: number }
  | { readonly kind: 'bill-paid' }
  /** Free to be used: switched off by hand, or the quote is of before. */
  | { readonly kind: 'free'; readonly isOff: boolean };

export interface StandingFacts {
  readonly bill: Pick<Bill, 'totalFen' | 'discountFen' | 'cashFen'>;
  readonly lots: readonly OfferedLot[];
  readonly uses: readonly CouponUse[];
  readonly choice: CouponChoice;
  readonly stacking: Stacking;
}

const BPS = 10_000;

/** Whether nothing that a person does with the choice makes this bill take the lot. */
export function isDead({ kind }: LotStanding): boolean {
  return kind === 'unusable' || kind === 'below-minimum' || kind === 'too-small';
}

export function standingOf(offered: OfferedLot, facts: StandingFacts): LotStanding {
  const { unusable, usableFen, lot } = offered;
  if (unusable === 'below-minimum') {
    return { kind: 'below-minimum', missingFen: lot.minSpendFen - facts.bill.totalFen };
  }
  if (unusable !== undefined) return { kind: 'unusable', why: unusable };
  if (usableFen === 0) return { kind: 'too-small' };
  const isWanted = isOn(facts.choice, lot.id);
  const amountFen = takenOf(facts.uses, lot.id);
  if (isWanted && amountFen > 0) return { kind: 'used', amountFen };
  if (isApartFromUsed(offered, facts)) return { kind: 'not-together' };
  if (!isWanted) return { kind: 'free', isOff: true };
  if (facts.bill.cashFen === 0) return { kind: 'bill-paid' };
  if (lot.fundedBy === 'acceptor' && isShareGiven(facts)) {
    return { kind: 'shop-share', shopShareBps: facts.stacking.shopShareBps };
  }
  return { kind: 'free', isOff: false };
}

function isApartFromUsed(offered: OfferedLot, { lots, uses, choice, stacking }: StandingFacts) {
  const others = lots.filter(
    ({ lot }) => lot.id !== offered.lot.id && isOn(choice, lot.id) && takenOf(uses, lot.id) > 0,
  );
  const same = others.filter((each) => each.stacking === offered.stacking);
  const isFull = isOffer(offered) && same.length >= stacking.atMost[offered.stacking as OfferKind];
  return (
    isFull ||
    others.some((each) => areApart(stacking.notTogether, [each.stacking, offered.stacking]))
  );
}

/** Whole fen only: the last part of a fen is nobody's. */
function isShareGiven({ bill, stacking }: StandingFacts): boolean {
  return bill.discountFen >= Math.floor((bill.totalFen * stacking.shopShareBps) / BPS);
}
