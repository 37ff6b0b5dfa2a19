// The paid bills of a shop, newest first, a page at a time: shop and page.
import type { merchantContract } from '../../contracts/merchant';
import { ORDERS_PER_PAGE } from '../../domain/limits';
import { fail, succeed } from '../../domain/result';
import { merchantByCode } from '../nearby/find-merchant-by-code';
import { behindOrder, newestFirst } from '../orders/newest-first';
import type { UseCase } from '../serving/serve';
import { shopOrder } from './shop-order';

export const listShopOrders: UseCase<typeof merchantContract, 'orders'> = async (
  context,
  { merchantCode, before },
) => {
  const { cloud, account, now } = context;
  const shop = await merchantByCode(context, merchantCode);
  if (shop?.staff.includes(account) !== true) return fail({ code: 'merchant-not-found' });
  const { command } = cloud;
  const found = await cloud.find('orders', {
    where: command.and([
      { 'merchant.id': shop.id, 'paidAt': command.gt(0) },
      ...behindOrder(command, { field: 'paidAt', end: before }),
    ]),
    orderBy: newestFirst('paidAt'),
    limit: ORDERS_PER_PAGE + 1,
  });
  const at = now();
  return succeed({
    orders: found.slice(0, ORDERS_PER_PAGE).map((order) => shopOrder(order, at)),
    isLast: found.length <= ORDERS_PER_PAGE,
  });
};
