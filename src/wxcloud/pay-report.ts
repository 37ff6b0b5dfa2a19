// The shipping report that WeChat wants after a payment before it settles the money with the shop.
// The function that sends it declares wxa.sec.order.uploadShippingInfo in its config.json.
import { fail, succeed, type Result } from '../domain/result';
import { wx } from './sdk';

export interface ShippedPayment {
  /** WeChat's number of the payment. */
  readonly transactionId: string;
  /** The payer's. */
  readonly openid: string;
  /** Shown to the payer; at most 120 characters. */
  readonly goods: string;
  /** Milliseconds; a later report replaces an earlier one. */
  readonly at: number;
}

export type ReportFailure =
  /** WeChat does not know the payment yet, or did not answer: report again. */
  | { readonly code: 'report-not-ready'; readonly reason: string }
  /** Not this payer's, gone back, or malformed: reporting again does not help. */
  | { readonly code: 'report-refused'; readonly reason: string };

/** „用户自提“: what is paid at a counter is taken along. */
const TAKEN_ALONG = 4;
const IN_ONE = 1;
const BY_TRANSACTION = 2;
/** Shipped already, changed already, nothing new. */
const REPORTED: ReadonlySet<unknown> = new Set([10060002, 10060003, 10060023]);
/** Payment not known yet, WeChat busy, too many calls. */
const PASSING: ReadonlySet<unknown> = new Set([10060001, 10060012, 10060019, 45009]);
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** @returns ok also when WeChat has the report from before */
export async function reportShipped(payment: ShippedPayment): Promise<Result<null, ReportFailure>> {
  const { transactionId, openid, goods, at } = payment;
  try {
    await wx.openapi.wxa.sec.order.uploadShippingInfo({
      orderKey: { orderNumberType: BY_TRANSACTION, transactionId },
      ...{ logisticsType: TAKEN_ALONG, deliveryMode: IN_ONE },
      shippingList: [{ itemDesc: goods }],
      uploadTime: chinaTime(at),
      payer: { openid },
    });
    return succeed(null);
  } catch (error) {
    return afterRefusal(error);
  }
}

function afterRefusal(error: unknown): Result<null, ReportFailure> {
  const { errCode } = (error ?? {}) as { readonly errCode?: unknown };
  if (REPORTED.has(errCode)) return succeed(null);
  // Negative numbers are those of the cloud: no answer, no permission yet.
  const isFinal = typeof errCode === 'number' && errCode > 0 && !PASSING.has(errCode);
  const reason = String(error);
  return fail({ code: isFinal ? 'report-refused' : 'report-not-ready', reason });
}

/** RFC 3339, as WeChat's example writes it. */
function chinaTime(at: number): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().replace('Z', '+08:00');
}
