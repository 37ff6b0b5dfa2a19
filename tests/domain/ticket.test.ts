// Days within which a question, a complaint or a request about one's data is answered.
import { answerDue, type TicketKind } from '../../src/domain/tickets/ticket';
import { DAY } from '../../src/domain/time';
import { NOW } from './builders';

test.each<[TicketKind, number]>([
  ['question', 3],
  ['complaint', 7],
  ['privacy', 15],
])('a %s is answered within %d days', (kind, days) => {
  expect(answerDue(kind, NOW)).toBe(NOW + days * DAY);
});
