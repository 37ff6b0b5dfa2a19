// Which coupons go together on one bill: rules as data, published with the others.
import { invariant } from '../result';
import type { BasisPoints } from '../money/amounts';
import type { Lot } from './lot';

const OFFER_KINDS = ['shop-offer', 'delivery', 'alliance-offer'] as const;
const KINDS = [...OFFER_KINDS, 'shop-balance', 'balance'] as const;

/** Coupons that one bill takes whole, and those that it takes in parts, by who bears them. */
export type OfferKind = (typeof OFFER_KINDS)[number];
export type StackingKind = (typeof KINDS)[number];

export interface StackingRules {
  /** Offers lower a bill in this order; balance comes after them, soonest expiry first. */
  readonly order: readonly OfferKind[];
  /** How many offers of a kind one bill takes. */
  readonly atMost: Readonly<Record<OfferKind, number>>;
  /** Kinds of which a bill takes one or the other. */
  readonly notTogether: readonly (readonly [StackingKind, StackingKind])[];
  /** Largest part of a bill that all coupons borne by the shop itself may take together. */
  readonly shopShareBps: BasisPoints;
}

export function stackingKindOf(lot: Lot): StackingKind {
  const isOfShop = lot.fundedBy === 'acceptor';
  if (lot.kind === 'balance') return isOfShop ? 'shop-balance' : 'balance';
  if (lot.benefit.kind === 'free-delivery') return 'delivery';
  return isOfShop ? 'shop-offer' : 'alliance-offer';
}

/**
 * The first two lots that may not go together, in the order given, or the first of which a bill takes
 * none; undefined when all may.
 */
export function firstClash(
  lots: readonly Lot[],
  { atMost, notTogether }: StackingRules,
): readonly Lot[] | undefined {
  const before: Lot[] = [];
  for (const lot of lots) {
    const kind = stackingKindOf(lot);
    const same = before.filter((each) => stackingKindOf(each) === kind);
    const last = same[same.length - 1];
    if (lot.kind === 'offer' && same.length >= atMost[kind as OfferKind]) {
      return last === undefined ? [lot] : [last, lot];
    }
    const other = before.find((each) => areApart(notTogether, [stackingKindOf(each), kind]));
    if (other !== undefined) return [other, lot];
    before.push(lot);
  }
  return undefined;
}

export function areApart(
  notTogether: StackingRules['notTogether'],
  [one, other]: readonly [StackingKind, StackingKind],
): boolean {
  return notTogether.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
}

/** Every set of kinds that may go together and to which no other may be added. */
export function largestTogether({
  notTogether,
}: StackingRules): readonly (readonly StackingKind[])[] {
  const fits = (set: readonly StackingKind[], kind: StackingKind): boolean =>
    !set.some((each) => areApart(notTogether, [each, kind]));
  return KINDS.reduce<readonly (readonly StackingKind[])[]>(
    (sets, kind) => [
      ...sets,
      ...sets.filter((set) => fits(set, kind)).map((set) => [...set, kind]),
    ],
    [[]],
  ).filter((set) => KINDS.every((kind) => set.includes(kind) || !fits(set, kind)));
}

const MOST_OFFERS = 3;

/** Checks rules when they are loaded: what they allow must be found in time. */
export function checkStacking(rules: StackingRules): StackingRules {
  const isOrder =
    rules.order.length === OFFER_KINDS.length && OFFER_KINDS.every((k) => rules.order.includes(k));
  invariant(isOrder, 'the order names each kind of offer once');
  const counts = OFFER_KINDS.map((kind) => rules.atMost[kind]);
  const isCount = counts.every((count) => Number.isInteger(count) && count >= 0);
  invariant(isCount, 'a bill takes a number of offers of each kind');
  const most = counts.reduce((sum, count) => sum + count, 0);
  invariant(most <= MOST_OFFERS, `a bill takes at most ${MOST_OFFERS} offers`);
  const isPair = rules.notTogether.every(([one, other]) => one !== other);
  invariant(isPair, 'two kinds are apart; of one kind a bill takes a number');
  invariant(
    rules.shopShareBps >= 0 && rules.shopShareBps < 10_000,
    'something of a bill is left when the shop has lowered it',
  );
  return rules;
}
