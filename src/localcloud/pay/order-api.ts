// The cloudPay actions around an order: snake_case in, snake_case out.
import { createHash, randomBytes } from 'node:crypto';
import type { CloudClock } from '../clock';
import { isFee, type PayAnswer, type PayFields, refusal, success, textOf } from './answer';
import { isPaid, type PayOrder, payTime, refundedFee } from './order';
import type { OrderStore } from './order-store';
import type { ShareBook } from './share-book';
import { unsplitFee } from './sharing';

export interface PayContext {
  readonly orders: OrderStore;
  readonly shareBook: ShareBook;
  readonly clock: CloudClock;
  readonly appId: string;
  /** Who ordered: the person whose call runs the function. */
  readonly openid: string;
}

export type PayAction = (fields: PayFields, context: PayContext) => PayAnswer;

export const orderActions: ReadonlyMap<string, PayAction> = new Map<string, PayAction>([
  ['unifiedOrder', unifiedOrder],
  ['queryOrder', queryOrder],
  ['closeOrder', closeOrder],
  ['refund', refund],
  ['queryRefund', queryRefund],
]);

/** An unpaid order can be closed only after five minutes (WeChat Pay's closing rule). */
const closableAfterMs = 5 * 60_000;

function unifiedOrder(fields: PayFields, context: PayContext): PayAnswer {
  const asked = readOrder(fields);
  if (typeof asked === 'string') return refusal('PARAM_ERROR', asked);
  const known = context.orders.byTradeNo(asked.subMchId, asked.outTradeNo);
  if (known) return repeated(known, asked, context);
  const order: PayOrder = {
    ...asked,
    prepayId: `wx${payTime(context.clock.nowMs)}${randomBytes(9).toString('hex')}`,
    openid: context.openid,
    createdMs: context.clock.nowMs,
    state: 'NOTPAY',
    transactionId: '',
    paidMs: 0,
    refunds: [],
    shares: [],
    returns: [],
    isUnfrozen: false,
    callback: undefined,
  };
  context.orders.save(order);
  return prepared(order, context);
}

type AskedOrder = Pick<
  PayOrder,
  'outTradeNo' | 'subMchId' | 'totalFee' | 'body' | 'attach' | 'functionName' | 'isShared'
>;

function readOrder(fields: PayFields): AskedOrder | string {
  const [outTradeNo, subMchId] = [textOf(fields, 'out_trade_no'), textOf(fields, 'sub_mch_id')];
  const totalFee = fields['total_fee'];
  if (subMchId === '') return 'sub_mch_id参数缺失';
  if (textOf(fields, 'env_id') === '') return 'env_id参数缺失';
  if (textOf(fields, 'function_name') === '') return 'function_name参数缺失';
  if (textOf(fields, 'body') === '') return 'body参数缺失';
  if (!/^[\w\-|*]{1,32}$/.test(outTradeNo)) return 'out_trade_no参数格式错误';
  if (!isFee(totalFee)) return 'total_fee参数格式错误';
  return {
    outTradeNo,
    subMchId,
    totalFee,
    body: textOf(fields, 'body'),
    attach: textOf(fields, 'attach'),
    functionName: textOf(fields, 'function_name'),
    isShared: fields['profit_sharing'] === 'Y',
  };
}

function repeated(known: PayOrder, asked: AskedOrder, context: PayContext): PayAnswer {
  if (known.state === 'SUCCESS' || known.state === 'REFUND') {
    return refusal('ORDERPAID', '该订单已支付');
  }
  if (known.state === 'CLOSED') return refusal('ORDERCLOSED', '该订单已关闭');
  const isSame =
    known.totalFee === asked.totalFee &&
    known.body === asked.body &&
    known.attach === asked.attach &&
    known.isShared === asked.isShared &&
    known.openid === context.openid;
  if (!isSame) return refusal('INVALID_REQUEST', '201 商户订单号重复');
  return prepared(known, context);
}

function prepared(order: PayOrder, { appId, clock }: PayContext): PayAnswer {
  const payment = {
    app_id: appId,
    time_stamp: String(Math.floor(clock.nowMs / 1000)),
    nonce_str: randomBytes(16).toString('hex'),
    package: `prepay_id=${order.prepayId}`,
    sign_type: 'MD5',
  };
  const signed = createHash('md5').update(JSON.stringify(payment)).digest('hex').toUpperCase();
  return success({
    appid: appId,
    mch_id: '1800008281',
    sub_mch_id: order.subMchId,
    trade_type: 'JSAPI',
    prepay_id: order.prepayId,
    payment: { ...payment, pay_sign: signed },
  });
}

function queryOrder(fields: PayFields, { orders }: PayContext): PayAnswer {
  const order = find(fields, orders);
  if (!order) return refusal('ORDERNOTEXIST', '订单不存在');
  const known = {
    sub_mch_id: order.subMchId,
    out_trade_no: order.outTradeNo,
    total_fee: order.totalFee,
    attach: order.attach,
    trade_state: order.state,
    trade_state_desc: stateDescriptions[order.state],
  };
  if (!isPaid(order)) return success(known);
  return success({
    ...known,
    openid: order.openid,
    sub_openid: order.openid,
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    cash_fee: order.totalFee,
    fee_type: 'CNY',
    transaction_id: order.transactionId,
    time_end: payTime(order.paidMs),
  });
}

const stateDescriptions = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  CLOSED: '订单已关闭',
  REFUND: '订单发生过退款',
} as const;

function closeOrder(fields: PayFields, { orders, clock }: PayContext): PayAnswer {
  const order = find(fields, orders);
  if (!order) return refusal('ORDERNOTEXIST', '订单不存在');
  if (order.state === 'CLOSED') return refusal('ORDERCLOSED', '订单已关闭，无法重复关闭');
  if (order.state !== 'NOTPAY') return refusal('ORDERPAID', '订单已支付');
  if (clock.nowMs - order.createdMs < closableAfterMs) {
    return refusal('ORDER_TOO_NEW', '订单生成后不能马上调用关单接口，最短调用时间间隔为5分钟');
  }
  orders.save({ ...order, state: 'CLOSED' });
  return success();
}

function refund(fields: PayFields, { orders, shareBook, clock }: PayContext): PayAnswer {
  shareBook.settle();
  const order = find(fields, orders);
  const outRefundNo = textOf(fields, 'out_refund_no');
  const refundFee = fields['refund_fee'];
  if (!/^[\w\-|*]{1,64}$/.test(outRefundNo))
    return refusal('PARAM_ERROR', 'out_refund_no参数格式错误');
  if (!isFee(refundFee)) return refusal('PARAM_ERROR', 'refund_fee参数格式错误');
  if (!order) return refusal('ORDERNOTEXIST', '订单不存在');
  const known = order.refunds.find((candidate) => candidate.outRefundNo === outRefundNo);
  if (fields['total_fee'] !== order.totalFee || (known && known.refundFee !== refundFee)) {
    return refusal('ERROR', '订单金额或退款金额与之前请求不一致，请核实后再试');
  }
  if (known) return refundAnswer(order, known.outRefundNo);
  if (!isPaid(order)) return refusal('TRADE_STATE_ERROR', '订单未支付，不能退款');
  if (refundedFee(order) + refundFee > order.totalFee) {
    return refusal('INVALID_REQUEST', '累计退款金额大于支付金额');
  }
  const lacking = lackOfFunds(order, refundFee, orders);
  if (lacking) return lacking;
  const refundId = `5030${payTime(clock.nowMs)}${randomBytes(5).toString('hex')}`;
  const refunds = [...order.refunds, { outRefundNo, refundId, refundFee, atMs: clock.nowMs }];
  orders.save({ ...order, state: 'REFUND', refunds });
  return refundAnswer({ ...order, refunds }, outRefundNo);
}

/**
 * A refund before unfreezing takes from what is not shared yet, a later one from what the
 * sub-merchant has: what receivers got must be returned before, or the sub-merchant pays for it.
 * Source: WeChat Pay's refund rules for orders with profit sharing.
 */
function lackOfFunds(order: PayOrder, fee: number, orders: OrderStore): PayAnswer | undefined {
  if (order.isShared && !order.isUnfrozen) {
    if (fee <= unsplitFee(order)) return undefined;
    return refusal('RULE_LIMIT', '申请退款金额大于剩余未分账金额，请等待分账完成后再试');
  }
  if (fee <= orders.fundsOf(order.subMchId).available) return undefined;
  return refusal('NOTENOUGH', '基本账户余额不足，请充值后重新发起');
}

function refundAnswer(order: PayOrder, outRefundNo: string): PayAnswer {
  const found = order.refunds.find((candidate) => candidate.outRefundNo === outRefundNo);
  return success({
    sub_mch_id: order.subMchId,
    transaction_id: order.transactionId,
    out_trade_no: order.outTradeNo,
    out_refund_no: outRefundNo,
    refund_id: found?.refundId ?? '',
    refund_fee: found?.refundFee ?? 0,
    total_fee: order.totalFee,
    cash_fee: order.totalFee,
  });
}

function queryRefund(fields: PayFields, { orders }: PayContext): PayAnswer {
  const order = find(fields, orders);
  if (!order) return refusal('ORDERNOTEXIST', '订单不存在');
  const wanted = textOf(fields, 'out_refund_no');
  const refunds = order.refunds.filter(
    ({ outRefundNo }) => wanted === '' || outRefundNo === wanted,
  );
  if (refunds.length === 0) return refusal('REFUNDNOTEXIST', '退款订单查询失败');
  const rows = refunds.map((found, i): PayAnswer => ({
    [`out_refund_no_${i}`]: found.outRefundNo,
    [`refund_id_${i}`]: found.refundId,
    [`refund_fee_${i}`]: found.refundFee,
    [`refund_status_${i}`]: 'SUCCESS',
    [`refund_success_time_${i}`]: payTime(found.atMs),
  }));
  return success({
    transaction_id: order.transactionId,
    out_trade_no: order.outTradeNo,
    total_fee: order.totalFee,
    refund_count: refunds.length,
    refund_fee: refundedFee(order),
    ...rows.reduce<PayAnswer>((all, row) => ({ ...all, ...row }), {}),
  });
}

function find(fields: PayFields, orders: OrderStore): PayOrder | undefined {
  return orders.byTradeNo(textOf(fields, 'sub_mch_id'), textOf(fields, 'out_trade_no'));
}
