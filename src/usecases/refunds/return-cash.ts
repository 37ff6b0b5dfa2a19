// Asks WeChat Pay for the cash of refunds. The refund's own number makes asking twice harmless.
import type { Order } from '../../domain/orders/order';
import { refundOf, withCashRefused, withCashReturned } from '../../domain/orders/refunds';
import { abort, commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';

const ORDERS_PER_RUN = 50;

/** The order afterwards; nothing is asked when the cash is on its way already. */
export async function returnCash(
  world: World,
  { order, refundId }: { order: Order; refundId: string },
): Promise<Order> {
  const refund = refundOf(order, refundId);
  if (refund?.cash !== 'waiting') return order;
  const asked = await world.cloud.pay.refund({
    outTradeNo: order.id,
    outRefundNo: refund.id,
    subMchId: order.subMchId,
    totalFen: order.bill.cashFen,
    refundFen: refund.cashFen,
  });
  if (!asked.ok) console.warn(order.id, refund.id, asked.error.reason);
  return orBusy(
    await world.cloud.transact(async (transaction, at) => {
      const stored = (await transaction.get('orders', order.id)) ?? order;
      if (refundOf(stored, refundId)?.cash !== 'waiting') return abort(stored);
      const after = asked.ok
        ? withCashReturned(stored, refundId)
        : withCashRefused(stored, { refundId, failure: asked.error.reason, at });
      await transaction.set('orders', after);
      return commit(after);
    }),
  );
}

/** Timer: asks again for what is due; answers how many refunds have their cash now. */
export async function returnDueCash(world: World): Promise<number> {
  const { cloud, now } = world;
  const at = now();
  const due = await cloud.find('orders', {
    where: { refundDueAt: cloud.command.lte(at) },
    orderBy: [['refundDueAt', 'asc']],
    limit: ORDERS_PER_RUN,
  });
  let returned = 0;
  for (const order of due) {
    for (const { id, nextAt = Infinity } of order.refunds ?? []) {
      if (nextAt > at) continue;
      const after = await returnCash(world, { order, refundId: id });
      if (refundOf(after, id)?.cash === 'returned') returned += 1;
    }
  }
  return returned;
}
