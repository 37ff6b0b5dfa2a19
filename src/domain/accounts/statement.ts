// What happened to an account, from its journal entries: a row for each change of a coupon, of its
// points, of its offset and of its advance. All rows of a lot add up to its balance and to what open
// orders hold of it; all rows of points to the account's points, those that take effect later
// included; all rows of offset and of advance to what is open of them.
import type { EntryKind, JournalEntry, Move } from '../journal/entry';
import * as names from '../journal/names';
import { centipoints, fen, negate, totalFen, type Centipoints, type Fen } from '../money/amounts';
import type { Account } from './account';

export type CouponRowKind =
  | 'given'
  | 'claimed'
  | 'earned'
  | 'advanced'
  | 'spent'
  | 'returned'
  | 'taken-back'
  | 'repaid'
  | 'expired'
  | 'left';

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
  readonly kind: 'incurred' | 'repaid' | 'carried';
  /** Above 0: more is to be taken from the next releases; below 0: so much less. */
  readonly amountFen: Fen;
  /** Of what was repaid: the period whose release repaid it. */
  readonly period?: number;
}

interface AdvanceChange {
  readonly of: 'advance';
  readonly kind: 'taken' | 'repaid' | 'carried';
  /** Above 0: the next releases repay so much more; below 0: so much less. */
  readonly amountFen: Fen;
  /** Of what was repaid by a release: its period; by what was never spent of it: none. */
  readonly period?: number;
}

type Change = CouponChange | PointsChange | OffsetChange | AdvanceChange;
export type CouponRow = Origin & CouponChange;
export type AccountRow = Origin & Change;

/** Whose rows; its history tells which period repaid what. */
export type RowsOf = Pick<Account, 'id' | 'history'>;

/** The rows of one entry for one account: coupons, then points, then offset and advance. */
export function accountRows(entry: JournalEntry, account: RowsOf): AccountRow[] {
  const { id, at, orderId } = entry;
  const changes = [
    ...couponChanges(entry, account.id),
    ...pointsChanges(entry, account.id),
    ...offsetChanges(entry, account),
    ...advanceChanges(entry, account),
  ];
  return changes.map((change, place) => ({
    ...change,
    ...{ id: `${id}#${place}`, at },
    ...(orderId === undefined ? {} : { orderId }),
  }));
}

/** What an account that began anew had left open: the rows before its first. */
export function carriedRows({
  id,
  since = 0,
  carried,
}: Pick<Account, 'id' | 'since' | 'carried'>): AccountRow[] {
  if (carried === undefined) return [];
  return (['offset', 'advance'] as const).flatMap((of): AccountRow[] => {
    const amountFen = carried[`${of}Fen`];
    return amountFen > 0
      ? [{ id: `${id}:carried#${of}`, at: since, of, kind: 'carried', amountFen }]
      : [];
  });
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
  return isIn ? kindOfGain(kind) : kindOfLoss(kind);
}

function kindOfGain(kind: EntryKind): CouponRowKind {
  switch (kind) {
    case 'claim':
      return 'claimed';
    case 'paid':
    case 'fan-reward':
      return 'earned';
    case 'advance':
      return 'advanced';
    default:
      return 'returned';
  }
}

function kindOfLoss(kind: EntryKind): CouponRowKind {
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

function offsetChanges(entry: JournalEntry, account: RowsOf): OffsetChange[] {
  const name = names.offsetOf(account.id);
  return openChanges(entry, { name, periods: periodsWith(account, 'offsetFen') }).map((change) => ({
    ...{ of: 'offset', kind: change.amountFen > 0 ? 'incurred' : 'repaid' },
    ...change,
  }));
}

function advanceChanges(entry: JournalEntry, account: RowsOf): AdvanceChange[] {
  const name = names.advanceOf(account.id);
  return openChanges(entry, { name, periods: periodsWith(account, 'advanceFen') }).map(
    (change) => ({
      ...{ of: 'advance', kind: change.amountFen > 0 ? 'taken' : 'repaid' },
      ...change,
    }),
  );
}

/**
 * Changes of what later releases repay; the journal's name of it is negative while it is open. Of
 * all periods that have repaid it up to a collection, `<account>:collect:<period>`, its own are the
 * last ones, as many as it has such moves.
 */
function openChanges(
  { id, kind, moves }: JournalEntry,
  { name, periods }: { name: names.AccountName; periods: readonly number[] },
): { amountFen: Fen; period?: number }[] {
  const its = movesOf(moves, name);
  const through = Number(id.slice(id.lastIndexOf(':') + 1));
  const own =
    kind === 'collect' ? periods.filter((period) => period <= through).slice(-its.length) : [];
  return its.map(({ to, amount }, place) => {
    const period = own[place];
    return {
      amountFen: signed(amount, to !== name),
      ...(period === undefined ? {} : { period }),
    };
  });
}

/** Periods whose release has repaid something. */
function periodsWith({ history }: RowsOf, what: 'offsetFen' | 'advanceFen'): number[] {
  return history.filter((share) => share[what] > 0).map(({ period }) => period);
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
