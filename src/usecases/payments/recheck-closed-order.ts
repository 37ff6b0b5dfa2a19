// Looks a closed order up at WeChat until WeChat has closed it, too: a payment that slipped in before
// and whose callback was lost goes back to the payer.
import { RECHECK_AFTER } from '../../domain/orders/hold';
import type { Order } from '../../domain/orders/order';
import { abort, commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { closeAtWechat } from './close-open-order';
import { confirmPayment } from './confirm-payment';

/**
 * True when nothing is left to look up; otherwise it is looked up again some minutes later, so that
 * orders of which WeChat says nothing never stand before the others.
 */
export async function recheckClosedOrder(world: World, closed: Order): Promise<boolean> {
  const isOver = await isOverAtWechat(world, closed);
  return orBusy(
    await world.cloud.transact(async (transaction, at) => {
      const stored = await transaction.get('orders', closed.id);
      if (stored?.recheckAt === undefined) return abort(isOver);
      const { recheckAt, ...checked } = stored;
      const after = isOver ? checked : { ...checked, recheckAt: at + RECHECK_AFTER };
      await transaction.set('orders', after);
      return commit(isOver);
    }),
  );
}

async function isOverAtWechat(world: World, closed: Order): Promise<boolean> {
  const { order, isCertain } = await confirmPayment(world, closed);
  if (!isCertain) return false;
  return order.latePayment?.refunded ?? (await closeAtWechat(world, order));
}
