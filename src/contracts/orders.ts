// `orders`: from a bill at a counter to a paid order.
import * as z from 'zod';
import { MAX_LOTS_SHOWN } from '../domain/limits';
import { defineContract } from './contract';
import {
  amountFen,
  bill,
  billFen,
  couponUses,
  instant,
  lotView,
  merchantCard,
  merchantCode,
  orderId,
  orderView,
  requestId,
  stackingKind,
} from './values';

/** What `wx.requestPayment` takes; on H5 `prepayId` goes to the local cloud's cashier. */
const payment = z.strictObject({
  prepayId: z.string(),
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.string(),
  paySign: z.string(),
});
export type Payment = z.output<typeof payment>;

const table = z.string().regex(/^[0-9A-Za-z-]{1,10}$/);
const unusable = z.enum([
  'not-started',
  'expired',
  'other-time',
  'below-minimum',
  'other-merchant',
  'other-category',
  'other-site',
  'other-channel',
  'no-delivery',
]);

/** open: waits for payment. paid: with those in dispute. refunded: in part or in full. */
const orderFilter = z.enum(['open', 'paid', 'refunded', 'closed']);
export type OrderFilter = z.output<typeof orderFilter>;
const placed = z.strictObject({
  order: orderView,
  /** null when nothing is to be paid in cash, or no longer. */
  payment: payment.nullable(),
});

export const ordersContract = defineContract({
  name: 'orders',
  actions: {
    /**
     * What a bill would cost with the best coupons, or with the best of what a `choice` leaves:
     * lots that are `off`, balance of which exactly so much is wanted, as far as the bill takes it,
     * and offers that are wanted. What is no longer there is left out. Writes nothing.
     */
    quote: {
      input: z.strictObject({
        merchantCode,
        amountFen: billFen,
        choice: z
          .strictObject({
            off: z.array(z.string().max(100)).max(MAX_LOTS_SHOWN),
            fixed: couponUses,
          })
          .optional(),
      }),
      output: z.strictObject({
        merchant: merchantCard,
        bill,
        uses: z.array(z.strictObject({ lotId: z.string(), amountFen })),
        /**
         * All spendable lots of the payer and the shop's own offers; `usableFen` is what of each
         * this bill could take by itself.
         */
        lots: z.array(
          z.strictObject({
            lot: lotView,
            stacking: stackingKind,
            usableFen: amountFen,
            unusable: unusable.optional(),
          }),
        ),
        /** Coupons that the bill gives back once it is paid. */
        spendBackFen: amountFen,
        /** When the same payer last paid the same amount here, if within two minutes. */
        sameBillPaidAt: instant.optional(),
        /** Days until the points take effect. */
        maturityDays: z.int(),
      }),
      errors: ['amount-invalid', 'merchant-not-found', 'merchant-closed'],
    },
    /** Places the order and holds its coupons. The same requestId is the same order. */
    place: {
      input: z.strictObject({
        requestId,
        merchantCode,
        table: table.optional(),
        amountFen: billFen,
        uses: couponUses,
      }),
      output: placed,
      errors: [
        'amount-invalid',
        'merchant-not-found',
        'merchant-closed',
        'request-id-reused',
        'lot-not-found',
        'lot-insufficient',
        'not-together',
        'coupons-exceed-bill',
        'payment-unavailable',
      ],
    },
    /** Goes on paying an order that is still open. */
    pay: {
      input: z.strictObject({ orderId }),
      output: placed,
      errors: ['order-not-found', 'order-not-open', 'payment-unavailable'],
    },
    /** With `confirm` an open order is looked up at WeChat, and posted when it was paid. */
    get: {
      input: z.strictObject({ orderId, confirm: z.boolean().optional() }),
      output: z.strictObject({ order: orderView }),
      errors: ['order-not-found'],
    },
    /**
     * My orders, newest first, of one kind and at one shop when asked for; `before` is the last
     * one's placedAt and id of the page before.
     */
    list: {
      input: z.strictObject({
        show: orderFilter.optional(),
        merchantCode: merchantCode.optional(),
        before: z.strictObject({ placedAt: instant, id: orderId }).optional(),
      }),
      output: z.strictObject({ orders: z.array(orderView), isLast: z.boolean() }),
      errors: [],
    },
    /** Closes an open order and gives its coupons back; a paid one is posted instead. */
    cancel: {
      input: z.strictObject({ orderId }),
      output: z.strictObject({ order: orderView }),
      errors: ['order-not-found', 'order-not-open'],
    },
  },
});
