// What the scenes need to know of the seeded demo.
import { DEMO_MERCHANTS } from '../../demo/merchants';
import type { LocalCloud } from '../../src/localcloud';
import type { OrderView } from '../../src/contracts/values';

export interface DemoFacts {
  /** Openid of a regular customer, and the place where that person lives. */
  readonly regular: string;
  readonly place: string;
  readonly merchantCode: string;
  readonly closedMerchantCode: string;
  readonly leftMerchantCode: string;
  readonly paidOrderId: string;
  readonly openOrderId: string;
  readonly closedOrderId: string;
}

export async function readFacts(cloud: LocalCloud): Promise<DemoFacts> {
  const regular = 'demo-lin';
  const orders = await ordersOf(cloud, regular);
  const paid = found(orders.find(({ state, uses }) => state === 'completed' && uses.length > 0));
  return {
    ...{ regular, place: 'hz-cuiyuan' },
    merchantCode: paid.merchant.code,
    closedMerchantCode: found(DEMO_MERCHANTS.find(({ state }) => state === 'closed')).code,
    leftMerchantCode: found(DEMO_MERCHANTS.find(({ state }) => state === 'left')).code,
    paidOrderId: paid.id,
    openOrderId: found(orders.find(({ state }) => state === 'placed')).id,
    closedOrderId: found(orders.find(({ state }) => state === 'closed')).id,
  };
}

async function ordersOf(cloud: LocalCloud, openid: string): Promise<readonly OrderView[]> {
  const event = { action: 'list', input: {} };
  const answer = (await cloud.call('orders', event, { openid })) as {
    value: { orders: OrderView[] };
  };
  return answer.value.orders;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo lacks what the scenes show');
  return value;
}
