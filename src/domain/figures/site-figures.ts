// Figures of each site and of the fund: a fold of the journal for the open ledger. Refunds are
// taken off.
import { foldActivities, type Activities } from '../campaigns/activities';
import type { JournalEntry, Move } from '../journal/entry';
import * as names from '../journal/names';
import { add, centipoints, fen, NO_FEN, NO_POINTS } from '../money/amounts';
import type { Centipoints, Fen } from '../money/amounts';
import type { Pass } from '../pool/fold';
import type { ReadPosition } from '../pool/state';
import { invariant } from '../result';
import { foldFund, NO_FUND, type FundFigures } from './fund-figures';

export interface SiteFigures {
  /** Paid orders. */
  readonly orders: number;
  /** Bills, coupons included. */
  readonly salesFen: Fen;
  /** Rebates that the shops gave on them. */
  readonly rebateFen: Fen;
  /** What of the rebates has matured into the fund behind coupons. */
  readonly fundFen: Fen;
  /** Coupons of dividends that the shops took; the fund has paid for them. */
  readonly couponFen: Fen;
  /** Coupons of campaigns and fan rewards that they took; those funds have paid for them. */
  readonly otherCouponFen: Fen;
  /** Points in effect, of both sides. */
  readonly points: Centipoints;
}

export interface FiguresState {
  readonly reading: { readonly at: ReadPosition; readonly effectiveAt: ReadPosition };
  /** By site; '' is for entries of no site, such as those of people who leave. */
  readonly sites: Readonly<Record<string, SiteFigures>>;
  readonly fund: FundFigures;
  readonly activities: Activities;
}

export const NO_FIGURES: SiteFigures = {
  orders: 0,
  salesFen: NO_FEN,
  rebateFen: NO_FEN,
  fundFen: NO_FEN,
  couponFen: NO_FEN,
  otherCouponFen: NO_FEN,
  points: NO_POINTS,
};

const START: ReadPosition = { time: 0, id: '' };

export const EMPTY_FIGURES: FiguresState = {
  reading: { at: START, effectiveAt: START },
  sites: {},
  fund: NO_FUND,
  activities: {},
};

/** Applies a page of one pass, in the order of (time, id) and behind where that pass stands. */
export function foldFigures(
  state: FiguresState,
  { pass, entries }: { pass: Pass; entries: readonly JournalEntry[] },
): FiguresState {
  const sites = new Map(Object.entries(state.sites));
  let { fund, reading, activities } = state;
  for (const entry of entries) {
    reading = { ...reading, [pass]: positionBehind(reading[pass], entry, pass) };
    fund = foldFund(fund, entry, pass);
    if (pass === 'at') activities = foldActivities(activities, entry);
    const change = pass === 'at' ? movedFigures(entry) : maturedFigures(entry);
    if (change === undefined) continue;
    const site = entry.siteId ?? '';
    sites.set(site, addFigures(sites.get(site) ?? NO_FIGURES, change));
  }
  return { reading, sites: Object.fromEntries(sites), fund, activities };
}

function positionBehind(stands: ReadPosition, entry: JournalEntry, pass: Pass): ReadPosition {
  const { id, [pass]: time } = entry;
  const isBehind = time > stands.time || (time === stands.time && id > stands.id);
  invariant(isBehind, `${id} was read before`);
  return { time, id };
}

/** All sites together. */
export function wholeFigures({ sites }: FiguresState): SiteFigures {
  return Object.values(sites).reduce(addFigures, NO_FIGURES);
}

export function addFigures(left: SiteFigures, right: SiteFigures): SiteFigures {
  return {
    orders: left.orders + right.orders,
    salesFen: add(left.salesFen, right.salesFen),
    rebateFen: add(left.rebateFen, right.rebateFen),
    fundFen: add(left.fundFen, right.fundFen),
    couponFen: add(left.couponFen, right.couponFen),
    otherCouponFen: add(left.otherCouponFen, right.otherCouponFen),
    points: add(left.points, right.points),
  };
}

/** What counts from `at`: the bill, its rebate, its coupons, and what a refund takes back. */
function movedFigures({ kind, billFen = NO_FEN, moves }: JournalEntry): SiteFigures | undefined {
  if (kind !== 'paid' && kind !== 'refund') return undefined;
  return {
    ...NO_FIGURES,
    orders: kind === 'paid' ? 1 : 0,
    salesFen: billFen,
    rebateFen: sumOf(moves, { from: isShop, to: isShareOfRebate }),
    fundFen: sumOf(moves, { from: isShop, to: isFund }),
    couponFen: sumOf(moves, { from: (name) => name === names.DIVIDEND_COMMITTED, to: isShop }),
    otherCouponFen: sumOf(moves, { from: isOtherCover, to: isShop }),
  };
}

/** What counts from `effectiveAt`: points, and the fund's share. */
function maturedFigures({ matures }: JournalEntry): SiteFigures | undefined {
  if (matures.length === 0) return undefined;
  const points = sumOf(matures, {
    from: (name) => name === names.POINTS_ISSUED,
    to: (name) => name.startsWith('points/'),
  });
  return {
    ...NO_FIGURES,
    fundFen: sumOf(matures, { from: (name) => name === names.FUND_PENDING, to: isFund }),
    points: centipoints(Number(points)),
  };
}

/** Moves one way less moves the other way. */
function sumOf(
  moves: readonly Move[],
  { from, to }: { from: (name: string) => boolean; to: (name: string) => boolean },
): Fen {
  let sum = NO_FEN;
  for (const move of moves) {
    if (from(move.from) && to(move.to)) sum = add(sum, fen(move.amount));
    else if (to(move.from) && from(move.to)) sum = add(sum, fen(-move.amount));
  }
  return sum;
}

const OWED = names.owed('');
const SHOPS = [names.payableMerchant(''), names.receivableRebate('')];

function isShop(name: string): boolean {
  return SHOPS.some((prefix) => name.startsWith(prefix));
}

/** The fund's own side of a refund: what it owes, and crumbs that go straight. */
function isFund(name: string): boolean {
  return name === names.DIVIDEND_FREE || name.startsWith(OWED);
}

/** Everything a rebate can lie in: neither a payer's cash nor the cover of spent coupons. */
function isShareOfRebate(name: string): boolean {
  return !isShop(name) && name !== names.CASH_PAYERS && !isCover(name);
}

function isCover(name: string): boolean {
  return name === names.DIVIDEND_COMMITTED || isOtherCover(name);
}

function isOtherCover(name: string): boolean {
  return name === names.FAN_COMMITTED || name.startsWith(names.activityFund(''));
}
