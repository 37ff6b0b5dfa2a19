// A person's own order; somebody else's is as if it were not there.
import type { Order } from '../../domain/orders/order';
import { fail, succeed, type Result } from '../../domain/result';
import type { Reader } from '../../wxcloud/database';

export async function findOwnOrder(
  reader: Reader,
  { orderId, account }: { orderId: string; account: string },
): Promise<Result<Order, { code: 'order-not-found' }>> {
  const order = await reader.get('orders', orderId);
  return order?.payer === account ? succeed(order) : fail({ code: 'order-not-found' });
}
