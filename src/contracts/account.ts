// `account`: a person's standing with the alliance: questions, complaints, leaving.
import * as z from 'zod';
import { MAX_TICKET_LENGTH } from '../domain/limits';
import { defineContract, type DeepReadonly } from './contract';
import { amountFen, centipoints, instant, merchantCode, orderId, requestId } from './values';

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

/** The shop whose fan I am, null for none. */
const fanView = z
  .strictObject({
    merchant: z.strictObject({ code: merchantCode, name: z.string(), picture: z.string() }),
    since: instant,
    /** Without a visit it ends by itself then. */
    endsAt: instant,
  })
  .nullable();
export type FanView = DeepReadonly<z.output<typeof fanView>>;

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
     * I have come through a shop's code. The first visit makes me its fan, unless I have once left;
     * an entry code also says who brought me, for the purchases of this visit at other shops.
     */
    visit: {
      input: z.strictObject({ merchantCode, by: z.enum(['shop-code', 'entry-code']) }),
      output: z.strictObject({ fan: fanView }),
      errors: ['merchant-not-found'],
    },
    /** Whose fan I am. */
    fan: {
      input: z.strictObject({}),
      output: z.strictObject({ fan: fanView }),
      errors: [],
    },
    /** Becomes a shop's fan, or nobody's. Leaving takes nothing from what was given before. */
    setFan: {
      input: z.strictObject({ merchantCode: merchantCode.nullable() }),
      output: z.strictObject({ fan: fanView }),
      errors: ['merchant-not-found', 'not-at-own-shop'],
    },
    /**
     * Closes my account: its points leave the pool, its coupons go back to the fund. What is lost
     * is named by the caller, so that nobody gives up more than the page showed.
     */
    leave: {
      input: z.strictObject({
        balanceFen: amountFen,
        offers: z.int().min(0),
        points: centipoints,
      }),
      output: z.strictObject({ leftAt: instant }),
      errors: ['orders-open', 'holdings-changed'],
    },
  },
});
