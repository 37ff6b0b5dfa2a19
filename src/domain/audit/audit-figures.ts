// The open ledger's figures against the journal up to where they have read: a site's from what each
// entry changed at shops, payers and the fund, the fund's from its balances.
import type { FundFigures } from '../figures/fund-figures';
import { NO_FIGURES, type FiguresState } from '../figures/site-figures';
import { applyMoves, type Balances } from '../journal/balances';
import type { JournalEntry, Move } from '../journal/entry';
import * as names from '../journal/names';
import type { Pass } from '../pool/fold';
import { difference, type Books } from './books';
import { couponsOut, sumOf } from './sums';

interface Recounted {
  orders: bigint;
  salesFen: bigint;
  rebateFen: bigint;
  fundFen: bigint;
  couponFen: bigint;
  otherCouponFen: bigint;
  points: bigint;
}

const FIELDS = [
  ...(['orders', 'salesFen', 'rebateFen', 'fundFen'] as const),
  ...(['couponFen', 'otherCouponFen', 'points'] as const),
];

/** No figures are stored before the first run of their timer: then there is nothing to say. */
export function auditFigures({ journal, orders, figures }: Books): string[] {
  if (figures === undefined) return [];
  const read = (pass: Pass): JournalEntry[] =>
    journal.filter((entry) => isRead(entry, pass, figures));
  const bills = new Map(orders.map(({ id, bill }) => [id, BigInt(bill.amountFen)]));
  const sites = new Map<string, Recounted>();
  for (const entry of read('at')) countMoved(siteOf(sites, entry), { entry, bills });
  for (const entry of read('effectiveAt')) countMatured(siteOf(sites, entry), entry);
  return [
    ...auditSites(figures, sites),
    ...auditFund(figures, read),
    ...auditActivities(figures, { journal, read: read('at') }),
  ];
}

function isRead(entry: JournalEntry, pass: Pass, { reading }: FiguresState): boolean {
  const { time, id } = reading[pass];
  return entry[pass] < time || (entry[pass] === time && entry.id <= id);
}

function siteOf(sites: Map<string, Recounted>, { siteId = '' }: JournalEntry): Recounted {
  const known = sites.get(siteId);
  if (known !== undefined) return known;
  const money = { salesFen: 0n, rebateFen: 0n, fundFen: 0n, couponFen: 0n, otherCouponFen: 0n };
  const site = { orders: 0n, ...money, points: 0n };
  sites.set(siteId, site);
  return site;
}

/** A shop gave as rebate what it took of a bill, in cash and coupons, and is not owed. */
function countMoved(
  site: Recounted,
  { entry, bills }: { entry: JournalEntry; bills: ReadonlyMap<string, bigint> },
): void {
  const { kind, orderId = '', billFen = 0 } = entry;
  if (kind !== 'paid' && kind !== 'refund') return;
  const change = changeOf(entry.moves);
  const shops = change(names.payableMerchant('')) + change(names.receivableRebate(''));
  const couponFen = couponsTaken(entry.moves, [names.DIVIDEND_COMMITTED]);
  const takenFen = couponsTaken(entry.moves, COVERS);
  site.orders += kind === 'paid' ? 1n : 0n;
  site.salesFen += kind === 'paid' ? (bills.get(orderId) ?? 0n) : BigInt(billFen);
  site.couponFen += couponFen;
  site.otherCouponFen += takenFen - couponFen;
  site.rebateFen += takenFen - change(names.CASH_PAYERS) - shops;
  site.fundFen += fundOf(change) + couponFen;
}

function countMatured(site: Recounted, { matures }: JournalEntry): void {
  const change = changeOf(matures);
  site.fundFen += fundOf(change);
  site.points -= change(names.POINTS_ISSUED);
}

/** Coupons that a shop took: cover that reached it, out of names that begin so. */
function couponsTaken(moves: readonly Move[], covers: readonly string[]): bigint {
  const shop = names.payableMerchant('');
  const isCover = (name: string): boolean => covers.some((cover) => name.startsWith(cover));
  return moves.reduce((sum, { from, to, amount }) => {
    if (isCover(from) && to.startsWith(shop)) return sum + BigInt(amount);
    if (isCover(to) && from.startsWith(shop)) return sum - BigInt(amount);
    return sum;
  }, 0n);
}

const COVERS = [names.DIVIDEND_COMMITTED, names.FAN_COMMITTED, names.activityFund('')];

type Change = (prefix: string) => bigint;

/** What moves make of all balances whose name begins so. */
function changeOf(moves: readonly Move[]): Change {
  const balances: Balances = new Map();
  applyMoves(balances, moves);
  return (prefix) => {
    let sum = 0n;
    for (const [name, balance] of balances) if (name.startsWith(prefix)) sum += balance;
    return sum;
  };
}

function fundOf(change: Change): bigint {
  return change('fund/dividend/') + change(names.owed(''));
}

function auditSites(figures: FiguresState, sites: ReadonlyMap<string, Recounted>): string[] {
  const all = new Set([...sites.keys(), ...Object.keys(figures.sites)]);
  return [...all].flatMap((site) => {
    const says = figures.sites[site] ?? NO_FIGURES;
    const is = sites.get(site);
    return FIELDS.flatMap((field) =>
      difference(`figures of ${site === '' ? 'no site' : site}, ${field}`, {
        says: says[field],
        is: is?.[field] ?? 0n,
      }),
    );
  });
}

function auditFund({ fund }: FiguresState, read: (pass: Pass) => JournalEntry[]): string[] {
  const balances: Balances = new Map();
  for (const { moves } of read('at')) applyMoves(balances, moves);
  for (const { matures } of read('effectiveAt')) applyMoves(balances, matures);
  const declared = read('at').filter(({ kind }) => kind === 'dividend');
  const is: Readonly<Record<keyof FundFigures, bigint>> = {
    pendingFen: sumOf(balances, names.FUND_PENDING),
    freeFen: sumOf(balances, names.DIVIDEND_FREE),
    committedFen: sumOf(balances, names.DIVIDEND_COMMITTED),
    advanceFen: sumOf(balances, names.DIVIDEND_ADVANCE),
    couponsFen: couponsOut(balances, 'coupons'),
    owedFen: -sumOf(balances, names.owed('')),
    periods: BigInt(declared.length),
    uncollectedFen: uncollected(read('at')),
    fanFreeFen: sumOf(balances, names.FAN_FREE),
    fanCommittedFen: sumOf(balances, names.FAN_COMMITTED),
    fanCouponsFen: couponsOut(balances, 'fan-coupons'),
    activityFen: sumOf(balances, names.activityFund('')),
    activityCouponsFen: couponsOut(balances, 'activity-coupons'),
    shopCouponsFen: couponsOut(balances, 'shop-coupons'),
  };
  const fields = Object.keys(is) as (keyof FundFigures)[];
  return fields.flatMap((field) =>
    difference(`ledger ${field}`, { says: fund[field], is: is[field] }),
  );
}

/** Budgets of campaigns: closings count when they were written, also before they are read. */
function auditActivities(
  { activities }: FiguresState,
  { journal, read }: { journal: readonly JournalEntry[]; read: readonly JournalEntry[] },
): string[] {
  const balances: Balances = new Map();
  for (const { kind, moves } of read) if (kind !== 'campaign-closed') applyMoves(balances, moves);
  for (const { id, kind, moves } of journal) {
    const [, campaign = '', , number] = id.split(':');
    const counted = activities[campaign]?.closings ?? Infinity;
    if (kind === 'campaign-closed' && Number(number) <= counted) applyMoves(balances, moves);
  }
  const opened = read.flatMap(({ campaign }) => campaign?.id ?? []);
  return [...new Set([...opened, ...Object.keys(activities)])].flatMap((id) => [
    ...difference(`ledger budget of ${id}`, {
      says: activities[id]?.fundFen ?? 0,
      is: balances.get(names.activityFund(id)) ?? 0n,
    }),
    ...difference(`ledger coupons of ${id}`, {
      says: activities[id]?.couponsFen ?? 0,
      is: sumIf(balances, (name) => isCouponOf(id, name)),
    }),
  ]);
}

function isCouponOf(campaign: string, name: string): boolean {
  const [family, , lot] = name.split('/');
  return family === 'activity-coupons' && lot?.startsWith(`${campaign}.`) === true;
}

function sumIf(balances: Balances, isMeant: (name: string) => boolean): bigint {
  let sum = 0n;
  for (const [name, balance] of balances) if (isMeant(name)) sum += balance;
  return sum;
}

/** All that dividends and their ends moved into committed, less what was collected of it. */
function uncollected(entries: readonly JournalEntry[]): bigint {
  let sum = 0n;
  for (const { kind, moves, collected = [] } of entries) {
    if (kind === 'dividend' || kind === 'dividend-lapsed') {
      sum += changeOf(moves)(names.DIVIDEND_COMMITTED);
    }
    for (const { amountFen } of collected) sum -= BigInt(amountFen);
  }
  return sum;
}
