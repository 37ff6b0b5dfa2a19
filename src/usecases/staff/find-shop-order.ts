// An order for those who may act on it: order and shop.
import type { Order, RefundRequest } from '../../domain/orders/order';
import type { Context } from '../serving/context';

export interface FoundOrder {
  readonly order: Order;
  /** For whom the caller acts. */
  readonly by: RefundRequest['by'];
}

/** For owner and staff of its shop, and the platform's operators; nobody else sees the order. */
export async function findShopOrder(
  { cloud, account, operators }: Context,
  orderId: string,
): Promise<FoundOrder | undefined> {
  const order = await cloud.get('orders', orderId);
  if (order === undefined) return undefined;
  const shop = await cloud.get('merchants', order.merchant.id);
  if (shop?.staff.includes(account) === true) return { order, by: 'merchant' };
  return operators.includes(account) ? { order, by: 'platform' } : undefined;
}
