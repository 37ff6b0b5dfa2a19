// Closes an order that was not paid: its coupons go back. A payment that slips in later is
// refunded when it is reported.
import { closedOrder, closeOrder, heldFenOf } from '../../domain/orders/hold';
import type { Order } from '../../domain/orders/order';
import { abort, commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { readAccount, settleAsRead } from '../wallet/settled-account';
import { confirmPayment } from './confirm-payment';

/** The order afterwards: closed, or paid after all. */
export async function closeOpenOrder(world: World, open: Order): Promise<Order> {
  const confirmed = await confirmPayment(world, open);
  if (confirmed.order.state !== 'placed') return confirmed.order;
  const closed = await close(world, open);
  if (closed.state === 'closed') await closeAtWechat(world, closed);
  return closed;
}

async function close(world: World, { id }: Order): Promise<Order> {
  const done = await world.cloud.transact<Order | undefined>(async (transaction, at) => {
    const order = await transaction.get('orders', id);
    if (order?.state !== 'placed') return abort(order);
    if (heldFenOf(order) === 0) {
      const closed = closedOrder(order, at);
      await transaction.set('orders', closed);
      return commit(closed);
    }
    const read = await readAccount(transaction, { world, id: order.payer });
    const settlement = await settleAsRead(world, { ...read, at });
    const closing = closeOrder({ order, account: settlement.account, at, rules: world.policy });
    await transaction.set('orders', closing.order);
    await transaction.set('accounts', closing.account);
    const { entry } = closing;
    for (const each of entry === undefined ? settlement.entries : [...settlement.entries, entry]) {
      await transaction.add('journal', each);
    }
    return commit(closing.order);
  });
  const order = orBusy(done);
  if (order === undefined) throw new Error(`order ${id} has vanished`);
  return order;
}

/**
 * WeChat refuses this in the first minutes; then a payment is still possible, and refunded. False
 * where it is not known to be closed.
 */
export async function closeAtWechat({ cloud }: World, { id, subMchId }: Order): Promise<boolean> {
  const closed = await cloud.pay.close({ outTradeNo: id, subMchId });
  if (!closed.ok) console.warn(id, closed.error.reason);
  return closed.ok;
}
