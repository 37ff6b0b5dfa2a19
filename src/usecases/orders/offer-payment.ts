// Asks WeChat Pay for what the app needs to let a person pay an open order.
import type { Failure, Output } from '../../contracts/contract';
import type { ordersContract } from '../../contracts/orders';
import type { Order } from '../../domain/orders/order';
import { fail, succeed, type Result } from '../../domain/result';
import type { Context } from '../serving/context';
import { orderView } from './order-view';

type Placed = Output<typeof ordersContract, 'pay'>;
type PayError = Failure<'payment-unavailable'>;

/** One request; asking again for the same order gives the same prepayment. */
export async function offerPayment(
  { cloud }: Context,
  order: Order,
): Promise<Result<Placed, PayError>> {
  if (order.state !== 'placed') return succeed({ order: orderView(order), payment: null });
  const payment = await cloud.pay.order({
    outTradeNo: order.id,
    totalFen: order.bill.cashFen,
    subMchId: order.subMchId,
    body: order.merchant.name,
  });
  if (payment.ok) return succeed({ order: orderView(order), payment: payment.value });
  console.warn(order.id, payment.error.reason);
  return fail({ code: 'payment-unavailable', orderId: order.id });
}
