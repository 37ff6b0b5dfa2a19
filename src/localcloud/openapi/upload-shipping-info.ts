// wxa.sec.order.uploadShippingInfo: what WeChat wants after a payment before it settles. Codes and
// texts: 发货信息录入, its table of errors.
import { isPaid, type PayOrder, refundedFee } from '../pay/order';
import type { OpenApiAnswer } from './envelope';
import {
  done,
  objectOf,
  type OpenApiContext,
  type OpenApiFields,
  refused,
  textOf,
} from './interface';
import type { ShippingReport } from './shipping-reports';

const [express, unified, split] = [1, 1, 2];
const [byTradeNo, byTransaction] = [1, 2];
const maxParcels = 15;
const maxDescription = 120;
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

type Fault = readonly [errcode: number, errmsg: string];

export function uploadShippingInfo(fields: OpenApiFields, context: OpenApiContext): OpenApiAnswer {
  const fault = formFault(fields) ?? keyFault(objectOf(fields['order_key']));
  if (fault) return refused(...fault);
  const order = findOrder(objectOf(fields['order_key']), context);
  const openid = textOf(objectOf(fields['payer']), 'openid');
  if (!order || !isPaid(order)) return refused(10060001, '支付单不存在');
  if (order.openid !== '' && order.openid !== openid) {
    return refused(10060031, '该笔支付单不属于 openid 所指定的用户');
  }
  if (refundedFee(order) === order.totalFee) return refused(10060004, '支付单处于不可发货的状态');
  const report = reportOf(fields, order, context.shippingReports.of(order.prepayId));
  if ('errcode' in report) return refused(report.errcode, report.errmsg);
  context.shippingReports.save(report);
  context.outbox.put({ kind: 'shipping', openid, content: told(fields, order) });
  return done();
}

function formFault(fields: OpenApiFields): Fault | undefined {
  const list = fields['shipping_list'];
  const [type, mode] = [fields['logistics_type'], fields['delivery_mode']];
  if (!Array.isArray(list) || textOf(objectOf(fields['payer']), 'openid') === '') {
    return [47001, 'data format error'];
  }
  if (![1, 2, 3, 4].includes(Number(type))) return [10060005, '物流类型有误'];
  if (mode !== unified && mode !== split) return [268485224, '发货模式非法'];
  if (mode === split && type !== express) return [10060006, '非快递发货时不允许分拆发货'];
  if (mode === split && typeof fields['is_all_delivered'] !== 'boolean') {
    return [10060007, '分拆发货模式下必须填写 is_all_delivered 字段'];
  }
  if (mode === unified && list.length !== 1) {
    return [268485228, '统一发货模式下，物流信息列表长度必须为 1'];
  }
  if (list.length === 0) return [47001, 'data format error'];
  if (list.length > maxParcels) return [10060024, '物流信息列表太长'];
  if (!rfc3339.test(textOf(fields, 'upload_time'))) {
    return [268485216, '上传时间非法，请按照 RFC 3339 格式填写'];
  }
  return list.map((parcel) => parcelFault(objectOf(parcel), type)).find((found) => found);
}

function parcelFault(parcel: OpenApiFields, type: unknown): Fault | undefined {
  const description = textOf(parcel, 'item_desc');
  if (description === '') return [10060008, '商品描述 item_desc 字段不能为空'];
  if (description.length > maxDescription) return [10060009, '商品描述 item_desc 字段太长'];
  if (type !== express) return undefined;
  if (textOf(parcel, 'tracking_no') === '') return [268485226, '物流单号不能为空'];
  if (textOf(parcel, 'express_company') === '') return [268485227, '物流公司编码不能为空'];
  return undefined;
}

function keyFault(key: OpenApiFields): Fault | undefined {
  const kind = key['order_number_type'];
  if (kind === byTransaction) {
    const isNamed = textOf(key, 'transaction_id') !== '';
    return isNamed ? undefined : [268485195, '微信支付单号形式下 transaction_id 字段不能为空'];
  }
  if (kind !== byTradeNo) return [268485194, '订单单号类型非法'];
  if (textOf(key, 'mchid') === '') return [268485196, '商户侧单号形式下 mchid 字段不能为空'];
  if (textOf(key, 'out_trade_no') !== '') return undefined;
  return [268485197, '商户侧单号形式下 out_trade_no 字段不能为空'];
}

/** With sub-merchants `mchid` is the sub-merchant's number. */
function findOrder(key: OpenApiFields, { orders }: OpenApiContext): PayOrder | undefined {
  return key['order_number_type'] === byTransaction
    ? orders.byTransactionId(textOf(key, 'transaction_id'))
    : orders.byTradeNo(textOf(key, 'mchid'), textOf(key, 'out_trade_no'));
}

/** The report that is now valid. One that is complete can be changed once; parcels are added freely. */
function reportOf(
  fields: OpenApiFields,
  { prepayId }: PayOrder,
  former: ShippingReport | undefined,
): ShippingReport | { errcode: number; errmsg: string } {
  const { upload_time: uploadTime, ...rest } = fields;
  const [content, uploadMs] = [JSON.stringify(rest), Date.parse(String(uploadTime))];
  const isComplete = fields['delivery_mode'] === unified || fields['is_all_delivered'] === true;
  const now = { prepayId, uploadMs, content, isComplete, times: former?.times ?? 0 };
  if (!former) return { ...now, times: 1 };
  if (former.content === content) return { errcode: 10060023, errmsg: '发货信息未更新' };
  if (uploadMs <= former.uploadMs) return { errcode: 268485216, errmsg: '上传时间非法' };
  if (!former.isComplete) return now;
  if (former.times > 1) return { errcode: 10060003, errmsg: '支付单已使用重新发货机会' };
  return { ...now, times: 2 };
}

function told(fields: OpenApiFields, order: PayOrder): Readonly<Record<string, unknown>> {
  return {
    transactionId: order.transactionId,
    outTradeNo: order.outTradeNo,
    subMchId: order.subMchId,
    logisticsType: fields['logistics_type'],
    items: (fields['shipping_list'] as unknown[]).map((item) => objectOf(item)['item_desc']),
  };
}
