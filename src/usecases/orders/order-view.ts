// An order as its payer sees it.
import type { OrderView, RefundView } from '../../contracts/values';
import type { Order, OrderRefund } from '../../domain/orders/order';

export function orderView(order: Order): OrderView {
  const { table, paidAt, closedAt, effectiveAt } = order;
  return {
    id: order.id,
    state: order.state,
    channel: 'counter',
    merchant: order.merchant,
    bill: order.bill,
    uses: order.held.map(({ lot, amountFen }) => ({
      lotId: lot.id,
      amountFen,
      expiresAt: lot.expiresAt,
    })),
    placedAt: order.placedAt,
    payBefore: order.payBefore,
    needsReview: order.needsReview,
    ...(table === undefined ? {} : { table }),
    ...(paidAt === undefined ? {} : { paidAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
    refundedFen: order.refundedFen,
    refunds: refundViews(order),
  };
}

function refundViews({ refunds = [] }: Pick<Order, 'refunds'>): RefundView[] {
  return refunds.map(refundView);
}

function refundView({ attempts, nextAt, failure, ...shown }: OrderRefund): RefundView {
  return shown;
}
