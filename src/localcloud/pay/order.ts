// A payment order as the cloud keeps it, and its answers in the words of WeChat Pay.
import type { Share, ShareReturn } from './share';

export type OrderState = 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND';

export interface PayRefund {
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly refundFee: number;
  readonly atMs: number;
}

export interface PayOrder {
  readonly prepayId: string;
  readonly outTradeNo: string;
  readonly subMchId: string;
  /** Fen. */
  readonly totalFee: number;
  readonly body: string;
  readonly attach: string;
  /** Who may pay it; empty when the order did not come from a person's call. */
  readonly openid: string;
  /** The function that is told about the payment. */
  readonly functionName: string;
  /** Ordered with profit_sharing Y: what is paid stays frozen until it is shared or unfrozen. */
  readonly isShared: boolean;
  readonly createdMs: number;
  state: OrderState;
  transactionId: string;
  paidMs: number;
  refunds: PayRefund[];
  shares: Share[];
  returns: ShareReturn[];
  /** What was not shared has been given to the sub-merchant; nothing more can be shared. */
  isUnfrozen: boolean;
  callback: CallbackState | undefined;
}

/** A payment that the function has not yet confirmed. */
export interface CallbackState {
  attempts: number;
  dueMs: number;
}

const chinaOffsetMs = 8 * 3_600_000;

/** yyyyMMddHHmmss in UTC+8. */
export function payTime(ms: number): string {
  return new Date(ms + chinaOffsetMs).toISOString().replace(/\D/g, '').slice(0, 14);
}

export function isPaid(order: PayOrder): boolean {
  return order.transactionId !== '';
}

export function refundedFee(order: PayOrder): number {
  return order.refunds.reduce((sum, { refundFee }) => sum + refundFee, 0);
}

/** What the callback function gets. Source: the cloudPay documents. */
export function callbackEvent(order: PayOrder, appId: string): Record<string, unknown> {
  return {
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    appid: appId,
    mchId: '1800008281',
    subAppid: appId,
    subMchId: order.subMchId,
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId,
    totalFee: order.totalFee,
    cashFee: order.totalFee,
    feeType: 'CNY',
    tradeType: 'JSAPI',
    bankType: 'OTHERS',
    isSubscribe: 'N',
    subIsSubscribe: 'N',
    openid: order.openid,
    subOpenid: order.openid,
    attach: order.attach,
    timeEnd: payTime(order.paidMs),
    nonceStr: order.prepayId.slice(-16),
  };
}
