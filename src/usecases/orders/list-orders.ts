// A person's orders, newest first, a page at a time: account and page. The index is that of the
// payer alone, since one person's orders are few; kind and shop are looked at on the way.
import type { OrderFilter, ordersContract } from '../../contracts/orders';
import { ORDERS_PER_PAGE } from '../../domain/limits';
import type { OrderState } from '../../domain/orders/states';
import { succeed } from '../../domain/result';
import { beyond } from '../../wxcloud/database';
import type { UseCase } from '../serving/serve';
import { orderView } from './order-view';

const STATES: Readonly<Record<OrderFilter, readonly OrderState[]>> = {
  open: ['placed'],
  paid: ['paid', 'completed', 'disputed', 'refunding', 'partly-refunded'],
  refunded: ['partly-refunded', 'refunded'],
  closed: ['closed'],
};

export const listOrders: UseCase<typeof ordersContract, 'list'> = async (
  { cloud, account },
  { show, merchantCode, before },
) => {
  const { command } = cloud;
  const since = (await cloud.get('accounts', account))?.since;
  const mine = {
    payer: account,
    ...(since === undefined ? {} : { placedAt: command.gt(since) }),
    ...(show === undefined ? {} : { state: command.in(STATES[show]) }),
    ...(merchantCode === undefined ? {} : { 'merchant.code': merchantCode }),
  };
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
