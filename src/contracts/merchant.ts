// `merchant`: a shop as its owner and staff see it.
import * as z from 'zod';
import { MAX_REASON_LENGTH } from '../domain/limits';
import { defineContract, type DeepReadonly } from './contract';
import {
  amountFen,
  billFen,
  instant,
  merchantCode,
  orderId,
  orderState,
  refundView,
  requestId,
} from './values';

/** A bill as the shop sees it: nothing of the payer but what was paid. */
export const shopOrder = z.strictObject({
  id: orderId,
  state: orderState,
  /** What the till said, and what the shop's own offers and coupons took off it. */
  totalFen: amountFen,
  discountFen: amountFen,
  amountFen,
  couponFen: amountFen,
  cashFen: amountFen,
  rebateFen: amountFen,
  table: z.string().optional(),
  paidAt: instant,
  refundedFen: amountFen,
  refunds: z.array(
    refundView.extend({
      /** What WeChat Pay last said while the cash waits, for the shop to mend. */
      failure: z.string().optional(),
    }),
  ),
  /** What may still be refunded; 0 where nothing may any more. */
  refundableFen: amountFen,
});
export type ShopOrder = DeepReadonly<z.output<typeof shopOrder>>;

export const merchantContract = defineContract({
  name: 'merchant',
  actions: {
    /** The shops whose owner or staff I am, at most 50. */
    shops: {
      input: z.strictObject({}),
      output: z.strictObject({
        shops: z.array(
          z.strictObject({ code: merchantCode, name: z.string(), picture: z.string() }),
        ),
      }),
      errors: [],
    },
    /** Paid bills of one of my shops, newest first; `before` is the last one's of the page before. */
    orders: {
      input: z.strictObject({
        merchantCode,
        before: z.strictObject({ paidAt: instant, id: orderId }).optional(),
      }),
      output: z.strictObject({ orders: z.array(shopOrder), isLast: z.boolean() }),
      errors: ['merchant-not-found'],
    },
    /** What my shop's fans and entry code bring: rewards are coupons, given at night. */
    fans: {
      input: z.strictObject({ merchantCode }),
      output: z.strictObject({
        fans: z.int(),
        /** Coupons of the fan fund that the shop holds, and all that it was ever given. */
        balanceFen: amountFen,
        /** Rewarded and refunded since, spent before: the next rewards repay it. */
        offsetFen: amountFen,
        /** Bills that brought a reward, newest first, at most 50. */
        rewards: z.array(
          z.strictObject({
            orderId,
            by: z.enum(['fan', 'entry']),
            /** Where the fan paid. */
            merchantName: z.string(),
            paidAt: instant,
            /** What was due on the bill, less what was refunded. */
            amountFen,
            rewardFen: amountFen,
            /** From when it counts; the coupons come the night after. */
            effectiveAt: instant.optional(),
          }),
        ),
      }),
      errors: ['merchant-not-found'],
    },
    /** One paid bill of one of my shops. */
    order: {
      input: z.strictObject({ orderId }),
      output: z.strictObject({ order: shopOrder }),
      errors: ['order-not-found'],
    },
    /**
     * Gives a bill back, in full or in part: coupons and points at once, cash through WeChat Pay.
     * The same requestId is the same refund; while its cash waits, asking again asks WeChat again.
     * A reason in words of one's own is shown to the payer only if WeChat finds nothing in it.
     */
    refund: {
      input: z.strictObject({
        requestId,
        orderId,
        amountFen: billFen,
        reason: z.string().trim().min(1).max(MAX_REASON_LENGTH),
      }),
      output: z.strictObject({ order: shopOrder }),
      errors: [
        'amount-invalid',
        'order-not-found',
        'request-id-reused',
        'text-refused',
        'text-unchecked',
        'order-not-refundable',
        'refund-exceeds-order',
      ],
    },
    /** Asks WeChat Pay again for cash of a bill's refunds that waits; without any, nothing. */
    retryCash: {
      input: z.strictObject({ orderId }),
      output: z.strictObject({ order: shopOrder }),
      errors: ['order-not-found'],
    },
  },
});
