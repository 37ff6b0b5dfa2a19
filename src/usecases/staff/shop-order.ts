// A paid order as its shop sees it.
import type { ShopOrder } from '../../contracts/merchant';
import { NO_FEN, subtract } from '../../domain/money/amounts';
import type { Order, OrderRefund } from '../../domain/orders/order';
import { isRefundable } from '../../domain/orders/refunds';

export function shopOrder(order: Order, at: number): ShopOrder {
  const { id, state, bill, table, paidAt = order.placedAt, refundedFen, refunds = [] } = order;
  const { totalFen, discountFen, amountFen, couponFen, cashFen, rebateFen } = bill;
  return {
    ...{ id, state, totalFen, discountFen, amountFen, couponFen, cashFen, rebateFen },
    ...{ paidAt, refundedFen },
    ...(table === undefined ? {} : { table }),
    refunds: refunds.map(shopRefund),
    refundableFen: isRefundable(order, at) ? subtract(amountFen, refundedFen) : NO_FEN,
  };
}

function shopRefund({ attempts, nextAt, ...shown }: OrderRefund): ShopOrder['refunds'][number] {
  return shown;
}
