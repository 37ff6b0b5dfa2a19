import { ticketRequestFor, type Draft } from '../../miniprogram/features/tickets/ticket-request';
import {
  kindName,
  promiseText,
  ticketStateText,
  TICKET_KINDS,
} from '../../miniprogram/features/tickets/ticket-words';
import { answerDue } from '../../src/domain/tickets/ticket';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');

describe('what a question says', () => {
  it('names every kind in its own words, and the same ones everywhere', () => {
    expect(TICKET_KINDS.map(({ kind }) => kindName(kind))).toEqual(
      TICKET_KINDS.map(({ name }) => name),
    );
    expect(new Set(TICKET_KINDS.map(({ name }) => name)).size).toBe(3);
  });

  it('promises the day that the cloud will hold it to', () => {
    expect(promiseText('question', NOW)).toBe('11 月 5 日前答复');
    expect(promiseText('complaint', NOW)).toBe('11 月 9 日前答复');
    expect(promiseText('privacy', NOW)).toBe('11 月 17 日前答复');
  });

  it('waits until its day, and then admits that the promise broke', () => {
    const ticket = { state: 'open', dueAt: answerDue('question', NOW) } as const;
    expect(ticketStateText(ticket, NOW)).toBe('11 月 5 日前答复');
    expect(ticketStateText(ticket, ticket.dueAt)).toBe('11 月 5 日前答复');
    expect(ticketStateText(ticket, ticket.dueAt + 1)).toBe('已超过答应的 11 月 5 日');
    expect(ticketStateText({ ...ticket, state: 'answered' }, ticket.dueAt + 1)).toBe('已答复');
  });
});

describe('the request that a question is filed under', () => {
  const draft: Draft = { kind: 'question', text: '券怎么用？', orderId: 'a'.repeat(32) };
  let ids = 0;
  const newId = (): string => `id-${(ids += 1)}`;
  const first = ticketRequestFor(draft, { before: undefined, newId });

  it('stays over a retry of the same text', () => {
    expect(ticketRequestFor({ ...draft }, { before: first, newId })).toBe(first);
  });

  it.each([
    { ...draft, text: '券怎么用' },
    { ...draft, kind: 'complaint' as const },
    { ...draft, orderId: 'b'.repeat(32) },
    { kind: draft.kind, text: draft.text },
  ])('is new when anything of it changed: %j', (changed) => {
    expect(ticketRequestFor(changed, { before: first, newId }).requestId).not.toBe(first.requestId);
  });
});
