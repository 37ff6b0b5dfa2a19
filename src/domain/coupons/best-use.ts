// Which coupons a bill takes: the use that saves most, then what expires soonest.
import { add, NO_FEN, shareOf, smaller, subtract, totalFen, type Fen } from '../money/amounts';
import { fail, succeed, type Result } from '../result';
import { bySoonestExpiry, type Lot } from './lot';
import {
  largestTogether,
  firstClash,
  stackingKindOf,
  type OfferKind,
  type StackingKind,
  type StackingRules,
} from './stacking';
import { usableOf, type BillContext } from './usable';

export interface CouponUse {
  readonly lotId: string;
  readonly amountFen: Fen;
}

/** What a person wants otherwise than the best; it stays when the bill changes. */
export interface CouponChoice {
  /** Lots that must not be used. */
  readonly off: readonly string[];
  /** Balance of which exactly so much is wanted, as far as the bill takes it; offers, whole. */
  readonly fixed: readonly CouponUse[];
}

export type UseError =
  | { readonly code: 'lot-not-found'; readonly lotId: string }
  | { readonly code: 'lot-insufficient'; readonly lotId: string; readonly usableFen: Fen }
  | { readonly code: 'not-together'; readonly lotIds: readonly string[] }
  | { readonly code: 'coupons-exceed-bill'; readonly couponFen: Fen };

interface Taken {
  readonly lot: Lot;
  readonly amountFen: Fen;
}

const BEST: CouponChoice = { off: [], fixed: [] };

/**
 * The use that saves most; of those the one that takes most of what was fixed, and then most of what
 * expires soonest (amounts by expiry, then id, compared one after another). Every set of offers that
 * the rules allow is considered. With the offers given, filling the bill with balance in that order
 * is best, since the limits (each lot's own, the shop's share, the bill) are nested. A test compares
 * with brute force.
 */
export function bestUse(
  lots: readonly Lot[],
  {
    bill,
    rules,
    choice = BEST,
  }: { bill: BillContext; rules: StackingRules; choice?: CouponChoice },
): CouponUse[] {
  const limits = limitsOf(bill, rules);
  const parts = partsOf(lots, { bill, limits, choice });
  const amounts = bestAmounts(parts, { limits, rules });
  const taken = parts.map(({ lot, place }) => ({ lot, amountFen: amounts[place] ?? NO_FEN }));
  return inOrder(taken, rules)
    .filter(({ amountFen }) => amountFen > 0)
    .map(({ lot, amountFen }) => ({ lotId: lot.id, amountFen }));
}

/** A lot that this bill could take, and what of it at most. */
interface Part extends Taken {
  readonly kind: StackingKind;
  readonly isFixed: boolean;
  /** Where it stands among all that is usable: what stands first is spent first. */
  readonly place: number;
}

/** What is fixed first, the rest by expiry. */
function partsOf(
  lots: readonly Lot[],
  { bill, limits, choice }: { bill: BillContext; limits: Limits; choice: CouponChoice },
): readonly Part[] {
  const wanted = new Map(choice.fixed.map(({ lotId, amountFen }) => [lotId, amountFen]));
  const isFixed = ({ id }: Lot): boolean => wanted.has(id);
  const usable = lots
    .filter(({ id }) => !choice.off.includes(id))
    .map((lot) => {
      const usableFen = takenOf({ lot, amountFen: usableOf(lot, bill) }, limits);
      const wantedFen = lot.kind === 'balance' ? wanted.get(lot.id) : undefined;
      return { lot, amountFen: smaller(wantedFen ?? usableFen, usableFen) };
    })
    .filter(({ amountFen }) => amountFen > 0)
    .sort((a, b) => bySoonestExpiry(a.lot, b.lot));
  return [
    ...usable.filter(({ lot }) => isFixed(lot)),
    ...usable.filter(({ lot }) => !isFixed(lot)),
  ].map((part, place) => {
    const { lot } = part;
    return { ...part, kind: stackingKindOf(lot), isFixed: isFixed(lot), place };
  });
}

/** What a bill still takes, and what of it may be borne by its shop. */
interface Limits {
  readonly openFen: Fen;
  readonly shopFen: Fen;
}

function limitsOf({ amountFen }: BillContext, { shopShareBps }: StackingRules): Limits {
  return { openFen: amountFen, shopFen: shareOf(amountFen, shopShareBps) };
}

/** All balance that may go with a choice of offers, with its sums. */
interface Balance {
  readonly parts: readonly Part[];
  readonly ofShopFen: Fen;
  readonly othersFen: Fen;
}

/** A choice of offers, and what may still join it. */
interface Way {
  /** In the order in which they lower the bill. */
  readonly offers: readonly Part[];
  /** What gives most comes first, so that the best is soon found. */
  readonly joining: readonly Part[];
  readonly balance: Balance;
}

/** What a way saves, and what it takes of every part, by its place. */
interface Worth {
  readonly savingFen: Fen;
  readonly amounts: readonly Fen[];
}

/**
 * What the best use takes of every part, by its place (branch and bound). Offers join one by one; a
 * way is left as soon as it could not become better than the best so far even if the bill took the
 * most of what may still join it.
 */
function bestAmounts(
  parts: readonly Part[],
  { limits, rules }: { limits: Limits; rules: StackingRules },
): readonly Fen[] {
  const nothing = parts.map(() => NO_FEN);
  let best: Worth = { savingFen: NO_FEN, amounts: nothing };
  const ifBetter = (way: Way): Worth | undefined => {
    const savingFen = mostSaving(way, { limits, rules });
    if (savingFen < best.savingFen) return undefined;
    const amounts = mostAmounts(way, { limits, rules, nothing });
    const isBetter = savingFen > best.savingFen || isSooner(amounts, best.amounts);
    return isBetter ? { savingFen, amounts } : undefined;
  };
  const follow = (way: Way): void => {
    if (ifBetter(way) === undefined) return;
    best = ifBetter({ ...way, joining: [] }) ?? best;
    way.joining.forEach((joins, index) => {
      const offers = inOrder([...way.offers, joins], rules);
      const behind = way.joining.slice(index + 1);
      const joining = isRoomFor(joins.kind, offers, rules)
        ? behind
        : behind.filter(({ kind }) => kind !== joins.kind);
      follow({ ...way, offers, joining });
    });
  };
  startsOf(parts, rules).forEach(follow);
  return best.amounts;
}

/** No offer yet, of every largest set of kinds that may go together. */
function startsOf(parts: readonly Part[], rules: StackingRules): readonly Way[] {
  return largestTogether(rules).map((kinds) => {
    const together = parts.filter(({ kind }) => kinds.includes(kind));
    const offers = foremost(
      together.filter(({ lot }) => lot.kind === 'offer'),
      rules,
    );
    return {
      offers: [],
      joining: offers.sort((a, b) => b.amountFen - a.amountFen),
      balance: summed(together.filter(({ lot }) => lot.kind === 'balance')),
    };
  });
}

function summed(parts: readonly Part[]): Balance {
  const ofShopFen = savingOf(parts.filter(isOfShop));
  return { parts, ofShopFen, othersFen: subtract(savingOf(parts), ofShopFen) };
}

/**
 * Of offers of one kind and bearer that give the same only as many as a bill takes, those that stand
 * first: one behind them in their place would save the same and be spent too soon. Only where one
 * alone is taken, or none is wanted: among several, another end lets a wanted one give more.
 */
function foremost(offers: readonly Part[], { atMost }: StackingRules): Part[] {
  const seen = new Map<string, number>();
  const isAnyFixed = offers.some(({ isFixed }) => isFixed);
  return offers.filter(({ lot, kind, amountFen }) => {
    if (isAnyFixed && atMost[kind as OfferKind] > 1) return true;
    const gives = `${kind} ${lot.fundedBy} ${amountFen}`;
    const before = seen.get(gives) ?? 0;
    seen.set(gives, before + 1);
    return before < atMost[kind as OfferKind];
  });
}

function isRoomFor(
  kind: StackingKind,
  offers: readonly Part[],
  { atMost }: StackingRules,
): boolean {
  return offers.filter((each) => each.kind === kind).length < atMost[kind as OfferKind];
}

/**
 * Those that stand first, of each kind only as many as a bill takes beside the offers it has. Those
 * of the shop count apart, since the shop's share may leave less of them.
 */
function withinRoom(
  joining: readonly Part[],
  offers: readonly Part[],
  { atMost }: StackingRules,
): readonly Part[] {
  const counts = new Map<string, number>();
  const counted = (part: Part): number => {
    const key = `${part.kind} ${isOfShop(part)}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  offers.forEach(counted);
  return joining.filter((part) => counted(part) <= atMost[part.kind as OfferKind]);
}

/** What a way saves at most, without filling the bill; exactly, where nothing may join it. */
function mostSaving(
  { offers, joining, balance }: Way,
  { limits, rules }: { limits: Limits; rules: StackingRules },
): Fen {
  const { openFen, shopFen } = limitsAfter(offers, limits);
  const more = summed(withinRoom(joining, offers, rules));
  const ofShopFen = smaller(add(more.ofShopFen, balance.ofShopFen), shopFen);
  const restFen = totalFen([ofShopFen, more.othersFen, balance.othersFen]);
  return add(subtract(limits.openFen, openFen), smaller(openFen, restFen));
}

/**
 * What a way takes of every part at most, by its place; exactly, where nothing may join it. Of what
 * may join, the soonest come before any others in this order, and they could only lessen balance.
 */
function mostAmounts(
  { offers, joining, balance }: Way,
  { limits, rules, nothing }: { limits: Limits; rules: StackingRules; nothing: readonly Fen[] },
): readonly Fen[] {
  const amounts = [...nothing];
  const soonest = [...joining].sort((a, b) => a.place - b.place);
  for (const { place, amountFen } of withinRoom(soonest, offers, rules)) amounts[place] = amountFen;
  let left = limits;
  for (const part of [...offers, ...balance.parts]) {
    amounts[part.place] = takenOf(part, left);
    left = limitsAfter([part], left);
  }
  return amounts;
}

function limitsAfter(taken: readonly Taken[], limits: Limits): Limits {
  let { openFen, shopFen } = limits;
  for (const part of taken) {
    const amountFen = takenOf(part, { openFen, shopFen });
    openFen = subtract(openFen, amountFen);
    if (isOfShop(part)) shopFen = subtract(shopFen, amountFen);
  }
  return { openFen, shopFen };
}

function isOfShop({ lot }: Taken): boolean {
  return lot.fundedBy === 'acceptor';
}

function takenOf(part: Taken, { openFen, shopFen }: Limits): Fen {
  const leftFen = isOfShop(part) ? smaller(openFen, shopFen) : openFen;
  return smaller(part.amountFen, leftFen);
}

/** Whether of two uses that save the same the first spends more of what stands first. */
function isSooner(amounts: readonly Fen[], than: readonly Fen[]): boolean {
  const place = amounts.findIndex((amountFen, index) => amountFen !== than[index]);
  return place >= 0 && (amounts[place] ?? NO_FEN) > (than[place] ?? NO_FEN);
}

function savingOf(taken: readonly Taken[]): Fen {
  return totalFen(taken.map(({ amountFen }) => amountFen));
}

/** What a checked use makes of a bill. */
export interface CheckedUse {
  /** Borne by the shop itself: it lowers the bill. */
  readonly discountFen: Fen;
  /** Paid to the shop by funds. */
  readonly couponFen: Fen;
  /** Offers as they lower the bill, then balance; each lot once. */
  readonly taken: readonly Taken[];
}

/**
 * Checks a use that a person chose. Errors come in the order of the contract, wherever in the list
 * they stand. An offer is taken for exactly what it gives at its place.
 */
export function checkUse(
  lots: readonly Lot[],
  { uses, bill, rules }: { uses: readonly CouponUse[]; bill: BillContext; rules: StackingRules },
): Result<CheckedUse, UseError> {
  const wanted = new Map<Lot, Fen>();
  for (const { lotId, amountFen } of uses) {
    const lot = lots.find(({ id }) => id === lotId);
    if (lot === undefined) return fail({ code: 'lot-not-found', lotId });
    wanted.set(lot, totalFen([wanted.get(lot) ?? NO_FEN, amountFen]));
  }
  const parts = [...wanted].map(([lot, amountFen]) => ({ lot, amountFen }));
  for (const { lot, amountFen } of parts) {
    const usableFen = usableOf(lot, bill);
    if (amountFen > usableFen) return fail({ code: 'lot-insufficient', lotId: lot.id, usableFen });
  }
  const clash = firstClash(
    parts.map(({ lot }) => lot),
    rules,
  );
  if (clash !== undefined) return fail({ code: 'not-together', lotIds: clash.map(({ id }) => id) });
  return checkAmounts(parts, { bill, rules });
}

function checkAmounts(
  parts: readonly Taken[],
  { bill, rules }: { bill: BillContext; rules: StackingRules },
): Result<CheckedUse, UseError> {
  const couponFen = savingOf(parts);
  if (couponFen > bill.amountFen) return fail({ code: 'coupons-exceed-bill', couponFen });
  let { openFen, shopFen } = limitsOf(bill, rules);
  const taken = inOrder(parts, rules);
  for (const { lot, amountFen } of taken) {
    const asked = lot.kind === 'offer' ? usableOf(lot, bill) : amountFen;
    const usableFen = takenOf({ lot, amountFen: asked }, { openFen, shopFen });
    if (amountFen !== usableFen)
      return fail({ code: 'lot-insufficient', lotId: lot.id, usableFen });
    openFen = subtract(openFen, amountFen);
    if (lot.fundedBy === 'acceptor') shopFen = subtract(shopFen, amountFen);
  }
  const discountFen = savingOf(taken.filter(isOfShop));
  return succeed({ discountFen, couponFen: subtract(couponFen, discountFen), taken });
}

/** Offers as they lower the bill, then balance by expiry, in whatever order they were asked for. */
function inOrder<T extends Taken>(parts: readonly T[], { order }: StackingRules): readonly T[] {
  const place = ({ lot }: T): number =>
    lot.kind === 'offer' ? order.indexOf(stackingKindOf(lot) as OfferKind) : order.length;
  return [...parts].sort((a, b) => place(a) - place(b) || bySoonestExpiry(a.lot, b.lot));
}
