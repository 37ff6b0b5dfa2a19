// Which coupons a bill takes: the use that saves most, then what expires soonest.
import {
  add,
  larger,
  NO_FEN,
  shareOf,
  smaller,
  subtract,
  totalFen,
  type Fen,
} from '../money/amounts';
import { fail, succeed, type Result } from '../result';
import { bySoonestExpiry, type Lot } from './lot';
import {
  areApart,
  firstClash,
  stackingKindOf,
  type BalanceKind,
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
 * the rules allow is tried. With the offers given, filling the bill with balance in that order is
 * best, since the limits (each lot's own, the shop's share, the bill) are nested. A test compares
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
  const parts = partsOf(lots, { bill, choice });
  const limits = limitsOf(bill, rules);
  let best = { way: NOTHING, amounts: amountsOf(NOTHING, { parts, limits }) };
  for (const way of mostSaving(waysOf(parts, { limits, rules }), limits)) {
    const amounts = amountsOf(way, { parts, limits });
    if (isSooner(amounts, best.amounts)) best = { way, amounts };
  }
  const balances = [...best.way.balances.parts].sort((a, b) => bySoonestExpiry(a.lot, b.lot));
  return [...best.way.offers, ...balances].flatMap(({ lot, place }) => {
    const amountFen = best.amounts[place] ?? NO_FEN;
    return amountFen > 0 ? [{ lotId: lot.id, amountFen }] : [];
  });
}

/** A lot that this bill could take, and what of it at most. */
interface Part extends Taken {
  readonly kind: StackingKind;
  /** Where it stands among all that is usable: what stands first is spent first. */
  readonly place: number;
}

/** What is fixed first, the rest by expiry. */
function partsOf(
  lots: readonly Lot[],
  { bill, choice }: { bill: BillContext; choice: CouponChoice },
): readonly Part[] {
  const wanted = new Map(choice.fixed.map(({ lotId, amountFen }) => [lotId, amountFen]));
  const isFixed = ({ id }: Lot): boolean => wanted.has(id);
  const usable = lots
    .filter(({ id }) => !choice.off.includes(id))
    .map((lot) => {
      const usableFen = usableOf(lot, bill);
      const wantedFen = lot.kind === 'balance' ? wanted.get(lot.id) : undefined;
      return { lot, amountFen: smaller(wantedFen ?? usableFen, usableFen) };
    })
    .filter(({ amountFen }) => amountFen > 0)
    .sort((a, b) => bySoonestExpiry(a.lot, b.lot));
  return [
    ...usable.filter(({ lot }) => isFixed(lot)),
    ...usable.filter(({ lot }) => !isFixed(lot)),
  ].map(({ lot, amountFen }, place) => ({ lot, amountFen, kind: stackingKindOf(lot), place }));
}

/** Balance that may go together, with its sums, so that what it saves is known at once. */
interface Balances {
  readonly parts: readonly Part[];
  readonly ofShopFen: Fen;
  readonly othersFen: Fen;
}

/** Offers in the order in which they lower a bill, and the balance that may go with them. */
interface Way {
  readonly offers: readonly Part[];
  readonly balances: Balances;
}

const NO_BALANCES: Balances = { parts: [], ofShopFen: NO_FEN, othersFen: NO_FEN };
const NOTHING: Way = { offers: [], balances: NO_BALANCES };

/** Every set of kinds of offers that may go together, and in it every choice of offers. */
function* waysOf(
  parts: readonly Part[],
  { limits, rules }: { limits: Limits; rules: StackingRules },
): Generator<Way> {
  const offers = new Map(
    rules.order.map((kind) => {
      const atMost = rules.atMost[kind];
      const ofThisKind = parts.filter(ofKind(kind));
      return [kind, subsets(foremost(ofThisKind, { atMost, limits }), atMost)];
    }),
  );
  for (const kinds of kindSets(rules)) {
    const ways = balancesWith(kinds, { parts, rules });
    const sets = kinds.reduce<readonly (readonly Part[])[]>(
      (before, kind) =>
        before.flatMap((set) => (offers.get(kind) ?? []).map((chosen) => [...set, ...chosen])),
      [[]],
    );
    for (const set of sets) for (const balances of ways) yield { offers: set, balances };
  }
}

/**
 * Of offers of one kind and bearer that give the same only as many as a bill takes, those that stand
 * first: one behind them in their place would save the same and be spent too soon. They come by
 * expiry, as a bill takes them.
 */
function foremost(
  offers: readonly Part[],
  { atMost, limits }: { atMost: number; limits: Limits },
): readonly Part[] {
  const seen = new Map<string, number>();
  const left = offers.filter((offer) => {
    const gives = `${offer.lot.fundedBy} ${takenOf(offer, limits)}`;
    const before = seen.get(gives) ?? 0;
    seen.set(gives, before + 1);
    return before < atMost;
  });
  return left.sort((a, b) => bySoonestExpiry(a.lot, b.lot));
}

function ofKind(kind: StackingKind): (part: Part) => boolean {
  return (part) => part.kind === kind;
}

/** Kinds of offers that may stand on one bill, none of them included, in the order of the rules. */
function kindSets({ order, notTogether }: StackingRules): readonly OfferKind[][] {
  return order.reduce<OfferKind[][]>(
    (sets, kind) => [
      ...sets,
      ...sets
        .filter((set) => !set.some((each) => areApart(notTogether, [each, kind])))
        .map((set) => [...set, kind]),
    ],
    [[]],
  );
}

/** All subsets of at least one and at most so many. */
function subsets<T>(items: readonly T[], atMost: number): T[][] {
  if (atMost === 0) return [];
  return items.flatMap((item, index) => [
    [item],
    ...subsets(items.slice(index + 1), atMost - 1).map((rest) => [item, ...rest]),
  ]);
}

/** The balance that may go with offers of these kinds; two ways where its own two are apart. */
function balancesWith(
  offers: readonly OfferKind[],
  { parts, rules: { notTogether } }: { parts: readonly Part[]; rules: StackingRules },
): readonly Balances[] {
  const allowed = BALANCE_KINDS.filter(
    (kind) => !offers.some((offer) => areApart(notTogether, [offer, kind])),
  );
  const sets = areApart(notTogether, BALANCE_KINDS) ? allowed.map((kind) => [kind]) : [allowed];
  return sets.length === 0
    ? [NO_BALANCES]
    : sets.map((kinds) => summed(parts.filter(({ kind }) => kinds.some((each) => each === kind))));
}

const BALANCE_KINDS = ['balance', 'shop-balance'] as const;

function summed(parts: readonly Part[]): Balances {
  const sumOf = (kind: BalanceKind): Fen => savingOf(parts.filter(ofKind(kind)));
  return { parts, ofShopFen: sumOf('shop-balance'), othersFen: sumOf('balance') };
}

/** What a bill still takes, and what of it may be borne by its shop. */
interface Limits {
  readonly openFen: Fen;
  readonly shopFen: Fen;
}

function limitsOf({ amountFen }: BillContext, { shopShareBps }: StackingRules): Limits {
  return { openFen: amountFen, shopFen: shareOf(amountFen, shopShareBps) };
}

/** The ways that save most. What a way saves is known without filling the bill. */
function mostSaving(ways: Iterable<Way>, limits: Limits): readonly Way[] {
  let mostFen = NO_FEN;
  let most: Way[] = [];
  for (const way of ways) {
    const savingFen = savingBy(way, limits);
    if (savingFen > mostFen) most = [];
    if (savingFen >= mostFen) most.push(way);
    mostFen = larger(mostFen, savingFen);
  }
  return most;
}

function savingBy({ offers, balances }: Way, limits: Limits): Fen {
  let { openFen, shopFen } = limits;
  for (const part of offers) {
    const amountFen = takenOf(part, { openFen, shopFen });
    openFen = subtract(openFen, amountFen);
    if (isOfShop(part)) shopFen = subtract(shopFen, amountFen);
  }
  const ofShopFen = smaller(balances.ofShopFen, shopFen);
  const balanceFen = smaller(openFen, add(balances.othersFen, ofShopFen));
  return add(subtract(limits.openFen, openFen), balanceFen);
}

function isOfShop({ lot }: Taken): boolean {
  return lot.fundedBy === 'acceptor';
}

function takenOf(part: Taken, { openFen, shopFen }: Limits): Fen {
  const leftFen = isOfShop(part) ? smaller(openFen, shopFen) : openFen;
  return smaller(part.amountFen, leftFen);
}

/** What is taken of every part, by its place. */
function amountsOf(
  { offers, balances }: Way,
  { parts, limits }: { parts: readonly Part[]; limits: Limits },
): readonly Fen[] {
  const amounts = parts.map(() => NO_FEN);
  let { openFen, shopFen } = limits;
  for (const list of [offers, balances.parts]) {
    for (const part of list) {
      const amountFen = takenOf(part, { openFen, shopFen });
      amounts[part.place] = amountFen;
      openFen = subtract(openFen, amountFen);
      if (isOfShop(part)) shopFen = subtract(shopFen, amountFen);
    }
  }
  return amounts;
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
function inOrder(parts: readonly Taken[], { order }: StackingRules): readonly Taken[] {
  const place = ({ lot }: Taken): number =>
    lot.kind === 'offer' ? order.indexOf(stackingKindOf(lot) as OfferKind) : order.length;
  return [...parts].sort((a, b) => place(a) - place(b) || bySoonestExpiry(a.lot, b.lot));
}
