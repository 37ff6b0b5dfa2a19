// A person's orders, newest first, a page at a time: one request by index.
import type { ordersContract } from '../../contracts/orders';
import { ORDERS_PER_PAGE } from '../../domain/limits';
import { succeed } from '../../domain/result';
import { beyond } from '../../wxcloud/database';
import type { UseCase } from '../serving/serve';
import { orderView } from './order-view';

export const listOrders: UseCase<typeof ordersContract, 'list'> = async (
  { cloud, account },
  { before },
) => {
  const { command } = cloud;
  const mine = { payer: account };
  const orders = await cloud.find('orders', {
    where:
      before === undefined
        ? mine
        : command.and([
            mine,
            beyond(command, {
              field: 'placedAt',
              direction: 'desc',
              time: before.placedAt,
              id: before.id,
            }),
          ]),
    orderBy: [
      ['placedAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: ORDERS_PER_PAGE + 1,
  });
  return succeed({
    orders: orders.slice(0, ORDERS_PER_PAGE).map(orderView),
    isLast: orders.length <= ORDERS_PER_PAGE,
  });
};
