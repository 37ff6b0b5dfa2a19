// Looks a closed order up at WeChat until WeChat has closed it, too: a payment that slipped in before
// and whose callback was lost goes back to the payer.
import type { Order } from '../../domain/orders/order';
import { abort, commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { closeAtWechat } from './close-open-order';
import { confirmPayment } from './confirm-payment';

/** True when nothing is left to look up; otherwise the next run tries again. */
export async function recheckClosedOrder(world: World, closed: Order): Promise<boolean> {
  const { order, isCertain } = await confirmPayment(world, closed);
  const isRefunded = order.latePayment === undefined || order.latePayment.refunded;
  if (!isCertain || !isRefunded) return false;
  if (order.latePayment === undefined && !(await closeAtWechat(world, order))) return false;
  return orBusy(
    await world.cloud.transact(async (transaction) => {
      const stored = await transaction.get('orders', order.id);
      if (stored?.recheckAt === undefined) return abort(true);
      const { recheckAt, ...checked } = stored;
      await transaction.set('orders', checked);
      return commit(true);
    }),
  );
}
