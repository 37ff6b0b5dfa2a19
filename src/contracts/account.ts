// `account`: a person's standing with the alliance: questions, complaints, leaving.
import * as z from 'zod';
import { MAX_TICKET_LENGTH } from '../domain/limits';
import { defineContract, type DeepReadonly } from './contract';
import { amountFen, centipoints, instant, orderId, requestId } from './values';

const ticketKind = z.enum(['question', 'complaint', 'privacy']);
const ticketText = z.string().trim().min(1).max(MAX_TICKET_LENGTH);

export const ticketView = z.strictObject({
  id: z.string(),
  kind: ticketKind,
  text: z.string(),
  orderId: orderId.optional(),
  state: z.enum(['open', 'answered']),
  createdAt: instant,
  /** Answered by then, as promised on the page. */
  dueAt: instant,
  answer: z.string().optional(),
  answeredAt: instant.optional(),
});
export type TicketView = DeepReadonly<z.output<typeof ticketView>>;

export const accountContract = defineContract({
  name: 'account',
  actions: {
    /** A question or a complaint. The same requestId is the same ticket. */
    fileTicket: {
      input: z.strictObject({
        requestId,
        kind: ticketKind,
        text: ticketText,
        orderId: orderId.optional(),
      }),
      output: z.strictObject({ ticket: ticketView }),
      errors: ['order-not-found', 'request-id-reused', 'too-many-tickets'],
    },
    /** My tickets, newest first, at most 50. */
    listTickets: {
      input: z.strictObject({}),
      output: z.strictObject({ tickets: z.array(ticketView) }),
      errors: [],
    },
    /**
     * Closes my account: its points leave the pool, its coupons go back to the fund. What is lost
     * is named by the caller, so that nobody gives up more than the page showed.
     */
    leave: {
      input: z.strictObject({ balanceFen: amountFen, points: centipoints }),
      output: z.strictObject({ leftAt: instant }),
      errors: ['orders-open', 'holdings-changed'],
    },
  },
});
