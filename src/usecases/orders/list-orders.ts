// A person's orders, newest first, a page at a time: account and page. The index is that of the
// payer alone, since one person's orders are few; kind and shop are looked at on the way.
import type { OrderFilter, ordersContract } from '../../contracts/orders';
import { ORDERS_PER_PAGE } from '../../domain/limits';
import type { OrderState } from '../../domain/orders/states';
import { succeed } from '../../domain/result';
import type { Cloud } from '../../wxcloud/cloud';
import type { UseCase } from '../serving/serve';
import { behindOrder, newestFirst } from './newest-first';
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
    ...(show === undefined ? {} : { state: command.in(STATES[show]) }),
    ...(merchantCode === undefined ? {} : { 'merchant.code': merchantCode }),
  };
  const orders = await cloud.find('orders', {
    where: command.and([
      mine,
      ...ownSince(command, since),
      ...behindOrder(command, { field: 'placedAt', end: before }),
    ]),
    orderBy: newestFirst('placedAt'),
    limit: ORDERS_PER_PAGE + 1,
  });
  return succeed({
    orders: orders.slice(0, ORDERS_PER_PAGE).map(orderView),
    isLast: orders.length <= ORDERS_PER_PAGE,
  });
};

/** Of an account that began anew: what was placed or paid since, or is still open. */
function ownSince(command: Cloud['command'], since: number | undefined): object[] {
  if (since === undefined) return [];
  const later = command.gt(since);
  return [command.or([{ placedAt: later }, { paidAt: later }, { state: 'placed' }])];
}
