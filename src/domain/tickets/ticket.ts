// A question or complaint of a person, with the day by which it is answered.
import { DAY } from '../time';

export type TicketKind = 'question' | 'complaint' | 'privacy';

export interface Ticket {
  /** Hash of account and requestId. */
  readonly id: string;
  readonly requestHash: string;
  /** Account `u-…`. */
  readonly account: string;
  readonly kind: TicketKind;
  readonly text: string;
  readonly orderId?: string;
  readonly state: 'open' | 'answered';
  readonly createdAt: number;
  readonly dueAt: number;
  readonly answer?: string;
  readonly answeredAt?: number;
}

/** Days until an answer is due, as the page promises. */
const ANSWER_WITHIN_DAYS: Readonly<Record<TicketKind, number>> = {
  question: 3,
  complaint: 7,
  privacy: 15,
};

/** Open tickets that one person may have at once. */
export const MAX_OPEN_TICKETS = 10;

/** When a ticket that is filed at an instant (ms) has to be answered. */
export function answerDue(kind: TicketKind, createdAt: number): number {
  return createdAt + ANSWER_WITHIN_DAYS[kind] * DAY;
}
