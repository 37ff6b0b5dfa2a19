// The cloudPay actions of profit sharing. A share is accepted at once and done later; only a query
// tells how it ended. Messages as WeChat Pay's documents quote them.
import { randomBytes } from 'node:crypto';
import { type PayAnswer, type PayFields, refusal, success, textOf } from './answer';
import type { PayAction, PayContext } from './order-api';
import { type PayOrder, payTime } from './order';
import type { Receiver, Share, SharedPart, SharePart } from './share';
import { isSharingOver, unsplitFee } from './sharing';
import { isShareNo, misformatted, readParts, readReceiver } from './share-fields';

export const shareActions: ReadonlyMap<string, PayAction> = new Map<string, PayAction>([
  ['profitSharing', (fields, context) => share(fields, context, { unfreezes: true })],
  ['multiProfitSharing', (fields, context) => share(fields, context, { unfreezes: false })],
  ['profitSharingFinish', finish],
  ['profitSharingQuery', queryShare],
  ['profitSharingAddReceiver', addReceiver],
  ['profitSharingRemoveReceiver', removeReceiver],
]);

/** „请在订单支付成功1分钟后再调用分账接口“ (WeChat Pay's questions about profit sharing). */
const sharableAfterMs = 60_000;
/** From acceptance to the receivers; the real time is not told, and a query right after sees PROCESSING. */
const shareMs = 30_000;
const maxShares = 50;

function addReceiver(fields: PayFields, { shareBook }: PayContext): PayAnswer {
  const receiver = readReceiver(fields['receiver'], { needsRelation: true });
  if (!receiver) return misformatted();
  const subMchId = textOf(fields, 'sub_mch_id');
  if (subMchId === '') return refusal('PARAM_ERROR', 'sub_mch_id参数缺失');
  shareBook.addReceiver(subMchId, receiver);
  return success({ sub_mch_id: subMchId, receiver: JSON.stringify(receiver) });
}

function removeReceiver(fields: PayFields, { shareBook }: PayContext): PayAnswer {
  const receiver = readReceiver(fields['receiver'], { needsRelation: false });
  if (!receiver) return misformatted();
  shareBook.removeReceiver(textOf(fields, 'sub_mch_id'), receiver);
  return success({
    sub_mch_id: textOf(fields, 'sub_mch_id'),
    receiver: JSON.stringify(receiver),
  });
}

function share(
  fields: PayFields,
  context: PayContext,
  { unfreezes }: { unfreezes: boolean },
): PayAnswer {
  const parts = readParts(fields['receivers']);
  if (parts === 'no text') return misformatted();
  if (!parts) return refusal('PARAM_ERROR', '分账接收方列表格式错误');
  return accept({ fields, parts, unfreezes }, context);
}

function finish(fields: PayFields, context: PayContext): PayAnswer {
  if (textOf(fields, 'description') === '') return refusal('PARAM_ERROR', 'description参数缺失');
  return accept({ fields, parts: [], unfreezes: true }, context);
}

interface AskedShare {
  readonly fields: PayFields;
  readonly parts: readonly SharePart[];
  readonly unfreezes: boolean;
}

/** An unknown order is refused as one without profit sharing is. */
function accept(asked: AskedShare, context: PayContext): PayAnswer {
  const known = findKnown(asked, context);
  if (known) return known;
  const order = findOrder(asked.fields, context);
  if (!order?.isShared) return refusal('INVALID_REQUEST', '非分账订单不支持分账');
  const refused = refuseOrder(order, context) ?? refuseParts(asked, order, context);
  if (refused) return refused;
  const accepted = shareFrom(asked, context.clock.nowMs);
  context.orders.save({ ...order, shares: [...order.shares, accepted] });
  return shareAnswer(order, accepted);
}

/** The same number again is the same share, if it asks for the same. */
function findKnown(
  { fields, parts, unfreezes }: AskedShare,
  { orders, shareBook }: PayContext,
): PayAnswer | undefined {
  shareBook.settle();
  const outOrderNo = textOf(fields, 'out_order_no');
  if (!isShareNo(outOrderNo)) return refusal('PARAM_ERROR', 'out_order_no参数格式错误');
  const order = orders.byShareNo(outOrderNo);
  const known = order && shareOf(order, outOrderNo);
  if (!known) return undefined;
  const isSame =
    order.transactionId === textOf(fields, 'transaction_id') &&
    known.unfreezes === unfreezes &&
    JSON.stringify(known.parts.map(withoutResult)) === JSON.stringify(parts);
  if (isSame) return shareAnswer(order, known);
  return refusal('INVALID_REQUEST', '商户分账单号已存在，请求参数与原请求不一致');
}

function refuseOrder(order: PayOrder, { clock }: PayContext): PayAnswer | undefined {
  if (clock.nowMs - order.paidMs < sharableAfterMs) {
    return refusal('ORDER_NOT_READY', '订单处理中，请稍后重试');
  }
  if (isSharingOver(order)) return refusal('NOT_ENOUGH', '分账金额不足');
  if (order.shares.length >= maxShares) return refusal('INVALID_REQUEST', '分账次数超出限制');
  return undefined;
}

function refuseParts(
  { parts, unfreezes }: AskedShare,
  order: PayOrder,
  { shareBook }: PayContext,
): PayAnswer | undefined {
  const isKnown = (part: SharePart): boolean =>
    isOwn(part, order) ? !unfreezes : shareBook.isReceiver(order.subMchId, part);
  if (!parts.every(isKnown)) {
    return refusal('PARAM_ERROR', '分账接收方关系不存在，请检查参数中每个接收方的关系。');
  }
  const asked = parts.reduce((sum, { amount }) => sum + amount, 0);
  if (asked > unsplitFee(order)) return refusal('NOT_ENOUGH', '分账金额不足');
  const others = amountOfOthers(parts, order) + amountOfOthers(living(order), order);
  if (others * 10_000 > order.totalFee * shareBook.maxPerTenThousand) {
    return refusal('INVALID_REQUEST', '分账金额超出最大分账比例');
  }
  return undefined;
}

const isOwn = (receiver: Receiver, order: PayOrder): boolean =>
  receiver.type === 'MERCHANT_ID' && receiver.account === order.subMchId;

/** Only what leaves the sub-merchant counts towards its share. */
function amountOfOthers(parts: readonly SharePart[], order: PayOrder): number {
  return parts.filter((part) => !isOwn(part, order)).reduce((sum, { amount }) => sum + amount, 0);
}

function living(order: PayOrder): SharedPart[] {
  return order.shares.flatMap(({ parts }) => parts).filter(({ result }) => result !== 'CLOSED');
}

function shareFrom({ fields, parts, unfreezes }: AskedShare, nowMs: number): Share {
  return {
    outOrderNo: textOf(fields, 'out_order_no'),
    orderId: `3008${payTime(nowMs)}${randomBytes(5).toString('hex')}`,
    parts: parts.map((part) => ({ ...part, result: 'PENDING' })),
    unfreezes,
    description: textOf(fields, 'description'),
    status: 'PROCESSING',
    dueMs: nowMs + shareMs,
  };
}

function queryShare(fields: PayFields, context: PayContext): PayAnswer {
  context.shareBook.settle();
  const order = findOrder(fields, context);
  const found = order && shareOf(order, textOf(fields, 'out_order_no'));
  if (!found) return refusal('ORDER_NOT_EXIST', '分账订单不存在');
  return {
    ...shareAnswer(order, found),
    status: found.status,
    ...(found.parts.length === 0
      ? { description: found.description }
      : { receivers: JSON.stringify(found.parts.map((part) => told(part, found))) }),
  };
}

function told({ result, ...part }: SharedPart, { dueMs }: Share): Record<string, unknown> {
  return {
    ...part,
    result,
    ...(result === 'PENDING' ? {} : { finish_time: payTime(dueMs) }),
    ...(result === 'CLOSED' ? { fail_reason: 'ACCOUNT_ABNORMAL' } : {}),
  };
}

function shareAnswer(order: PayOrder, { outOrderNo, orderId }: Share): PayAnswer {
  return success({
    sub_mch_id: order.subMchId,
    transaction_id: order.transactionId,
    out_order_no: outOrderNo,
    order_id: orderId,
  });
}

function findOrder(fields: PayFields, { orders }: PayContext): PayOrder | undefined {
  const order = orders.byTransactionId(textOf(fields, 'transaction_id'));
  return order?.subMchId === textOf(fields, 'sub_mch_id') ? order : undefined;
}

function shareOf(order: PayOrder, outOrderNo: string): Share | undefined {
  return order.shares.find((candidate) => candidate.outOrderNo === outOrderNo);
}

function withoutResult({ type, account, amount, description }: SharedPart): SharePart {
  return { type, account, amount, description };
}
