// Posts a payment that WeChat has reported, by callback or when asked. Late, repeated and
// doubled reports are normal: whoever finds the work done has succeeded.
import { newAccount } from '../../domain/accounts/account';
import type { Settlement } from '../../domain/accounts/settle';
import type { Order } from '../../domain/orders/order';
import { postPayment } from '../../domain/orders/post-payment';
import { moveOrder } from '../../domain/orders/states';
import { fen } from '../../domain/money/amounts';
import type { Transaction } from '../../wxcloud/database';
import type { PaidNotice } from '../../wxcloud/pay';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { readPool, settleAsRead } from '../wallet/settled-account';

export type Posted =
  /** Posted now or before, disputed, or on its way back to the payer: nothing more to do. */
  | { readonly outcome: 'settled'; readonly order: Order }
  /** Paid after closing: the refund has still to be asked for. */
  | { readonly outcome: 'refund-due'; readonly order: Order }
  | { readonly outcome: 'unknown-order' };

/** With so many waiting earnings an account is settled while posting, so that it stays small. */
const LONGEST_MATURING = 20;

/** At most nine requests: start, order, account, pool, order, account, entry, report, commit. */
export async function postPaid(world: World, notice: PaidNotice): Promise<Posted> {
  const posted = orBusy(
    await world.cloud.transact((transaction, at) => post(transaction, { world, notice, at })),
  );
  return posted.outcome === 'refund-due' ? refundLate(world, posted.order) : posted;
}

async function post(
  transaction: Transaction,
  { world, notice, at }: { world: World; notice: PaidNotice; at: number },
): Promise<Decision<Posted>> {
  const order = await transaction.get('orders', notice.outTradeNo);
  if (order === undefined) return abort({ outcome: 'unknown-order' });
  if (order.state === 'closed') return keepLatePayment(transaction, { order, notice, at });
  if (order.state !== 'placed') return abort({ outcome: 'settled', order });
  const dispute = differenceOf(order, notice);
  if (dispute !== undefined) {
    const disputed = moveOrder({ ...order, dispute }, 'disputed');
    await transaction.set('orders', disputed);
    return commit({ outcome: 'settled', order: disputed });
  }
  const paid = { ...order, transactionId: notice.transactionId };
  return commit({
    outcome: 'settled',
    order: await write(transaction, { world, order: paid, at }),
  });
}

async function write(
  transaction: Transaction,
  { world, order, at }: { world: World; order: Order; at: number },
): Promise<Order> {
  const { account, entries } = await earningAccount(transaction, { world, id: order.payer, at });
  const posting = postPayment({ order, account, at });
  await transaction.set('orders', posting.order);
  await transaction.set('accounts', posting.account);
  for (const entry of [...entries, posting.entry]) await transaction.add('journal', entry);
  await transaction.add('reports', { id: order.id, state: 'waiting', nextAt: at, attempts: 0 });
  return posting.order;
}

/** The account as stored; a new one, or one with many waiting earnings, also reads the pool. */
async function earningAccount(
  transaction: Transaction,
  { world, id, at }: { world: World; id: string; at: number },
): Promise<Settlement> {
  const stored = await transaction.get('accounts', id);
  if (stored !== undefined && stored.maturing.length < LONGEST_MATURING) {
    return { account: stored, entries: [] };
  }
  const pool = await readPool(transaction, world);
  if (stored === undefined)
    return { account: newAccount({ id, period: pool.period }), entries: [] };
  return settleAsRead(world, { account: stored, pool, at });
}

/** An amount counts as paid only if payer, sub-merchant and fen agree. */
function differenceOf(order: Order, notice: PaidNotice): string | undefined {
  const wrong = [
    notice.totalFen === order.bill.cashFen ? '' : `amount ${notice.totalFen}`,
    notice.openid === order.openid ? '' : 'payer',
    notice.subMchId === order.subMchId ? '' : `sub-merchant ${notice.subMchId}`,
  ].filter((text) => text !== '');
  return wrong.length === 0 ? undefined : `${notice.transactionId}: ${wrong.join(', ')}`;
}

async function keepLatePayment(
  transaction: Transaction,
  { order, notice, at }: { order: Order; notice: PaidNotice; at: number },
): Promise<Decision<Posted>> {
  if (order.latePayment?.refunded === true) return abort({ outcome: 'settled', order });
  if (order.latePayment !== undefined) return abort({ outcome: 'refund-due', order });
  const latePayment = {
    transactionId: notice.transactionId,
    amountFen: fen(notice.totalFen),
    refunded: false,
  };
  // The sweep looks at it until it is refunded, whether or not WeChat repeats itself.
  const late = { ...order, latePayment, recheckAt: order.recheckAt ?? at };
  await transaction.set('orders', late);
  return commit({ outcome: 'refund-due', order: late });
}

/** WeChat repeats the callback until this has worked; the refund's number makes it happen once. */
async function refundLate(world: World, order: Order): Promise<Posted> {
  const { latePayment } = order;
  if (latePayment === undefined) return { outcome: 'settled', order };
  const refund = await world.cloud.pay.refund({
    outTradeNo: order.id,
    outRefundNo: `${order.id}-late`,
    subMchId: order.subMchId,
    totalFen: latePayment.amountFen,
    refundFen: latePayment.amountFen,
  });
  if (!refund.ok) {
    console.warn(order.id, refund.error.reason);
    return { outcome: 'refund-due', order };
  }
  const refunded = { ...order, latePayment: { ...latePayment, refunded: true } };
  return orBusy(
    await world.cloud.transact(async (transaction) => {
      await transaction.set('orders', refunded);
      return commit<Posted>({ outcome: 'settled', order: refunded });
    }),
  );
}
