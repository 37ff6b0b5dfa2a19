// Which of my coupons pay a bill, when I do not leave the choice to the cloud. A choice is what I
// want, whatever the amount: it stays when the amount is typed anew.
import type { CouponUse } from '../../../src/contracts/values';
import { areApart, type OfferKind } from '../../../src/domain/coupons/stacking';
import type { InputOf, OutputOf } from '../../cloud/types';

export type OfferedLot = OutputOf<'orders', 'quote'>['lots'][number];
/** Which coupons go together, as published. */
export type Stacking = OutputOf<'wallet', 'rules'>['stacking'];

/** While the published rules are not read: one offer of a kind, and the cloud says the rest. */
export const USUAL_STACKING: Stacking = {
  order: ['shop-offer', 'delivery', 'alliance-offer'],
  atMost: { 'shop-offer': 1, 'delivery': 1, 'alliance-offer': 1 },
  notTogether: [],
  shopShareBps: 10_000,
};

export interface CouponChoice {
  /** Lots that must not be used. */
  readonly off: readonly string[];
  /** Lots of which exactly so many fen are wanted, if the bill takes them; of an offer what it gave then. */
  readonly fixed: Readonly<Record<string, number>>;
}

/** Changes a choice as it is by then; taps may come faster than the page is drawn. */
export type ChangeChoice = (change: (before: CouponChoice) => CouponChoice) => void;

/** The cloud chooses what saves most. */
export const BEST_CHOICE: CouponChoice = { off: [], fixed: {} };

export function isBest({ off, fixed }: CouponChoice): boolean {
  return off.length === 0 && Object.keys(fixed).length === 0;
}

export function isOn({ off }: CouponChoice, lotId: string): boolean {
  return !off.includes(lotId);
}

/** Switches a lot off or on again; it forgets an amount that was set. */
export function switchLot(choice: CouponChoice, lotId: string): CouponChoice {
  const off = isOn(choice, lotId)
    ? [...choice.off, lotId]
    : choice.off.filter((id) => id !== lotId);
  return { off, fixed: without(choice.fixed, lotId) };
}

interface AmongOthers {
  readonly lots: readonly OfferedLot[];
  /** Those that the bill takes now. */
  readonly uses: readonly CouponUse[];
  readonly stacking: Stacking;
}

/**
 * Wants a lot, and so gives up what may not go with it: the other offers of its kind where a bill
 * takes no more of them, and every kind that is apart from its own. An offer is wanted also where
 * balance would pay all of the bill.
 */
export function wantLot(
  choice: CouponChoice,
  wanted: OfferedLot,
  among: AmongOthers,
): CouponChoice {
  const given = among.lots.filter((each) => isGivenUpFor(each, wanted, among)).map(idOf);
  const wantedId = wanted.lot.id;
  const kept = choice.off.filter((id) => id !== wantedId && !given.includes(id));
  const fixed = Object.entries(choice.fixed).filter(
    ([id]) => id !== wantedId && !given.includes(id),
  );
  return {
    off: [...kept, ...given],
    fixed: {
      ...Object.fromEntries(fixed),
      ...(isOffer(wanted) ? { [wantedId]: wanted.usableFen } : {}),
    },
  };
}

function isGivenUpFor(each: OfferedLot, wanted: OfferedLot, among: AmongOthers): boolean {
  if (each.lot.id === wanted.lot.id) return false;
  if (areApart(among.stacking.notTogether, [each.stacking, wanted.stacking])) return true;
  return each.stacking === wanted.stacking && isOffer(wanted) && isOneTooMany(each, wanted, among);
}

/** Of several that a bill takes, those stay that it has now, less the first for the new one. */
function isOneTooMany(
  each: OfferedLot,
  wanted: OfferedLot,
  { lots, uses, stacking }: AmongOthers,
): boolean {
  const most = stacking.atMost[wanted.stacking as OfferKind];
  const used = lots.filter(
    ({ stacking: kind, lot }) =>
      kind === wanted.stacking && lot.id !== wanted.lot.id && takenOf(uses, lot.id) > 0,
  );
  const stay = most > 1 ? used.slice(-(most - 1)) : [];
  return !stay.includes(each);
}

/** No offer of this one's kind: another would take its place otherwise. */
export function switchKindOff(
  choice: CouponChoice,
  { stacking }: OfferedLot,
  lots: readonly OfferedLot[],
): CouponChoice {
  const same = lots.filter((each) => each.stacking === stacking).map(idOf);
  const fixed = Object.entries(choice.fixed).filter(([id]) => !same.includes(id));
  return {
    off: [...choice.off.filter((id) => !same.includes(id)), ...same],
    fixed: Object.fromEntries(fixed),
  };
}

export function isOffer({ lot }: Pick<OfferedLot, 'lot'>): boolean {
  return lot.benefit !== undefined;
}

const idOf = ({ lot }: OfferedLot): string => lot.id;

/** Wants exactly so much of a lot; 0 switches it off. */
export function setLotAmount(choice: CouponChoice, { lotId, amountFen }: CouponUse): CouponChoice {
  const off = choice.off.filter((id) => id !== lotId);
  if (amountFen <= 0) return { off: [...off, lotId], fixed: without(choice.fixed, lotId) };
  return { off, fixed: { ...choice.fixed, [lotId]: amountFen } };
}

/** No coupon at all. */
export function switchAllOff(lots: readonly OfferedLot[]): CouponChoice {
  return { off: lots.map(({ lot }) => lot.id), fixed: {} };
}

/** Soonest expiry first: the order in which lots are shown and spent. */
export function bySoonestExpiry(lots: readonly OfferedLot[]): OfferedLot[] {
  return [...lots].sort((a, b) => a.lot.expiresAt - b.lot.expiresAt);
}

/** A choice as the cloud takes it; the best needs none. */
export function askedChoice(choice: CouponChoice): {
  choice?: InputOf<'orders', 'quote'>['choice'];
} {
  if (isBest(choice)) return {};
  const fixed = Object.entries(choice.fixed).map(([lotId, amountFen]) => ({ lotId, amountFen }));
  return { choice: { off: choice.off, fixed } };
}

/** What a use takes of one lot, fen. */
export function takenOf(uses: readonly CouponUse[], lotId: string): number {
  return uses.find((use) => use.lotId === lotId)?.amountFen ?? 0;
}

function without(
  fixed: Readonly<Record<string, number>>,
  lotId: string,
): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(fixed).filter(([id]) => id !== lotId));
}
