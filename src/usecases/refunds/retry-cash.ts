// Asks WeChat Pay again for the cash of an order's refunds that waits, each under its own number.
import type { merchantContract } from '../../contracts/merchant';
import { fail, succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';
import { findShopOrder } from '../staff/find-shop-order';
import { shopOrder } from '../staff/shop-order';
import { returnCash } from './return-cash';

export const retryCash: UseCase<typeof merchantContract, 'retryCash'> = async (
  context,
  { orderId },
) => {
  const found = await findShopOrder(context, orderId);
  if (found === undefined) return fail({ code: 'order-not-found' });
  let { order } = found;
  for (const { id } of order.refunds ?? []) {
    order = await returnCash(context, { order, refundId: id });
  }
  return succeed({ order: shopOrder(order, context.now()) });
};
