// The best use of coupons once more, in the plainest words: every set of offers, every amount of
// balance, and of all that the rules allow the one that is wanted. Small integers only; no code of
// the rules is used.
import type { CouponChoice } from '../../src/domain/coupons/best-use';
import type { Lot } from '../../src/domain/coupons/lot';
import type { OfferKind, StackingKind, StackingRules } from '../../src/domain/coupons/stacking';
import type { BillContext } from '../../src/domain/coupons/usable';

export interface NaiveAsk {
  readonly bill: BillContext;
  readonly rules: StackingRules;
  readonly choice?: CouponChoice;
}

/** An amount for every lot, by id; lots that are not used are missing. */
export type NaiveUse = ReadonlyMap<string, number>;

/** Saves most; then most of what was fixed; then most of what expires soonest, lot by lot. */
export function naiveBestUse(lots: readonly Lot[], ask: NaiveAsk): NaiveUse {
  const wanted = new Map(ask.choice?.fixed.map(({ lotId, amountFen }) => [lotId, amountFen]));
  const left = lots.filter(({ id }) => ask.choice?.off.includes(id) !== true);
  const inOrder = [
    ...soonestFirst(left.filter(({ id }) => wanted.has(id))),
    ...soonestFirst(left.filter(({ id }) => !wanted.has(id))),
  ];
  let best: NaiveUse = new Map();
  for (const use of allUses(left, ask, wanted)) {
    if (comesBefore(use, best, inOrder)) best = use;
  }
  return best;
}

export function naiveSaving(use: NaiveUse): number {
  return [...use.values()].reduce((sum, each) => sum + each, 0);
}

function comesBefore(use: NaiveUse, best: NaiveUse, inOrder: readonly Lot[]): boolean {
  const more = naiveSaving(use) - naiveSaving(best);
  if (more !== 0) return more > 0;
  const differs = inOrder.find(({ id }) => (use.get(id) ?? 0) !== (best.get(id) ?? 0));
  return differs !== undefined && (use.get(differs.id) ?? 0) > (best.get(differs.id) ?? 0);
}

function soonestFirst<L extends Lot>(lots: readonly L[]): L[] {
  return [...lots].sort((a, b) => a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1));
}

/** Everything that the rules allow on this bill. */
function allUses(
  lots: readonly Lot[],
  ask: NaiveAsk,
  wanted: ReadonlyMap<string, number>,
): NaiveUse[] {
  const offers = lots.filter(({ kind }) => kind === 'offer');
  const balances = lots.filter(({ kind }) => kind === 'balance');
  return setsOf(offers)
    .filter((set) => mayGoTogether(set, ask.rules))
    .flatMap((set) => {
      const given = give(set, ask);
      let uses: NaiveUse[] = [given];
      for (const lot of balances) {
        const most = Math.min(naiveMost(lot, ask.bill), wanted.get(lot.id) ?? Infinity);
        uses = uses.flatMap((use) =>
          Array.from({ length: most + 1 }, (_, amount) =>
            amount === 0 ? use : new Map([...use, [lot.id, amount]]),
          ).filter((each) => isWithinLimits(each, { lots, ask })),
        );
      }
      return uses.filter((use) =>
        mayGoTogether(
          lots.filter(({ id }) => use.has(id)),
          ask.rules,
        ),
      );
    });
}

function setsOf<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

/** Offers one after another, each what is left of the bill for it. */
function give(offers: readonly Lot[], { bill, rules }: NaiveAsk): NaiveUse {
  const use = new Map<string, number>();
  let open = Number(bill.amountFen);
  let ofShop = shopLimit({ bill, rules });
  for (const kind of rules.order) {
    for (const lot of soonestFirst(offers.filter((each) => kindOf(each) === kind))) {
      const isOfShop = lot.fundedBy === 'acceptor';
      const amount = Math.min(naiveMost(lot, bill), open, isOfShop ? ofShop : Infinity);
      if (amount === 0) continue;
      use.set(lot.id, amount);
      open -= amount;
      if (isOfShop) ofShop -= amount;
    }
  }
  return use;
}

function shopLimit({ bill, rules }: Pick<NaiveAsk, 'bill' | 'rules'>): number {
  return Math.floor((bill.amountFen * rules.shopShareBps) / 10_000);
}

function isWithinLimits(
  use: NaiveUse,
  { lots, ask }: { lots: readonly Lot[]; ask: NaiveAsk },
): boolean {
  const ofShop = lots.filter(({ fundedBy }) => fundedBy === 'acceptor');
  const shopSum = ofShop.reduce((sum, { id }) => sum + (use.get(id) ?? 0), 0);
  return naiveSaving(use) <= ask.bill.amountFen && shopSum <= shopLimit(ask);
}

function mayGoTogether(lots: readonly Lot[], { atMost, notTogether }: StackingRules): boolean {
  const kinds = lots.map(kindOf);
  const isTooMany = Object.entries(atMost).some(
    ([kind, most]) => kinds.filter((each) => each === kind).length > most,
  );
  const isApart = notTogether.some(([a, b]) => kinds.includes(a) && kinds.includes(b));
  return !isTooMany && !isApart;
}

function kindOf(lot: Lot): StackingKind {
  const isOfShop = lot.fundedBy === 'acceptor';
  if (lot.kind === 'balance') return isOfShop ? 'shop-balance' : 'balance';
  const offer: OfferKind =
    lot.benefit.kind === 'free-delivery' ? 'delivery' : isOfShop ? 'shop-offer' : 'alliance-offer';
  return offer;
}

/** What a lot could pay of a bill by itself. */
export function naiveMost(lot: Lot, bill: BillContext): number {
  const isInTime = lot.startsAt <= bill.at && bill.at < lot.expiresAt;
  const isTaken =
    lot.channels.includes(bill.channel) && isInScope(lot, bill) && isInWindow(lot, bill);
  if (!isInTime || !isTaken || bill.amountFen < lot.minSpendFen) return 0;
  return Math.min(
    lot.balanceFen,
    benefitOf(lot, bill),
    Math.floor((bill.amountFen * lot.maxShareBps) / 10_000),
  );
}

function benefitOf(lot: Lot, bill: BillContext): number {
  if (lot.kind === 'balance') return Infinity;
  const { benefit } = lot;
  if (benefit.kind === 'money-off') return benefit.offFen;
  if (benefit.kind === 'free-delivery') return bill.deliveryFen;
  return Math.floor((bill.amountFen * benefit.offBps) / 10_000);
}

function isInScope({ scope }: Lot, { merchantId, category, siteId }: BillContext): boolean {
  if (scope.kind === 'merchants') return scope.merchants.some(({ id }) => id === merchantId);
  if (scope.kind === 'category') return scope.category === category;
  return scope.kind === 'alliance' || scope.siteId === siteId;
}

/** China has no summer time: eight hours are added, and the week of UTC is read. */
function isInWindow({ windows }: Lot, { at }: BillContext): boolean {
  if (windows === undefined) return true;
  const china = new Date(at + 8 * 3_600_000);
  const day = china.getUTCDay() === 0 ? 7 : china.getUTCDay();
  const minute = china.getUTCHours() * 60 + china.getUTCMinutes();
  return windows.some(
    ({ weekdays, fromMinute, untilMinute }) =>
      weekdays.includes(day) && fromMinute <= minute && minute < untilMinute,
  );
}
