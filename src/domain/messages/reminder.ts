// A message of WeChat's that waits in the outbox, and when it may go.
import type { Fen } from '../money/amounts';
import { DAY, HOUR, minuteOfDay, MINUTE, startOfNextDay } from '../time';
import { pauseBeforeAsking } from '../orders/pause-before-asking';
import type { DaysBefore } from './endings';
import type { TemplateName } from './subscription';

export type Subject =
  | {
      readonly template: 'arrived';
      readonly firstPeriod: number;
      readonly lastPeriod: number;
      readonly amountFen: Fen;
      readonly expiresAt: number;
    }
  /** What it is worth is looked up when it is sent: some may have been spent. */
  | {
      readonly template: 'expiring';
      readonly daysBefore: DaysBefore;
      readonly expiresAt: number;
    }
  | {
      readonly template: 'refunded';
      readonly orderId: string;
      readonly merchantName: string;
      readonly amountFen: Fen;
      readonly cashFen: Fen;
      readonly couponFen: Fen;
      readonly returnedFen: Fen;
      readonly offsetFen: Fen;
      readonly at: number;
    };

export interface Reminder {
  /** Follows from what it tells, so that planning twice is planning once. */
  readonly id: string;
  readonly account: string;
  readonly subject: Subject;
  /**
   * refused: by the person, or by WeChat for good. dropped: not true any more when it was its turn.
   */
  readonly state: 'waiting' | 'sent' | 'refused' | 'dropped';
  readonly createdAt: number;
  /** When it is sent, or sent again (ms). */
  readonly nextAt: number;
  readonly attempts: number;
  /** What WeChat last said instead. */
  readonly failure?: string;
}

/** WeChat rings the phone: nobody is woken for a coupon. Minutes after midnight, UTC+8. */
const MORNING = 9 * 60;
const EVENING = 21 * 60;
/** Longer than a function runs and than clocks differ, so that no second run sends meanwhile. */
const CLAIMED_FOR = 3 * MINUTE;
/** What could not be sent for so long is no news any more. */
const NEWS_FOR = 3 * DAY;

/** The instant itself by day, else the next morning. */
export function byDay(at: number): number {
  const minute = minuteOfDay(at);
  if (minute >= MORNING && minute < EVENING) return at;
  if (minute >= EVENING) return startOfNextDay(at) + MORNING * MINUTE;
  return startOfNextDay(at) - DAY + MORNING * MINUTE;
}

export function newReminder(
  subject: Subject,
  { id, account, at }: { id: string; account: string; at: number },
): Reminder {
  const nextAt = whenToSend(subject, at);
  return { id, account, subject, state: 'waiting', createdAt: at, nextAt, attempts: 0 };
}

/** A refund is told while the person may still stand at the counter; all else by day. */
function whenToSend(subject: Subject, at: number): number {
  if (subject.template === 'refunded') return at;
  const morning = byDay(at);
  if (subject.template === 'arrived') return morning;
  return morning < subject.expiresAt - HOUR ? morning : at;
}

/** Claimed by a run that is about to send it. Should the run die, it waits until nextAt. */
export function claimed(reminder: Reminder, at: number): Reminder {
  const nextAt = at + CLAIMED_FOR + pauseBeforeAsking(reminder.attempts);
  return { ...reminder, attempts: reminder.attempts + 1, nextAt };
}

export function isStale({ createdAt }: Reminder, at: number): boolean {
  return at > createdAt + NEWS_FOR;
}

export function templateOf({ subject }: Reminder): TemplateName {
  return subject.template;
}
