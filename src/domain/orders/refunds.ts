// The refunds that an order has seen, as its document keeps them, and when WeChat Pay is asked.
import { add } from '../money/amounts';
import { invariant } from '../result';
import { DAY } from '../time';
import type { Order, OrderRefund, RefundRequest } from './order';
import { pauseBeforeAsking } from './pause-before-asking';
import { moveOrder } from './states';

/** What a refund gave back, and when (ms). */
type GivenBack = Pick<
  OrderRefund,
  'amountFen' | 'cashFen' | 'couponFen' | 'returnedFen' | 'offsetFen' | 'at'
>;

/** So many that the order's document stays small. */
const MAX_REFUNDS = 20;
/** WeChat Pay gives back for a year. */
const REFUNDABLE_FOR = 360 * DAY;

export function isRefundable({ state, paidAt, refunds = [] }: Order, at: number): boolean {
  return (
    (state === 'completed' || state === 'partly-refunded') &&
    paidAt !== undefined &&
    at <= paidAt + REFUNDABLE_FOR &&
    refunds.length < MAX_REFUNDS
  );
}

/** The order after a refund; its cash waits for WeChat Pay, which may be asked at once. */
export function withRefund(order: Order, refund: RefundRequest & GivenBack): Order {
  const refundedFen = add(order.refundedFen, refund.amountFen);
  const isWhole = refundedFen === order.bill.amountFen;
  const moved = moveOrder(
    moveOrder({ ...order, refundedFen }, 'refunding'),
    isWhole ? 'refunded' : 'partly-refunded',
  );
  const kept: OrderRefund =
    refund.cashFen === 0
      ? { ...refund, cash: 'returned', attempts: 0 }
      : { ...refund, cash: 'waiting', attempts: 0, nextAt: refund.at };
  return withRefunds(moved, [...(order.refunds ?? []), kept]);
}

/** WeChat Pay has taken the refund on. */
export function withCashReturned(order: Order, refundId: string): Order {
  return replace(order, refundId, ({ nextAt, failure, ...refund }) => ({
    ...refund,
    cash: 'returned',
    attempts: refund.attempts + 1,
  }));
}

/** WeChat Pay has refused it or could not be reached: it is asked again after a growing pause. */
export function withCashRefused(
  order: Order,
  { refundId, failure, at }: { refundId: string; failure: string; at: number },
): Order {
  return replace(order, refundId, (refund) => ({
    ...refund,
    attempts: refund.attempts + 1,
    nextAt: at + pauseBeforeAsking(refund.attempts),
    failure,
  }));
}

export function refundOf({ refunds = [] }: Order, refundId: string): OrderRefund | undefined {
  return refunds.find(({ id }) => id === refundId);
}

function replace(
  order: Order,
  refundId: string,
  change: (refund: OrderRefund) => OrderRefund,
): Order {
  const refund = refundOf(order, refundId);
  invariant(refund?.cash === 'waiting', `${refundId} waits for its cash`);
  const refunds = (order.refunds ?? []).map((each) => (each === refund ? change(each) : each));
  return withRefunds(order, refunds);
}

function withRefunds(order: Order, refunds: readonly OrderRefund[]): Order {
  const { refundDueAt, ...rest } = order;
  const due = refunds.flatMap(({ nextAt }) => (nextAt === undefined ? [] : [nextAt]));
  return { ...rest, refunds, ...(due.length === 0 ? {} : { refundDueAt: Math.min(...due) }) };
}
