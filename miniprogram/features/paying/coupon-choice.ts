// Which of my coupons pay a bill, when I do not leave the choice to the cloud. A choice is what I
// want, whatever the amount: it stays when the amount is typed anew.
import type { CouponUse } from '../../../src/contracts/values';
import type { InputOf, OutputOf } from '../../cloud/types';

export type OfferedLot = OutputOf<'orders', 'quote'>['lots'][number];

export interface CouponChoice {
  /** Lots that must not be used. */
  readonly off: readonly string[];
  /** Lots of which exactly so many fen are wanted, if the bill takes them. */
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
