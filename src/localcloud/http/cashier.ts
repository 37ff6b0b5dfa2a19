// The payment window of the H5 preview: what the WeChat client shows and answers.
import type { Cashier } from '../pay/cashier';
import type { PayOrder } from '../pay/order';
import { BadRequest } from './body';

interface CashierAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** GET: what is to be paid. @throws BadRequest 404 when there is no such order */
export function showOrder(cashier: Cashier, prepayId: string): CashierAnswer {
  return { status: 200, body: shown(orderOf(cashier, prepayId)) };
}

/** POST {"outcome": "pay" | "cancel" | "pay-lose-reply"}: what the person does. */
export function decide(
  cashier: Cashier,
  decision: { prepayId: string; openid: string; outcome: unknown },
): CashierAnswer {
  const order = orderOf(cashier, decision.prepayId);
  if (order.openid !== '' && order.openid !== decision.openid) {
    throw new BadRequest(403, 'the order belongs to somebody else');
  }
  switch (decision.outcome) {
    case 'cancel':
      return { status: 200, body: shown(order) };
    case 'pay':
      return pay(cashier, order, false);
    case 'pay-lose-reply':
      return pay(cashier, order, true);
    default:
      throw new BadRequest(400, 'outcome is pay, cancel or pay-lose-reply');
  }
}

function pay(cashier: Cashier, order: PayOrder, loseReply: boolean): CashierAnswer {
  const outcome = cashier.pay(order, { loseFirst: loseReply });
  if (outcome === 'closed') return { status: 409, body: { error: '订单已关闭' } };
  if (outcome === 'already-paid') return { status: 409, body: { error: '订单已支付' } };
  if (loseReply) return { status: 502, body: { error: 'the reply was lost' } };
  return { status: 200, body: shown(orderOf(cashier, order.prepayId)) };
}

function orderOf(cashier: Cashier, prepayId: string): PayOrder {
  const order = cashier.order(prepayId);
  if (!order) throw new BadRequest(404, 'no such order');
  return order;
}

function shown({ outTradeNo, totalFee, body, state }: PayOrder) {
  return { outTradeNo, totalFee, body, state };
}
