// The cloudPay actions by which a receiver gives back its part before a refund. Done at once;
// refusals have names of their own here: return_code, error_code and error_msg.
import { randomBytes } from 'node:crypto';
import { isFee, type PayAnswer, type PayFields, textOf } from './answer';
import type { PayAction, PayContext } from './order-api';
import { type PayOrder, payTime } from './order';
import type { ShareReturn } from './share';
import { returnedFee } from './sharing';
import { isShareNo } from './share-fields';

export const returnActions: ReadonlyMap<string, PayAction> = new Map<string, PayAction>([
  ['profitSharingReturn', returnShare],
  ['profitSharingReturnQuery', queryReturn],
]);

function refusal(code: string, message: string): PayAnswer {
  return { return_code: 'FAIL', error_code: code, error_msg: message };
}

function returnShare(fields: PayFields, context: PayContext): PayAnswer {
  context.shareBook.settle();
  const asked = readReturn(fields);
  if (!asked) return refusal('PARAM_ERROR', '参数格式校验错误');
  const order = findOrder(fields, context);
  if (!order) return refusal('ORDER_NOT_EXIST', '分账订单不存在');
  const known = order.returns.find(({ outReturnNo }) => outReturnNo === asked.outReturnNo);
  if (known) return repeated(order, { known, asked });
  const refused = refuse(asked, order, context);
  if (refused) return refused;
  const { clock, orders } = context;
  const returnNo = `3108${payTime(clock.nowMs)}${randomBytes(5).toString('hex')}`;
  const returned = { ...asked, returnNo, atMs: clock.nowMs };
  orders.save({ ...order, returns: [...order.returns, returned] });
  return answer(order, returned);
}

type AskedReturn = Omit<ShareReturn, 'returnNo' | 'atMs'>;

function readReturn(fields: PayFields): AskedReturn | undefined {
  const amount = fields['return_amount'];
  const asked = {
    outOrderNo: textOf(fields, 'out_order_no'),
    outReturnNo: textOf(fields, 'out_return_no'),
    account: textOf(fields, 'return_account'),
    description: textOf(fields, 'description'),
  };
  const isWhole =
    isFee(amount) &&
    isShareNo(asked.outReturnNo) &&
    asked.description !== '' &&
    fields['return_account_type'] === 'MERCHANT_ID';
  return isWhole ? { ...asked, amount } : undefined;
}

function refuse(
  asked: AskedReturn,
  order: PayOrder,
  { orders }: PayContext,
): PayAnswer | undefined {
  const share = order.shares.find(({ outOrderNo }) => outOrderNo === asked.outOrderNo);
  const got = share?.parts.find(
    ({ type, account, result }) =>
      type === 'MERCHANT_ID' && account === asked.account && result === 'SUCCESS',
  );
  if (!got || asked.account === order.subMchId) {
    return refusal('INVALID_REQUEST', '只能对原分账请求中成功分给商户接收方进行回退');
  }
  if (returnedFee(order, asked) + asked.amount > got.amount) {
    return refusal('INVALID_REQUEST', '回退金额超过原分账金额');
  }
  if (orders.fundsOf(asked.account).available < asked.amount) {
    return refusal('NOT_ENOUGH', '回退方账户余额不足');
  }
  return undefined;
}

function repeated(
  order: PayOrder,
  { known, asked }: { known: ShareReturn; asked: AskedReturn },
): PayAnswer {
  const isSame =
    known.outOrderNo === asked.outOrderNo &&
    known.account === asked.account &&
    known.amount === asked.amount;
  if (isSame) return answer(order, known);
  return refusal('INVALID_REQUEST', '商户回退单号已存在，请求参数与原请求不一致');
}

function queryReturn(fields: PayFields, context: PayContext): PayAnswer {
  const order = findOrder(fields, context);
  const wanted = textOf(fields, 'out_return_no');
  const known = order?.returns.find(({ outReturnNo }) => outReturnNo === wanted);
  if (!order || !known) return refusal('ORDER_NOT_EXIST', '回退单不存在');
  return answer(order, known);
}

function answer(order: PayOrder, known: ShareReturn): PayAnswer {
  const share = order.shares.find(({ outOrderNo }) => outOrderNo === known.outOrderNo);
  return {
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    sub_mch_id: order.subMchId,
    order_id: share?.orderId ?? '',
    out_order_no: known.outOrderNo,
    out_return_no: known.outReturnNo,
    return_no: known.returnNo,
    return_account_type: 'MERCHANT_ID',
    return_account: known.account,
    return_amount: known.amount,
    description: known.description,
    result: 'SUCCESS',
    finish_time: payTime(known.atMs),
  };
}

/** By the merchant's number of the share; WeChat's own (order_id) is not looked for. */
function findOrder(fields: PayFields, { orders }: PayContext): PayOrder | undefined {
  const order = orders.byShareNo(textOf(fields, 'out_order_no'));
  return order?.subMchId === textOf(fields, 'sub_mch_id') ? order : undefined;
}
