// WeChat Pay through cloudPay.
import { succeed, type Result } from '../domain/result';
import { askPay, type PayFailure } from './pay-answer';
import { type ReportFailure, reportShipped, type ShippedPayment } from './pay-report';
import { profitSharing, type ProfitSharing } from './pay-sharing';
import type { PayAnswer } from './sdk';

export interface PayRequest {
  readonly outTradeNo: string;
  readonly totalFen: number;
  readonly subMchId: string;
  /** Shown in WeChat's bill. */
  readonly body: string;
  /** What is paid stays frozen until it is shared and finished, see ProfitSharing. */
  readonly isShared?: boolean;
}

/** What wx.requestPayment takes. */
export interface Payment {
  readonly prepayId: string;
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/** A payment as WeChat knows it, from a query or a callback. */
export interface PaidNotice {
  readonly outTradeNo: string;
  readonly openid: string;
  readonly subMchId: string;
  readonly totalFen: number;
  readonly transactionId: string;
}

export type PayState =
  { readonly state: 'paid'; readonly notice: PaidNotice } | { readonly state: 'unpaid' | 'closed' };

export interface Pay {
  order(request: PayRequest): Promise<Result<Payment, PayFailure>>;
  query(request: { outTradeNo: string; subMchId: string }): Promise<Result<PayState, PayFailure>>;
  /** WeChat refuses to close in the first minutes after ordering. */
  close(request: { outTradeNo: string; subMchId: string }): Promise<Result<null, PayFailure>>;
  refund(request: {
    outTradeNo: string;
    outRefundNo: string;
    subMchId: string;
    totalFen: number;
    refundFen: number;
  }): Promise<Result<null, PayFailure>>;
  readonly sharing: ProfitSharing;
  reportShipped(payment: ShippedPayment): Promise<Result<null, ReportFailure>>;
}

/** The function that WeChat calls back: it does nothing else. */
const CALLBACK_FUNCTION = 'payments';

export function openPay(env: string): Pay {
  return {
    order: ({ outTradeNo, totalFen, subMchId, body, isShared = false }) =>
      askPay(
        (pay) =>
          pay.unifiedOrder({
            functionName: CALLBACK_FUNCTION,
            envId: env,
            subMchId,
            nonceStr: outTradeNo,
            body,
            outTradeNo,
            totalFee: totalFen,
            spbillCreateIp: '127.0.0.1',
            tradeType: 'JSAPI',
            ...(isShared ? { profitSharing: 'Y' } : {}),
          }),
        paymentOf,
      ),
    query: async ({ outTradeNo, subMchId }) => {
      const asked = await askPay(
        (pay) => pay.queryOrder({ outTradeNo, subMchId, nonceStr: outTradeNo }),
        payStateOf,
      );
      return !asked.ok && UNKNOWN_ORDER.test(asked.error.reason)
        ? succeed({ state: 'unpaid' })
        : asked;
    },
    close: async ({ outTradeNo, subMchId }) => {
      const closed = await askPay(
        (pay) => pay.closeOrder({ outTradeNo, subMchId, nonceStr: outTradeNo }),
        () => null,
      );
      return !closed.ok && isNothingToClose(closed.error) ? succeed(null) : closed;
    },
    refund: ({ outTradeNo, outRefundNo, subMchId, totalFen, refundFen }) =>
      askPay(
        (pay) =>
          pay.refund({
            envId: env,
            functionName: CALLBACK_FUNCTION,
            subMchId,
            nonceStr: outRefundNo,
            outTradeNo,
            outRefundNo,
            totalFee: totalFen,
            refundFee: refundFen,
          }),
        () => null,
      ),
    sharing: profitSharing,
    reportShipped,
  };
}

function paymentOf(answer: PayAnswer): Payment {
  const payment = (answer['payment'] ?? {}) as PayAnswer;
  const text = (key: string): string => String(payment[key]);
  return {
    prepayId: String(answer['prepayId']),
    timeStamp: text('timeStamp'),
    nonceStr: text('nonceStr'),
    package: text('package'),
    signType: text('signType'),
    paySign: text('paySign'),
  };
}

/**
 * An order that never reached WeChat was certainly not paid. Source: ORDERNOTEXIST, 此交易订单号不存在,
 * in the error codes of WeChat Pay's orderquery.
 */
const UNKNOWN_ORDER = /订单号?不存在/;

/** Source: ORDERCLOSED, in the error codes of WeChat Pay's closeorder. */
const CLOSED_BEFORE = /订单已关闭/;

/** It never reached WeChat, or is closed there. */
function isNothingToClose({ reason }: PayFailure): boolean {
  return UNKNOWN_ORDER.test(reason) || CLOSED_BEFORE.test(reason);
}

/** A payment of which some has gone back was made. */
function payStateOf(answer: PayAnswer): PayState {
  switch (answer['tradeState']) {
    case 'SUCCESS':
    case 'REFUND':
      return { state: 'paid', notice: noticeOf(answer) };
    case 'CLOSED':
      return { state: 'closed' };
    default:
      return { state: 'unpaid' };
  }
}

/** The callback's event, or a query's answer. With sub-merchants the payer is in subOpenid. */
export function noticeOf(answer: PayAnswer): PaidNotice {
  return {
    outTradeNo: String(answer['outTradeNo']),
    openid: String(answer['subOpenid'] ?? answer['openid']),
    subMchId: String(answer['subMchId']),
    totalFen: Number(answer['totalFee']),
    transactionId: String(answer['transactionId']),
  };
}
