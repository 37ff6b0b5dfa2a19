// The payer gives an open order up.
import type { ordersContract } from '../../contracts/orders';
import { fail, succeed } from '../../domain/result';
import { closeOpenOrder } from '../payments/close-open-order';
import type { UseCase } from '../serving/serve';
import { findOwnOrder } from './find-order';
import { orderView } from './order-view';

/** A cancelled order stays cancelled when asked again; one that was paid meanwhile is not open. */
export const cancelOrder: UseCase<typeof ordersContract, 'cancel'> = async (
  context,
  { orderId },
) => {
  const found = await findOwnOrder(context.cloud, { orderId, account: context.account });
  if (!found.ok) return found;
  const order =
    found.value.state === 'placed' ? await closeOpenOrder(context, found.value) : found.value;
  return order.state === 'closed'
    ? succeed({ order: orderView(order) })
    : fail({ code: 'order-not-open', state: order.state });
};
