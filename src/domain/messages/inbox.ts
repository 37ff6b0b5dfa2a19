// The inbox of a person. It is a view: nothing is written for it but how far it was read, so no
// message can be lost or doubled, and a dividend writes to nobody.
import type { Account, PeriodShare } from '../accounts/account';
import type { EntryKind, JournalEntry } from '../journal/entry';
import { lotIdIn } from '../journal/names';
import { add, fen, negate, NO_FEN, subtract, totalFen, type Fen } from '../money/amounts';
import { DAY } from '../time';
import { daysBefore, endingsOf, type DaysBefore } from './endings';

/** How long a message is shown; what it tells of stays in statement, orders and periods. */
const SHOWN_FOR = 365 * DAY;
/** A page of the inbox. */
export const MESSAGES_PER_PAGE = 20;
/** Entries that tell a person something. */
export const TOLD_KINDS: readonly EntryKind[] = ['refund', 'expire'];

interface AnyMessage {
  /** Stays the same however often the inbox is read. */
  readonly id: string;
  /** Milliseconds: when it happened, not when the account was touched. */
  readonly at: number;
}

export type Message =
  | (AnyMessage & {
      readonly kind: 'arrived';
      readonly period: number;
      /** What became coupons. */
      readonly amountFen: Fen;
      /** What of the period repaid an offset or an advance instead. */
      readonly repaidFen: Fen;
      readonly expiresAt: number;
    })
  | (AnyMessage & {
      readonly kind: 'expiring';
      readonly daysBefore: DaysBefore;
      readonly expiresAt: number;
      readonly amountFen: Fen;
      readonly lotIds: readonly string[];
      readonly hasOffers: boolean;
    })
  | (AnyMessage & {
      readonly kind: 'expired';
      readonly amountFen: Fen;
      readonly lotIds: readonly string[];
    })
  | (AnyMessage & {
      readonly kind: 'refunded';
      readonly orderId: string;
      /** The entry's id. */
      readonly entryId: string;
      readonly amountFen: Fen;
    });

interface Read {
  /** Settled at `now`. */
  readonly account: Account;
  /** Its entries of the kinds that tell something, those that settling would write included. */
  readonly entries: readonly JournalEntry[];
  /** Milliseconds. */
  readonly now: number;
}

/** Instant (ms) after which entries have to be read for an inbox. */
export function shownSince({ since = 0 }: Pick<Account, 'since'>, now: number): number {
  return Math.max(since, now - SHOWN_FOR);
}

/** All messages of a person, newest first. */
export function messagesOf({ account, entries, now }: Read): Message[] {
  const since = shownSince(account, now);
  const messages = [
    ...account.history.flatMap((share) => arrived(account.id, share)),
    ...expiring(account, now),
    ...entries.flatMap((entry) => told(entry, account.id)),
  ];
  return messages.filter(({ at }) => at > since).sort(newestFirst);
}

/** Order of the inbox; ids settle what happened at one moment. */
export function newestFirst(a: Pick<Message, 'at' | 'id'>, b: Pick<Message, 'at' | 'id'>): number {
  return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

/** What of a period's release became coupons. */
export function couponsOfShare({ amountFen, offsetFen, advanceFen }: PeriodShare): Fen {
  return subtract(amountFen, add(offsetFen, advanceFen));
}

/** A refund may have taken the release of a period back: then there is nothing to tell. */
function arrived(account: string, share: PeriodShare): Message[] {
  if (share.amountFen <= 0) return [];
  const { period, declaredAt, expiresAt } = share;
  const amountFen = couponsOfShare(share);
  const repaidFen = subtract(share.amountFen, amountFen);
  // Periods that are declared together follow each other by their ids.
  const id = `${account}:arrived:${String(period).padStart(6, '0')}`;
  return [{ id, kind: 'arrived', at: declaredAt, period, amountFen, repaidFen, expiresAt }];
}

/** Told at the last of its days that has come; it goes with the coupon. */
function expiring(account: Account, now: number): Message[] {
  return endingsOf(account, now).flatMap((ending) => {
    const days = daysBefore(ending, now);
    if (days === undefined) return [];
    const id = `${account.id}:expiring-${days}:${ending.expiresAt}`;
    const at = ending.expiresAt - days * DAY;
    return [{ id, kind: 'expiring', at, daysBefore: days, ...ending }];
  });
}

function told(entry: JournalEntry, account: string): Message[] {
  switch (entry.kind) {
    case 'refund':
      return refunded(entry, account);
    case 'expire':
      return expired(entry, account);
    default:
      return [];
  }
}

function refunded({ id, at, orderId, payer, billFen = NO_FEN }: JournalEntry, account: string) {
  if (payer !== account || orderId === undefined) return [];
  const amountFen = negate(billFen);
  const message: Message = { id, kind: 'refunded', at, orderId, entryId: id, amountFen };
  return [message];
}

function expired(entry: JournalEntry, account: string): Message[] {
  const ended = entry.moves.flatMap(({ from, amount }) => {
    const lotId = lotIdIn(from, account);
    return lotId === undefined ? [] : [{ lotId, amountFen: fen(amount) }];
  });
  if (ended.length === 0) return [];
  const at = endIn(entry);
  const amountFen = totalFen(ended.map((each) => each.amountFen));
  const lotIds = ended.map(({ lotId }) => lotId);
  return [{ id: `${account}:expired:${at}`, kind: 'expired', at, amountFen, lotIds }];
}

/**
 * When the coupons ended, which the entry's id names (`…:expire:<end>:<at>`): an account expires its
 * lots when it is touched, and until then the entry is a different one at each reading.
 */
function endIn({ id, at }: JournalEntry): number {
  const [, end = String(at)] = /:expire:(\d+):\d+$/.exec(id) ?? [];
  return Number(end);
}
