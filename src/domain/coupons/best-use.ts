// Which coupons a bill takes: the use that saves most, then what expires soonest.
import { NO_FEN, shareOf, smaller, subtract, totalFen, type Fen } from '../money/amounts';
import { fail, succeed, type Result } from '../result';
import { bySoonestExpiry, type Lot, type OfferLot } from './lot';
import { firstClash, stackingKindOf, type OfferKind, type StackingRules } from './stacking';
import { usableOf, type BillContext } from './usable';

export interface CouponUse {
  readonly lotId: string;
  readonly amountFen: Fen;
}

/** What a person wants otherwise than the best; it stays when the bill changes. */
export interface CouponChoice {
  /** Lots that must not be used. */
  readonly off: readonly string[];
  /** Balance of which exactly so much is wanted, as far as the bill takes it. */
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
 * The use that saves most, and among those the one that spends soonest expiry first (amounts by
 * expiry, then id, compared one after another). Every set of offers that the rules allow is tried;
 * with the offers given, filling the bill with balance in order of expiry is best, since the limits
 * (each lot's own, the shop's share, the bill) are nested. A test compares with brute force.
 */
export function bestUse(
  lots: readonly Lot[],
  {
    bill,
    rules,
    choice = BEST,
  }: { bill: BillContext; rules: StackingRules; choice?: CouponChoice },
): CouponUse[] {
  const usable = lots
    .filter(({ id }) => !choice.off.includes(id))
    .map((lot) => ({ lot, amountFen: usableOf(lot, bill) }))
    .filter(({ amountFen }) => amountFen > 0)
    .sort((a, b) => bySoonestExpiry(a.lot, b.lot));
  const balances = usable.filter(({ lot }) => lot.kind === 'balance');
  const fixed = fixedFirst(balances, choice);
  let best: readonly Taken[] = [];
  for (const offers of offerSets(usable, rules)) {
    for (const parts of balanceSets(fixed, { offers, rules })) {
      const taken = fill([...offers, ...parts], { bill, rules });
      if (isBetter(taken, { than: best, usable })) best = taken;
    }
  }
  return inOrder(best, usable);
}

/** Balance whose amount is set comes first; the rest as it is. */
function fixedFirst(balances: readonly Taken[], { fixed }: CouponChoice): readonly Taken[] {
  const wanted = new Map(fixed.map(({ lotId, amountFen }) => [lotId, amountFen]));
  const set = balances.flatMap(({ lot, amountFen }) => {
    const wantedFen = wanted.get(lot.id);
    return wantedFen === undefined ? [] : [{ lot, amountFen: smaller(wantedFen, amountFen) }];
  });
  return [...set, ...balances.filter(({ lot }) => !wanted.has(lot.id))];
}

/** Every set of offers that may go together, each in the order in which they lower a bill. */
function offerSets(usable: readonly Taken[], rules: StackingRules): readonly Taken[][] {
  let sets: Taken[][] = [[]];
  for (const kind of rules.order) {
    const ofKind = usable.filter(({ lot }) => lot.kind === 'offer' && stackingKindOf(lot) === kind);
    sets = sets.flatMap((set) =>
      subsets(ofKind, rules.atMost[kind])
        .map((chosen) => [...set, ...chosen])
        .filter(
          (each) =>
            firstClash(
              each.map(({ lot }) => lot),
              rules,
            ) === undefined,
        ),
    );
  }
  return sets;
}

/** All subsets of at most so many, the empty one first. */
function subsets<T>(items: readonly T[], atMost: number): T[][] {
  if (atMost === 0) return [[]];
  return [
    [],
    ...items.flatMap((item, index) =>
      subsets(items.slice(index + 1), atMost - 1).map((rest) => [item, ...rest]),
    ),
  ];
}

/** The balance that may go with these offers; two ways where its own two kinds are apart. */
function balanceSets(
  balances: readonly Taken[],
  { offers, rules }: { offers: readonly Taken[]; rules: StackingRules },
): readonly (readonly Taken[])[] {
  const chosen = offers.map(({ lot }) => lot);
  const allowed = balances.filter(({ lot }) => firstClash([...chosen, lot], rules) === undefined);
  if (
    firstClash(
      allowed.map(({ lot }) => lot),
      rules,
    ) === undefined
  )
    return [allowed];
  const ofKind = (kind: string): Taken[] =>
    allowed.filter(({ lot }) => stackingKindOf(lot) === kind);
  return [ofKind('shop-balance'), ofKind('balance')];
}

/** Takes part after part until the bill is paid, or the shop has given all that it may. */
function fill(
  parts: readonly Taken[],
  { bill, rules }: { bill: BillContext; rules: StackingRules },
): Taken[] {
  let open = bill.amountFen;
  let openToShop = shareOf(bill.amountFen, rules.shopShareBps);
  const taken: Taken[] = [];
  for (const { lot, amountFen: wanted } of parts) {
    const isOfShop = lot.fundedBy === 'acceptor';
    const amountFen = smaller(smaller(wanted, open), isOfShop ? openToShop : open);
    if (amountFen <= 0) continue;
    taken.push({ lot, amountFen });
    open = subtract(open, amountFen);
    if (isOfShop) openToShop = subtract(openToShop, amountFen);
  }
  return taken;
}

function savingOf(taken: readonly Taken[]): Fen {
  return totalFen(taken.map(({ amountFen }) => amountFen));
}

function isBetter(
  taken: readonly Taken[],
  { than, usable }: { than: readonly Taken[]; usable: readonly Taken[] },
): boolean {
  const more = savingOf(taken) - savingOf(than);
  if (more !== 0) return more > 0;
  for (const { lot } of usable) {
    const difference = takenOf(taken, lot) - takenOf(than, lot);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function takenOf(taken: readonly Taken[], lot: Lot): number {
  return taken.find((each) => each.lot === lot)?.amountFen ?? 0;
}

/** Offers as they lower the bill, then balance by expiry. */
function inOrder(taken: readonly Taken[], usable: readonly Taken[]): CouponUse[] {
  const offers = taken.filter(({ lot }) => lot.kind === 'offer');
  const balances = usable.flatMap(({ lot }) =>
    lot.kind === 'offer' ? [] : taken.filter((each) => each.lot === lot),
  );
  return [...offers, ...balances].map(({ lot, amountFen }) => ({ lotId: lot.id, amountFen }));
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
  const ordered = [...offersInOrder(parts, rules), ...parts.filter(isBalance)];
  const asked = ordered.map(({ lot, amountFen }) =>
    lot.kind === 'offer' ? { lot, amountFen: usableOf(lot, bill) } : { lot, amountFen },
  );
  const taken = fill(asked, { bill, rules });
  for (const { lot, amountFen } of ordered) {
    const usableFen = taken.find((each) => each.lot === lot)?.amountFen ?? NO_FEN;
    if (amountFen !== usableFen)
      return fail({ code: 'lot-insufficient', lotId: lot.id, usableFen });
  }
  const ofShop = taken.filter(({ lot }) => lot.fundedBy === 'acceptor');
  const discountFen = savingOf(ofShop);
  return succeed({ discountFen, couponFen: subtract(savingOf(taken), discountFen), taken });
}

function isBalance({ lot }: Taken): boolean {
  return lot.kind === 'balance';
}

function offersInOrder(parts: readonly Taken[], { order }: StackingRules): Taken[] {
  const place = ({ lot }: { readonly lot: OfferLot }): number =>
    order.indexOf(stackingKindOf(lot) as OfferKind);
  return parts
    .flatMap(({ lot, amountFen }) => (lot.kind === 'offer' ? [{ lot, amountFen }] : []))
    .sort((a, b) => place(a) - place(b) || bySoonestExpiry(a.lot, b.lot));
}
