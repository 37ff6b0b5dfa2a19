// Asks WeChat for orders that are open past their time: posts what was paid, closes the rest. Those
// closed some minutes ago are looked up once more. Cash of refunds that WeChat has not taken on is
// asked for again.
import type { Order } from '../../domain/orders/order';
import type { OrderState } from '../../domain/orders/states';
import type { World } from '../serving/context';
import { returnDueCash } from '../refunds/return-cash';
import { closeOpenOrder } from './close-open-order';
import { recheckClosedOrder } from './recheck-closed-order';

const ORDERS_PER_RUN = 50;

export interface Swept {
  readonly posted: number;
  readonly closed: number;
  readonly rechecked: number;
  readonly refunded: number;
}

/** Timer. Running twice at once is harmless: each order is moved once. */
export async function sweepPayments(world: World): Promise<Swept> {
  let posted = 0;
  let closed = 0;
  for (const order of await dueOrders(world, { state: 'placed', due: 'payBefore' })) {
    const { state } = await closeOpenOrder(world, order);
    if (state === 'closed') closed += 1;
    else posted += 1;
  }
  let rechecked = 0;
  for (const order of await dueOrders(world, { state: 'closed', due: 'recheckAt' })) {
    if (await recheckClosedOrder(world, order)) rechecked += 1;
  }
  return { posted, closed, rechecked, refunded: await returnDueCash(world) };
}

function dueOrders(
  { cloud, now }: World,
  { state, due }: { state: OrderState; due: 'payBefore' | 'recheckAt' },
): Promise<Order[]> {
  return cloud.find('orders', {
    where: { state, [due]: cloud.command.lte(now()) },
    orderBy: [[due, 'asc']],
    limit: ORDERS_PER_RUN,
  });
}
