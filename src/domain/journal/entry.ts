// One business event in the double-entry journal. Entries never change; an undo is a new entry.
import type { Centipoints, Fen } from '../money/amounts';
import { invariant } from '../result';
import * as names from './names';
import type { AccountName, Asset } from './names';

export interface Move {
  readonly from: AccountName;
  readonly to: AccountName;
  readonly asset: Asset;
  /** Fen, coupon fen or centipoints; above 0. */
  readonly amount: number;
}

export type EntryKind =
  | 'paid'
  | 'shared'
  | 'refund'
  | 'collect'
  | 'expire'
  | 'returned'
  | 'dividend'
  | 'dividend-lapsed'
  | 'owed-paid'
  | 'advance-filled'
  | 'left'
  | 'campaign'
  | 'campaign-closed'
  | 'claim'
  | 'fan-reward'
  | 'advance';

/** Kinds that the pool's fold writes itself: applied when written, skipped when read. */
export const FOLD_KINDS: ReadonlySet<EntryKind> = new Set([
  'dividend',
  'dividend-lapsed',
  'owed-paid',
  'advance-filled',
]);

/** In `collect`: what an account took of one period. */
export interface Collected {
  readonly period: number;
  /** Cover that it used up, capped parts included. */
  readonly amountFen: Fen;
  /** What of it became coupons, and in which lot. */
  readonly lotId: string;
  readonly lotFen: Fen;
}

export interface JournalEntry {
  /** Deterministic, so that writing twice is writing once. */
  readonly id: string;
  readonly kind: EntryKind;
  /** Milliseconds, the clock of the transaction attempt that wrote it; `moves` count from here. */
  readonly at: number;
  /** Never before `at`; `matures` count from here. */
  readonly effectiveAt: number;
  readonly siteId?: string;
  readonly merchantId?: string;
  /** Shops whose accounts read this entry: where it happened, and who brought the payer. */
  readonly shops?: readonly string[];
  /** The shop that is rewarded for having brought the payer. */
  readonly fan?: string;
  /** Account whose act it was. */
  readonly payer?: string;
  readonly orderId?: string;
  readonly moves: readonly Move[];
  readonly matures: readonly Move[];
  /**
   * Of a bill: all that was due; what a refund took off it is negative. A bill stands in the journal
   * also where it moves nothing: paid to the shop itself, and too small for a rebate.
   */
  readonly billFen?: Fen;
  readonly collected?: readonly Collected[];
  /** Of a campaign's budget: when what is left of it goes back (ms), and to which shop. */
  readonly campaign?: { readonly id: string; readonly closesAt: number; readonly issuer?: string };
}

/** Whether an order earns by this entry; a payment whose rebate has yet to arrive does not. */
export function isEarning({ kind, matures }: JournalEntry): boolean {
  return (kind === 'paid' || kind === 'shared') && matures.length > 0;
}

/** A move of money or cover; a negative amount turns it round, 0 gives none. */
export function moveFen(ends: { from: AccountName; to: AccountName }, amount: Fen): Move[] {
  return move({ ...ends, asset: 'fen' }, amount);
}

/** A move of coupon fen; a negative amount turns it round, 0 gives none. */
export function moveCoupons(ends: { from: AccountName; to: AccountName }, amount: Fen): Move[] {
  return move({ ...ends, asset: 'coupon' }, amount);
}

/** A move of centipoints; a negative amount turns it round, 0 gives none. */
export function movePoints(
  ends: { from: AccountName; to: AccountName },
  amount: Centipoints,
): Move[] {
  return move({ ...ends, asset: 'points' }, amount);
}

function move(
  { from, to, asset }: { from: AccountName; to: AccountName; asset: Asset },
  amount: number,
): Move[] {
  if (amount === 0) return [];
  return amount > 0
    ? [{ from, to, asset, amount }]
    : [{ from: to, to: from, asset, amount: -amount }];
}

/** Checks an entry before it is written; throws when our own code built a wrong one. */
export function journalEntry(entry: JournalEntry): JournalEntry {
  invariant(entry.effectiveAt >= entry.at, `${entry.id} is effective before it happened`);
  const isEvent = entry.moves.length + entry.matures.length > 0 || entry.billFen !== undefined;
  invariant(isEvent, `${entry.id} moves nothing`);
  for (const { asset } of entry.moves) {
    invariant(asset !== 'points', `${entry.id}: points count from effectiveAt`);
  }
  for (const { from, to, asset, amount } of [...entry.moves, ...entry.matures]) {
    invariant(Number.isSafeInteger(amount) && amount > 0, `${entry.id}: ${amount} is no amount`);
    invariant(from !== to, `${entry.id}: ${from} moves to itself`);
    invariant(isOf(asset, from) && isOf(asset, to), `${entry.id}: ${asset} from ${from} to ${to}`);
  }
  return entry;
}

function isOf(asset: Asset, name: AccountName): boolean {
  const family = name.slice(0, name.indexOf('/'));
  if (asset === 'points') return family === 'points';
  if (asset === 'coupon') return names.COUPON_FAMILIES.has(family);
  return family !== 'points' && !names.COUPON_FAMILIES.has(family);
}
