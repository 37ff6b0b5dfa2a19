// `messages`: what happened to my coupons and refunds, how far I have read it, and what WeChat may
// tell me of it.
import * as z from 'zod';
import { TEMPLATE_NAMES } from '../domain/messages/subscription';
import { defineContract, type DeepReadonly } from './contract';
import { amountFen, instant, orderId, requestId } from './values';

const anyMessage = {
  id: z.string(),
  /** When it happened, not when it was read. */
  at: instant,
  isUnread: z.boolean(),
};
const lotIds = z.array(z.string());

const messageView = z.discriminatedUnion('kind', [
  /** A period's release: what became coupons, and what repaid an offset or an advance. */
  z.strictObject({
    ...anyMessage,
    kind: z.literal('arrived'),
    period: z.int(),
    amountFen,
    repaidFen: amountFen,
    expiresAt: instant,
  }),
  /** Coupons that end at one instant, and what is left of them. */
  z.strictObject({
    ...anyMessage,
    kind: z.literal('expiring'),
    daysBefore: z.union([z.literal(7), z.literal(1)]),
    expiresAt: instant,
    amountFen,
    lotIds,
    hasOffers: z.boolean(),
  }),
  z.strictObject({
    ...anyMessage,
    kind: z.literal('expired'),
    amountFen,
    lotIds,
    hasOffers: z.boolean(),
  }),
  z.strictObject({
    ...anyMessage,
    kind: z.literal('refunded'),
    orderId,
    merchantName: z.string(),
    amountFen,
    cashFen: amountFen,
    /** What funds had paid of it; of that, what is in the wallet again, or repaid an offset. */
    couponFen: amountFen,
    returnedFen: amountFen,
    offsetFen: amountFen,
  }),
]);
export type MessageView = DeepReadonly<z.output<typeof messageView>>;

const templateName = z.enum(TEMPLATE_NAMES);

export const messagesContract = defineContract({
  name: 'messages',
  actions: {
    /** Messages of the last year, newest first; `before` is the last one of the page before. */
    inbox: {
      input: z.strictObject({
        before: z.strictObject({ at: instant, id: z.string().min(1).max(200) }).optional(),
      }),
      output: z.strictObject({
        messages: z.array(messageView),
        /** Of all of them, not of the page. */
        unread: z.int(),
        /** Where the next page begins; absent on the last. */
        next: z.strictObject({ at: instant, id: z.string() }).optional(),
      }),
      errors: [],
    },
    /** All messages up to an instant are read; an earlier one than before changes nothing. */
    seen: {
      input: z.strictObject({ upTo: instant }),
      output: z.strictObject({ seenAt: instant }),
      errors: [],
    },
    /** The templates that the app may ask for, and how many of each I have allowed. */
    allowances: {
      input: z.strictObject({}),
      output: z.strictObject({
        templates: z.array(
          z.strictObject({ name: templateName, templateId: z.string(), left: z.int() }),
        ),
      }),
      errors: [],
    },
    /** What I have accepted when WeChat asked. The same requestId counts once. */
    allow: {
      input: z.strictObject({
        requestId,
        accepted: z.array(templateName).min(1).max(TEMPLATE_NAMES.length),
      }),
      output: z.strictObject({
        allowed: z.array(z.strictObject({ name: templateName, left: z.int() })),
      }),
      errors: [],
    },
  },
});
