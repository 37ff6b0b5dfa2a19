// What the scenes need to know of the seeded demo.
import { DEMO_MERCHANTS } from '../../demo/merchants';
import { NOODLE_SHOP_ID } from '../../demo/people';
import type { LocalCloud } from '../../src/localcloud';
import type { ShopOrder } from '../../src/contracts/merchant';
import type { OrderFilter } from '../../src/contracts/orders';
import type { OrderView } from '../../src/contracts/values';

export interface DemoFacts {
  /** Openid of a regular customer, and the place where that person lives. */
  readonly regular: string;
  readonly place: string;
  readonly merchantCode: string;
  /** Of the shop of 陈月. */
  readonly ownCode: string;
  readonly closedMerchantCode: string;
  readonly leftMerchantCode: string;
  readonly paidOrderId: string;
  readonly openOrderId: string;
  readonly closedOrderId: string;
  readonly refundedOrderId: string;
  /** Bills at the shop of 陈月: one as it was paid, one partly given back. */
  readonly soldBill: string;
  readonly refundedBill: string;
  /** Another one, from which the scenes give a little back. */
  readonly spareBill: string;
}

const OWNER = 'demo-chen';
/** Openid of somebody with coupons to be deducted: what gave them is refunded. */
export const OWING = 'demo-he';
/** Openid of the platform's operator in the pictures. */
export const OPERATOR = 'demo-desk';

export async function readFacts(cloud: LocalCloud): Promise<DemoFacts> {
  await refundUntilOwing(cloud, OWING);
  const regular = 'demo-lin';
  const orders = await ordersOf(cloud, regular);
  const ownCode = found(DEMO_MERCHANTS.find(({ id }) => id === NOODLE_SHOP_ID)).code;
  const bills = await billsOf(cloud, { owner: OWNER, merchantCode: ownCode });
  const sold = found(bills.find(({ state, couponFen }) => state === 'completed' && couponFen > 0));
  const spare = found(bills.find(({ id, state }) => state === 'completed' && id !== sold.id));
  const [refunded] = await ordersOf(cloud, regular, 'refunded');
  const paid = found(orders.find(({ state, uses }) => state === 'completed' && uses.length > 0));
  return {
    ...{ regular, place: 'hz-cuiyuan' },
    merchantCode: paid.merchant.code,
    ownCode,
    closedMerchantCode: found(DEMO_MERCHANTS.find(({ state }) => state === 'closed')).code,
    leftMerchantCode: found(DEMO_MERCHANTS.find(({ state }) => state === 'left')).code,
    paidOrderId: paid.id,
    openOrderId: found(orders.find(({ state }) => state === 'placed')).id,
    closedOrderId: found(orders.find(({ state }) => state === 'closed')).id,
    refundedOrderId: found(refunded).id,
    soldBill: sold.id,
    spareBill: spare.id,
    refundedBill: found(bills.find(({ refundedFen }) => refundedFen > 0)).id,
  };
}

/** The operator gives the oldest bills back until coupons are missing that were spent. */
async function refundUntilOwing(cloud: LocalCloud, openid: string): Promise<void> {
  for (const { id, bill } of [...(await ordersOf(cloud, openid, 'paid'))].reverse()) {
    const { value: wallet } = (await cloud.call(
      'wallet',
      { action: 'summary', input: {} },
      { openid },
    )) as { value: { offsetFen: number } };
    if (wallet.offsetFen > 0) return;
    const refund = { requestId: `pictures-${id}`, orderId: id, reason: '退货' };
    const input = { ...refund, amountFen: bill.amountFen };
    await cloud.call('merchant', { action: 'refund', input }, { openid: OPERATOR });
  }
}

async function ordersOf(
  cloud: LocalCloud,
  openid: string,
  show?: OrderFilter,
): Promise<readonly OrderView[]> {
  const event = { action: 'list', input: show === undefined ? {} : { show } };
  const answer = (await cloud.call('orders', event, { openid })) as {
    value: { orders: OrderView[] };
  };
  return answer.value.orders;
}

async function billsOf(
  cloud: LocalCloud,
  { owner, merchantCode }: { owner: string; merchantCode: string },
): Promise<readonly ShopOrder[]> {
  const event = { action: 'orders', input: { merchantCode } };
  const answer = (await cloud.call('merchant', event, { openid: owner })) as {
    value: { orders: ShopOrder[] };
  };
  return answer.value.orders;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo lacks what the scenes show');
  return value;
}
