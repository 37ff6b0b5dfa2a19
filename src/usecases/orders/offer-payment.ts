// Asks WeChat Pay for what the app needs to let a person pay an open order.
import type { Failure, Output } from '../../contracts/contract';
import type { ordersContract } from '../../contracts/orders';
import type { Order } from '../../domain/orders/order';
import { fail, succeed, type Result } from '../../domain/result';
import { confirmPayment } from '../payments/confirm-payment';
import type { Context } from '../serving/context';
import { orderView } from './order-view';

type Placed = Output<typeof ordersContract, 'pay'>;
type PayError = Failure<'payment-unavailable'>;

/**
 * One request; asking again for the same order gives the same prepayment. WeChat refuses an order
 * that it has seen paid while the callback is still on its way: then the payment is posted.
 */
export async function offerPayment(
  context: Context,
  order: Order,
): Promise<Result<Placed, PayError>> {
  if (order.state !== 'placed') return succeed({ order: orderView(order), payment: null });
  const payment = await context.cloud.pay.order({
    outTradeNo: order.id,
    totalFen: order.bill.cashFen,
    subMchId: order.subMchId,
    body: order.merchant.name,
  });
  if (payment.ok) return succeed({ order: orderView(order), payment: payment.value });
  const confirmed = await confirmPayment(context, order);
  if (confirmed.order.state !== 'placed') {
    return succeed({ order: orderView(confirmed.order), payment: null });
  }
  console.warn(order.id, payment.error.reason);
  return fail({ code: 'payment-unavailable', orderId: order.id });
}
