// Asks WeChat for orders that are open past their time: posts what was paid, closes the rest. Those
// closed some minutes ago are looked up until WeChat has closed them. Cash of refunds that WeChat has
// not taken on is asked for again.
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

/**
 * Timer. Running twice at once is harmless: each order is moved once. An order that fails stops none
 * behind it; the run says so at its end.
 */
export async function sweepPayments(world: World): Promise<Swept> {
  const failures: unknown[] = [];
  const open = await dueOrders(world, { state: 'placed', due: 'payBefore' });
  const swept = await eachAlone(open, { failures, move: (order) => closeOpenOrder(world, order) });
  const closed = swept.filter(({ state }) => state === 'closed').length;
  const looked = await eachAlone(await dueOrders(world, { state: 'closed', due: 'recheckAt' }), {
    failures,
    move: (order) => recheckClosedOrder(world, order),
  });
  const rechecked = looked.filter((isDone) => isDone).length;
  const refunded = await returnDueCash(world);
  if (failures.length > 0) throw new AggregateError(failures, 'some orders could not be swept');
  return { posted: swept.length - closed, closed, rechecked, refunded };
}

async function eachAlone<T>(
  orders: readonly Order[],
  { failures, move }: { failures: unknown[]; move: (order: Order) => Promise<T> },
): Promise<T[]> {
  const done: T[] = [];
  for (const order of orders) {
    try {
      done.push(await move(order));
    } catch (error) {
      console.error(order.id, error);
      failures.push(error);
    }
  }
  return done;
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
