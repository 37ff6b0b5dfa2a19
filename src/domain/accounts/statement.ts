// What happened to an account, from its journal entries: a row for each change of a coupon, of its
// points, and of its offset. All rows of a lot add up to its balance and to what open orders hold of
// it; all rows of points to the account's points, those that take effect later included; all rows
// of the offset to the offset.
import type { EntryKind, JournalEntry, Move } from '../journal/entry';
import * as names from '../journal/names';
import { centipoints, fen, negate, totalFen, type Centipoints, type Fen } from '../money/amounts';
import type { Account } from './account';

export type CouponRowKind =
  'given' | 'spent' | 'returned' | 'taken-back' | 'repaid' | 'expired' | 'left';

interface Origin {
  /** Unique within the account: the entry's id and the row's place in it. */
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  readonly orderId?: string;
}

interface CouponChange {
  readonly of: 'coupon';
  readonly kind: CouponRowKind;
  readonly lotId: string;
  /** Above 0 into the wallet, below 0 out of it. */
  readonly amountFen: Fen;
  readonly period?: number;
}

interface PointsChange {
  readonly of: 'points';
  readonly kind: 'earned' | 'taken-back' | 'left';
  readonly points: Centipoints;
  /** From when they count, never before the row's own instant (ms). */
  readonly effectiveAt: number;
}

interface OffsetChange {
  readonly of: 'offset';
  readonly kind: 'incurred' | 'repaid';
  /** Above 0: more is to be taken from the next releases; below 0: so much less. */
  readonly amountFen: Fen;
  /** Of what was repaid: the period whose release repaid it. */
  readonly period?: number;
}

type Change = CouponChange | PointsChange | OffsetChange;
export type CouponRow = Origin & CouponChange;
export type AccountRow = Origin & Change;

/** Whose rows; its history tells which period repaid an offset. */
export type RowsOf = Pick<Account, 'id' | 'history'>;

/** The rows of one entry for one account: its coupons, then its points, then its offset. */
export function accountRows(entry: JournalEntry, account: RowsOf): AccountRow[] {
  const { id, at, orderId } = entry;
  const changes = [
    ...couponChanges(entry, account.id),
    ...pointsChanges(entry, account.id),
    ...offsetChanges(entry, account),
  ];
  return changes.map((change, place) => ({
    ...change,
    ...{ id: `${id}#${place}`, at },
    ...(orderId === undefined ? {} : { orderId }),
  }));
}

function couponChanges(entry: JournalEntry, account: string): CouponChange[] {
  return entry.kind === 'collect' ? collected(entry, account) : moved(entry, account);
}

function collected({ payer, collected: parts = [] }: JournalEntry, account: string) {
  if (payer !== account) return [];
  return parts
    .filter(({ lotFen }) => lotFen > 0)
    .map(({ period, lotId, lotFen }): CouponChange => ({
      ...{ of: 'coupon', kind: 'given', lotId, amountFen: lotFen, period },
    }));
}

function moved({ kind, moves }: JournalEntry, account: string): CouponChange[] {
  return moves.flatMap(({ from, to, amount }): CouponChange[] => {
    const into = names.lotIdIn(to, account);
    const lotId = into ?? names.lotIdIn(from, account);
    if (lotId === undefined) return [];
    const isIn = into !== undefined;
    return [{ of: 'coupon', kind: couponKind(kind, isIn), lotId, amountFen: signed(amount, isIn) }];
  });
}

function couponKind(kind: EntryKind, isIn: boolean): CouponRowKind {
  if (isIn) return 'returned';
  switch (kind) {
    case 'paid':
      return 'spent';
    case 'refund':
      return 'taken-back';
    case 'returned':
      return 'repaid';
    case 'left':
      return 'left';
    default:
      return 'expired';
  }
}

function pointsChanges({ kind, matures, effectiveAt }: JournalEntry, account: string) {
  const name = names.pointsOf(account);
  return movesOf(matures, name).map(({ to, amount }): PointsChange => ({
    of: 'points',
    kind: to === name ? 'earned' : kind === 'left' ? 'left' : 'taken-back',
    points: centipoints(to === name ? amount : -amount),
    effectiveAt,
  }));
}

/** The journal's name of an offset is negative while it is open. */
function offsetChanges({ id, kind, moves }: JournalEntry, account: RowsOf): OffsetChange[] {
  const name = names.offsetOf(account.id);
  const its = movesOf(moves, name);
  const periods = kind === 'collect' ? periodsThatRepaid(id, account).slice(-its.length) : [];
  return its.map(({ to, amount }, place): OffsetChange => {
    const period = periods[place];
    return {
      of: 'offset',
      kind: to === name ? 'repaid' : 'incurred',
      amountFen: signed(amount, to !== name),
      ...(period === undefined ? {} : { period }),
    };
  });
}

/**
 * All periods that have repaid an offset up to a collection, `<account>:collect:<period>`. Its own
 * are the last ones of them, as many as it has such moves.
 */
function periodsThatRepaid(entryId: string, { history }: RowsOf): number[] {
  const through = Number(entryId.slice(entryId.lastIndexOf(':') + 1));
  return history
    .filter(({ period, offsetFen }) => period <= through && offsetFen > 0)
    .map(({ period }) => period);
}

function movesOf(moves: readonly Move[], name: names.AccountName): Move[] {
  return moves.filter(({ from, to }) => from === name || to === name);
}

function signed(amount: number, isAdded: boolean): Fen {
  return isAdded ? fen(amount) : negate(fen(amount));
}

/** What all rows of a lot add up to. */
export function balanceOfRows(rows: readonly AccountRow[], lotId: string): Fen {
  return totalFen(
    rows.flatMap((row) => (row.of === 'coupon' && row.lotId === lotId ? row.amountFen : [])),
  );
}
