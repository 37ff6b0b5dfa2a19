// An order as its payer sees it.
import type { OrderView, RefundView } from '../../contracts/values';
import type { HeldCoupon, Order, OrderRefund } from '../../domain/orders/order';
import { standingAfter } from '../../domain/orders/standing';

export function orderView(order: Order): OrderView {
  const { table, paidAt, closedAt, effectiveAt } = order;
  return {
    id: order.id,
    state: order.state,
    channel: 'counter',
    merchant: order.merchant,
    bill: order.bill,
    uses: order.held.map(useView),
    spendBackFen: standingAfter(order, order.refundedFen).spendBackFen,
    ...(order.broughtBy === undefined ? {} : { broughtBy: order.broughtBy }),
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

function useView({ lot, amountFen }: HeldCoupon): OrderView['uses'][number] {
  const { id: lotId, expiresAt, fundedBy, name } = lot;
  return {
    ...{ lotId, amountFen, expiresAt, fundedBy },
    ...(lot.kind === 'offer' ? { benefit: lot.benefit } : {}),
    ...(name === undefined ? {} : { name }),
  };
}

function refundViews({ refunds = [] }: Pick<Order, 'refunds'>): RefundView[] {
  return refunds.map(refundView);
}

function refundView({ attempts, nextAt, failure, ...shown }: OrderRefund): RefundView {
  return shown;
}
