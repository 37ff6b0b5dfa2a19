// One order. With `confirm`, an order that waits for its payment is looked up at WeChat first:
// the callback may be late or lost, and a person who has paid must not be asked again.
import type { ordersContract } from '../../contracts/orders';
import { succeed } from '../../domain/result';
import { confirmPayment } from '../payments/confirm-payment';
import type { UseCase } from '../serving/serve';
import { findOwnOrder } from './find-order';
import { orderView } from './order-view';

export const getOrder: UseCase<typeof ordersContract, 'get'> = async (
  context,
  { orderId, confirm = false },
) => {
  const found = await findOwnOrder(context.cloud, { orderId, account: context.account });
  if (!found.ok) return found;
  if (!confirm || found.value.state !== 'placed') {
    return succeed({ order: orderView(found.value) });
  }
  const confirmed = await confirmPayment(context, found.value);
  return succeed({ order: orderView(confirmed.order) });
};
