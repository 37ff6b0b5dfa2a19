// What questions and complaints say to the person who filed them.
import type { TicketView } from '../../../src/contracts/account';
import { answerDue, type TicketKind } from '../../../src/domain/tickets/ticket';
import { shortDayText } from '../../components/time/day-text';

export const TICKET_KINDS: readonly { readonly kind: TicketKind; readonly name: string }[] = [
  { kind: 'question', name: '问题' },
  { kind: 'complaint', name: '售后、投诉' },
  { kind: 'privacy', name: '隐私' },
];

const NAMES: { readonly [K in TicketKind]: string } = {
  question: '问题',
  complaint: '售后、投诉',
  privacy: '隐私',
};

export function kindName(kind: TicketKind): string {
  return NAMES[kind];
}

/** By when something that is filed at `now` (ms) will be answered. */
export function promiseText(kind: TicketKind, now: number): string {
  return `${shortDayText(answerDue(kind, now))}前答复`;
}

/** Answered, to be answered by a day, or overdue: the page does not hide a promise that broke. */
export function ticketStateText(
  { state, dueAt }: Pick<TicketView, 'state' | 'dueAt'>,
  now: number,
): string {
  if (state === 'answered') return '已答复';
  if (now > dueAt) return `已超过答应的 ${shortDayText(dueAt)}`;
  return `${shortDayText(dueAt)}前答复`;
}
