// What happened to an account's coupons, from its journal entries: a row for each change of a lot.
// All rows of a lot add up to its balance and to what open orders hold of it.
import type { EntryKind, JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import { fen, negate, NO_FEN, type Fen } from '../money/amounts';

export type CouponRowKind =
  'given' | 'spent' | 'returned' | 'taken-back' | 'repaid' | 'expired' | 'left';

export interface CouponRow {
  /** Unique within the account: the entry's id and the row's place in it. */
  readonly id: string;
  readonly entryId: string;
  readonly kind: CouponRowKind;
  /** Milliseconds. */
  readonly at: number;
  readonly lotId: string;
  /** Above 0 into the wallet, below 0 out of it. */
  readonly amountFen: Fen;
  readonly period?: number;
  readonly orderId?: string;
}

type Row = Pick<CouponRow, 'kind' | 'lotId' | 'amountFen' | 'period'>;

/** The rows of one entry for one account, in the entry's own order. */
export function couponRows(entry: JournalEntry, account: string): CouponRow[] {
  const { id: entryId, at, orderId } = entry;
  const rows = entry.kind === 'collect' ? collectedRows(entry, account) : movedRows(entry, account);
  return rows.map((row, place) => ({
    ...row,
    ...{ id: `${entryId}#${place}`, entryId, at },
    ...(orderId === undefined ? {} : { orderId }),
  }));
}

function collectedRows({ payer, collected = [] }: JournalEntry, account: string): Row[] {
  if (payer !== account) return [];
  return collected
    .filter(({ lotFen }) => lotFen > 0)
    .map(({ period, lotId, lotFen }) => ({ kind: 'given', lotId, amountFen: lotFen, period }));
}

function movedRows({ kind, moves }: JournalEntry, account: string): Row[] {
  const prefix = names.couponsOf(account, '');
  return moves.flatMap(({ from, to, amount }) => {
    const isIn = to.startsWith(prefix);
    if (!isIn && !from.startsWith(prefix)) return [];
    const amountFen = fen(amount);
    return {
      kind: rowKind(kind, isIn),
      lotId: (isIn ? to : from).slice(prefix.length),
      amountFen: isIn ? amountFen : negate(amountFen),
    };
  });
}

function rowKind(kind: EntryKind, isIn: boolean): CouponRowKind {
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

/** What all rows of a lot add up to. */
export function balanceOfRows(rows: readonly CouponRow[], lotId: string): Fen {
  return rows
    .filter((row) => row.lotId === lotId)
    .reduce((sum, { amountFen }) => fen(Number(sum) + Number(amountFen)), NO_FEN);
}
