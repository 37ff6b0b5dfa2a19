// The open ledger's figures, counted anew from the entries that they have read.
import { Balances } from './balances';
import type { Books } from './books';
import type { EntryDocument, FiguresDocument, Position } from './documents';
import { COMMITTED, FREE, ISSUED, PENDING, POINTS } from './entries/rule';
import { same, type Finding } from './finding';

const FIELDS = [
  ...(['orders', 'salesFen', 'rebateFen', 'fundFen'] as const),
  ...(['couponFen', 'otherCouponFen', 'points'] as const),
];
type Site = Record<(typeof FIELDS)[number], bigint>;

export function checkFigures(figures: FiguresDocument, books: Books): Finding[] {
  const { at, effectiveAt } = figures.reading;
  const moved = books.journal.filter((entry) => isRead(entry._id, entry.at, at));
  const matured = books.journal.filter((entry) =>
    isRead(entry._id, entry.effectiveAt, effectiveAt),
  );
  const sites = new Map<string, Site>();
  for (const entry of moved) countMoved(siteOf(sites, entry), entry);
  for (const entry of matured) countMatured(siteOf(sites, entry), entry);
  const names = new Set([...sites.keys(), ...Object.keys(figures.sites)]);
  return [
    ...[...names].flatMap((name) =>
      FIELDS.flatMap((field) =>
        same('figures-rebuilt', `figures of ${name === '' ? 'no site' : name}, ${field}`, {
          says: figures.sites[name]?.[field] ?? 0,
          is: sites.get(name)?.[field] ?? 0n,
        }),
      ),
    ),
    ...checkFund(figures, { moved, matured }),
  ];
}

function isRead(id: string, time: number, position: Position): boolean {
  return time < position.time || (time === position.time && id <= position.id);
}

function siteOf(sites: Map<string, Site>, { siteId = '' }: EntryDocument): Site {
  const known = sites.get(siteId);
  if (known !== undefined) return known;
  const money = { salesFen: 0n, rebateFen: 0n, fundFen: 0n, couponFen: 0n, otherCouponFen: 0n };
  const site = { orders: 0n, ...money, points: 0n };
  sites.set(siteId, site);
  return site;
}

/**
 * A shop gave what it took in cash and coupons, less what it is owed for it. Its coupons are those
 * of the dividends, whose fund the ledger clears between sites.
 */
function countMoved(site: Site, { kind, billFen = 0, moves }: EntryDocument): void {
  if (kind !== 'paid' && kind !== 'refund') return;
  const change = Balances.of(moves);
  const coupons = paidForCoupons(moves, isCover);
  const shops = change.sum('payable/merchant/') + change.sum('receivable/rebate/');
  if (kind === 'paid') site.orders += 1n;
  site.salesFen += BigInt(billFen);
  site.rebateFen += coupons - change.get('cash/payers') - shops;
  const ofDividends = paidForCoupons(moves, (name) => name === COMMITTED);
  site.couponFen += ofDividends;
  site.otherCouponFen += coupons - ofDividends;
  site.fundFen += change.sum('fund/dividend/') + change.sum('owed/') + ofDividends;
}

function countMatured(site: Site, { matures }: EntryDocument): void {
  const change = Balances.of(matures);
  site.fundFen += change.sum('fund/dividend/') + change.sum('owed/');
  site.points -= change.get(POINTS);
}

function isCover(name: string): boolean {
  return name === COMMITTED || name === 'fund/fan/committed' || name.startsWith('fund/activity/');
}

/** Between a fund and a shop, whichever way. */
function paidForCoupons(moves: EntryDocument['moves'], isFund: (name: string) => boolean): bigint {
  const between = new Balances();
  const isShop = (name: string): boolean => name.startsWith('payable/merchant/');
  for (const { from, to, amount } of moves) {
    if (isFund(from) && isShop(to)) between.add('shop', BigInt(amount));
    if (isFund(to) && isShop(from)) between.add('shop', -BigInt(amount));
  }
  return between.get('shop');
}

function checkFund(
  { fund }: FiguresDocument,
  { moved, matured }: { moved: readonly EntryDocument[]; matured: readonly EntryDocument[] },
): Finding[] {
  const read = new Balances();
  for (const { moves } of moved) read.apply(moves);
  for (const { matures } of matured) read.apply(matures);
  let promised = 0n;
  for (const { kind, moves, collected = [] } of moved) {
    if (kind === 'dividend' || kind === 'dividend-lapsed') {
      promised += Balances.of(moves).get(COMMITTED);
    }
    for (const { amountFen } of collected) promised -= BigInt(amountFen);
  }
  const is: Readonly<Record<string, bigint>> = {
    pendingFen: read.get(PENDING),
    freeFen: read.get(FREE),
    committedFen: read.get(COMMITTED),
    couponsFen: read.sum('coupons/') - read.get(ISSUED),
    advanceFen: read.get('fund/dividend/advance'),
    fanFreeFen: read.get('fund/fan/free'),
    fanCommittedFen: read.get('fund/fan/committed'),
    fanCouponsFen: read.sum('fan-coupons/') - read.get('fan-coupons/issued'),
    activityFen: read.sum('fund/activity/'),
    activityCouponsFen: read.sum('activity-coupons/') - read.get('activity-coupons/issued'),
    shopCouponsFen: read.sum('shop-coupons/') - read.get('shop-coupons/issued'),
    uncollectedFen: promised,
    owedFen: -read.sum('owed/'),
    periods: BigInt(moved.filter(({ kind }) => kind === 'dividend').length),
  };
  return Object.entries(is).flatMap(([field, value]) =>
    same('figures-rebuilt', `ledger ${field}`, { says: fund[field] ?? 0, is: value }),
  );
}
