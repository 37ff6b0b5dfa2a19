// Asks WeChat whether an open order was paid, and posts it if so.
import type { Order } from '../../domain/orders/order';
import type { World } from '../serving/context';
import { postPaid } from './post-paid';

export interface Confirmed {
  readonly order: Order;
  /** WeChat answered; without an answer nothing is known. */
  readonly isCertain: boolean;
}

/** One request when it was not paid. */
export async function confirmPayment(world: World, order: Order): Promise<Confirmed> {
  const { id: outTradeNo, subMchId } = order;
  const asked = await world.cloud.pay.query({ outTradeNo, subMchId });
  if (!asked.ok) return { order, isCertain: false };
  if (asked.value.state !== 'paid') return { order, isCertain: true };
  const posted = await postPaid(world, asked.value.notice);
  return posted.outcome === 'unknown-order'
    ? { order, isCertain: false }
    : { order: posted.order, isCertain: true };
}
