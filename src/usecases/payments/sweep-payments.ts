// Asks WeChat for orders that are open past their time: posts what was paid, closes the rest.
import type { World } from '../serving/context';
import { closeOpenOrder } from './close-open-order';

const ORDERS_PER_RUN = 50;

export interface Swept {
  readonly posted: number;
  readonly closed: number;
}

/** Timer. Running twice at once is harmless: each order is moved once. */
export async function sweepPayments(world: World): Promise<Swept> {
  const { command } = world.cloud;
  const open = await world.cloud.find('orders', {
    where: { state: 'placed', payBefore: command.lte(world.now()) },
    orderBy: [['payBefore', 'asc']],
    limit: ORDERS_PER_RUN,
  });
  let posted = 0;
  let closed = 0;
  for (const order of open) {
    const { state } = await closeOpenOrder(world, order);
    if (state === 'closed') closed += 1;
    else posted += 1;
  }
  return { posted, closed };
}
