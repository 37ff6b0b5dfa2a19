// One paid bill of a shop: order and shop.
import type { merchantContract } from '../../contracts/merchant';
import { fail, succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';
import { findShopOrder } from './find-shop-order';
import { shopOrder } from './shop-order';

export const showShopOrder: UseCase<typeof merchantContract, 'order'> = async (
  context,
  { orderId },
) => {
  const found = await findShopOrder(context, orderId);
  if (found?.order.paidAt === undefined) return fail({ code: 'order-not-found' });
  return succeed({ order: shopOrder(found.order, context.now()) });
};
