// Brings an account up to a period of the pool: collects what each dividend gives, expires lots,
// merges matured points. Each period is floored by itself, so often = seldom, to the fen.
import { giveUpLots } from '../coupons/cover';
import { fundLot, putIntoLots, type Lot } from '../coupons/lot';
import {
  journalEntry,
  moveCoupons,
  moveFen,
  type Collected,
  type JournalEntry,
  type Move,
} from '../journal/entry';
import * as names from '../journal/names';
import {
  add,
  atLeastZero,
  ceilingOf,
  releaseOf,
  smaller,
  subtract,
  totalFen,
  totalPoints,
  type Centipoints,
  type Fen,
} from '../money/amounts';
import type { Dividend } from '../pool/dividend';
import type { Account, Maturing, PeriodShare } from './account';

export interface AccountRules {
  /** Lifetime cap: never released more than this many times the points. */
  readonly capMultiple: number;
}

/** One read of pool/state. */
export interface Through {
  readonly period: number;
  readonly cursor: number;
}

export interface Settlement<A extends Account = Account> {
  readonly account: A;
  /** To be written with the account, in one transaction. */
  readonly entries: readonly JournalEntry[];
}

interface Input<A extends Account> {
  readonly account: A;
  /** At least those with account.period < period ≤ through.period. */
  readonly dividends: readonly Dividend[];
  readonly through: Through;
  /** Clock of the transaction attempt, ms. */
  readonly at: number;
  readonly rules: AccountRules;
}

/** Settles an account; the same input gives the same entries, so a retry writes nothing twice. */
export function settle<A extends Account>(input: Input<A>): Settlement<A> {
  const collected = collectAll(input);
  const expired = expireLots(collected.account, input.at);
  return {
    account: mergeMatured(expired.account, input.through.cursor),
    entries: [...collected.entries, ...expired.entries],
  };
}

/** Periods between the account's and the pool's that have to be read. */
export function hasUnsettledPeriods(account: Account, through: Through): boolean {
  return account.period < through.period;
}

interface Collecting<A extends Account> {
  readonly account: A;
  readonly moves: readonly Move[];
  readonly collected: readonly Collected[];
}

function collectAll<A extends Account>(input: Input<A>): Settlement<A> {
  const { account, dividends, through, at } = input;
  const due = dividends
    .filter(({ period }) => period > account.period && period <= through.period)
    .sort((a, b) => a.period - b.period);
  const start: Collecting<A> = { account, moves: [], collected: [] };
  const done = due.reduce((so, dividend) => collect(so, { dividend, input }), start);
  const settled = { ...done.account, period: Math.max(account.period, through.period) };
  if (done.moves.length === 0) return { account: settled, entries: [] };
  const entry = journalEntry({
    id: `${account.id}:collect:${through.period}`,
    kind: 'collect',
    at,
    effectiveAt: at,
    payer: account.id,
    moves: done.moves,
    matures: [],
    collected: done.collected,
  });
  return { account: settled, entries: [entry] };
}

/**
 * One period: offset first, then advance, then a coupon lot. A period whose coupons have expired
 * gives no lot and moves no cover, which the fold returns; it still repays both.
 */
function collect<A extends Account>(
  { account, moves, collected }: Collecting<A>,
  { dividend, input: { at, rules } }: { dividend: Dividend; input: Input<A> },
): Collecting<A> {
  const share = shareOfPeriod(account, { dividend, rules });
  const repaidFen = add(share.offsetFen, share.advanceFen);
  const lotFen = subtract(share.amountFen, repaidFen);
  const after: A = {
    ...account,
    receivedFen: add(account.receivedFen, share.amountFen),
    offsetFen: subtract(account.offsetFen, share.offsetFen),
    advanceFen: subtract(account.advanceFen, share.advanceFen),
    history: share.amountFen > 0 || share.isCapped ? [...account.history, share] : account.history,
  };
  if (at >= dividend.expiresAt) {
    return { account: after, moves: [...moves, ...repaying(account.id, share)], collected };
  }
  const uncapped = releaseOf(share.eligible, dividend.rate);
  const { at: startsAt, expiresAt } = dividend;
  const lot = fundLot({ source: 'dividend', amountFen: lotFen, startsAt, expiresAt });
  return {
    account: lotFen > 0 ? { ...after, lots: putIntoLots(after.lots, lot) } : after,
    moves: [...moves, ...collectMoves({ account: account.id, lot, share, uncapped })],
    collected:
      uncapped > 0
        ? [...collected, { period: dividend.period, amountFen: uncapped, lotId: lot.id, lotFen }]
        : collected,
  };
}

function collectMoves({
  account,
  lot,
  share,
  uncapped,
}: {
  account: string;
  lot: Lot;
  share: PeriodShare;
  uncapped: Fen;
}): Move[] {
  const capped = subtract(uncapped, share.amountFen);
  return [
    ...moveCoupons(
      { from: names.COUPONS_ISSUED, to: names.couponsOf(account, lot) },
      lot.balanceFen,
    ),
    ...repaying(account, share),
    ...moveFen(
      { from: names.DIVIDEND_COMMITTED, to: names.DIVIDEND_FREE },
      totalFen([capped, share.offsetFen, share.advanceFen]),
    ),
  ];
}

function repaying(account: string, { offsetFen, advanceFen }: PeriodShare): Move[] {
  const from = names.COUPONS_ISSUED;
  return [
    ...moveCoupons({ from, to: names.offsetOf(account) }, offsetFen),
    ...moveCoupons({ from, to: names.advanceOf(account) }, advanceFen),
  ];
}

/** What a dividend gives: floor(eligible × rate / 10⁹), cut so that received ≤ cap × eligible. */
export function shareOfPeriod(
  account: Account,
  { dividend, rules }: { dividend: Dividend; rules: AccountRules },
): PeriodShare {
  const { period, cut, rate, tableRate, at: declaredAt, expiresAt } = dividend;
  const eligible = eligibleAt(account, cut);
  const { amountFen, isCapped } = releaseUnderCap({
    uncapped: releaseOf(eligible, rate),
    eligible,
    receivedFen: account.receivedFen,
    rules,
  });
  const offsetFen = smaller(amountFen, account.offsetFen);
  const advanceFen = smaller(subtract(amountFen, offsetFen), account.advanceFen);
  const numbers = { eligible, amountFen, isCapped, offsetFen, advanceFen };
  return { period, cut, declaredAt, expiresAt, rate, tableRate, ...numbers };
}

/** A release under the lifetime cap of what was received before it. */
export function releaseUnderCap({
  uncapped,
  eligible,
  receivedFen,
  rules,
}: {
  uncapped: Fen;
  eligible: Centipoints;
  receivedFen: Fen;
  rules: AccountRules;
}): { amountFen: Fen; isCapped: boolean } {
  const room = atLeastZero(subtract(ceilingOf(eligible, rules.capMultiple), receivedFen));
  return { amountFen: smaller(uncapped, room), isCapped: room < uncapped };
}

function eligibleAt({ points, maturing }: Account, cut: number): Centipoints {
  const matured = maturing.filter(({ effectiveAt }) => effectiveAt <= cut);
  return atLeastZero(add(points, totalPoints(matured.map((each) => each.points))));
}

/** Expired lots leave the wallet and their cover returns to its fund. */
function expireLots<A extends Account>(account: A, at: number): Settlement<A> {
  const expired = account.lots.filter(({ expiresAt }) => expiresAt <= at);
  if (expired.length === 0) return { account, entries: [] };
  const lots = account.lots.filter(({ expiresAt }) => expiresAt > at);
  const { account: after, moves } = giveUpLots({ ...account, lots }, expired);
  if (moves.length === 0) return { account: after, entries: [] };
  // What another clock gave back just before its end expires once more, so `at` is in the id.
  const last = Math.max(...expired.map(({ expiresAt }) => expiresAt));
  const id = `${account.id}:expire:${last}:${at}`;
  const acted = { at, effectiveAt: at, payer: account.id };
  const entry = journalEntry({ id, kind: 'expire', ...acted, moves, matures: [] });
  return { account: after, entries: [entry] };
}

/** Merges what the pool has read into points; only right at the period of the same read. */
export function mergeMatured<A extends Account>(account: A, cursor: number): A {
  const isMatured = ({ effectiveAt }: Maturing): boolean => effectiveAt <= cursor;
  const matured = account.maturing.filter(isMatured);
  if (matured.length === 0) return account;
  return {
    ...account,
    points: add(account.points, totalPoints(matured.map((each) => each.points))),
    maturing: account.maturing.filter((each) => !isMatured(each)),
  };
}
