// An order: the document that its payer pays, and all that was fixed when it was placed.
import type { SpendBack } from '../campaigns/campaign';
import type { Channel, Lot } from '../coupons/lot';
import type { Bringer } from '../fans/fan';
import type { RebateCollection } from '../merchants/merchant';
import type { Fen } from '../money/amounts';
import type { Bill } from './bill';
import type { OrderState } from './states';
import type { Payees, Shares } from './waterfall';

/** A part of a lot that the order holds, with the lot as it was, so that it can go back. */
export interface HeldCoupon {
  readonly lot: Lot;
  /** What of the bill it pays; an offer is held whole, whatever it pays. */
  readonly amountFen: Fen;
}

export interface RefundRequest {
  /** Hash of order and requestId: the out_refund_no of WeChat Pay. */
  readonly id: string;
  readonly by: 'merchant' | 'platform';
  /** Shown to the payer. */
  readonly reason: string;
}

/** A refund as its order keeps it. */
export interface OrderRefund extends RefundRequest {
  readonly amountFen: Fen;
  readonly cashFen: Fen;
  /** What funds had paid of it; all but the two below went back to the funds, for offers. */
  readonly couponFen: Fen;
  /** Of that, what is in the wallet again, and what repaid an offset instead. */
  readonly returnedFen: Fen;
  readonly offsetFen: Fen;
  /** Milliseconds. */
  readonly at: number;
  /** Whether its cash still waits for WeChat Pay; returned also where there was none. */
  readonly cash: 'waiting' | 'returned';
  readonly attempts: number;
  /** While waiting: when WeChat Pay is asked again (ms). */
  readonly nextAt?: number;
  /** What WeChat Pay last said instead. */
  readonly failure?: string;
}

export interface Order {
  /** Hash of payer and requestId: the out_trade_no of WeChat Pay. */
  readonly id: string;
  /** Hash of what was asked for: the same requestId with another body is refused. */
  readonly requestHash: string;
  /** Account `u-…`. */
  readonly payer: string;
  readonly openid: string;
  readonly state: OrderState;
  readonly channel: Channel;
  readonly merchant: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly picture: string;
    readonly siteId: string;
  };
  readonly subMchId: string;
  readonly rebateCollection: RebateCollection;
  readonly table?: string;
  readonly bill: Bill;
  readonly held: readonly HeldCoupon[];
  readonly payees: Payees;
  /** Why `payees.fan` is rewarded; absent when nobody is. */
  readonly broughtBy?: Bringer['by'];
  readonly shares: Shares;
  /** Coupons that the bill gives once it is paid. */
  readonly spendBack?: SpendBack;
  readonly maturityDays: number;
  /** A bill above policy.reviewFen: it earns only after an operator's look. */
  readonly needsReview: boolean;
  readonly policyVersion: string;
  readonly placedAt: number;
  readonly payBefore: number;
  readonly paidAt?: number;
  readonly closedAt?: number;
  /** A closed order is looked up at WeChat after this instant, until it is over there: it may be paid. */
  readonly recheckAt?: number;
  /** When the earning takes effect; set by the entry that carries it. */
  readonly effectiveAt?: number;
  /** WeChat's transaction id. */
  readonly transactionId?: string;
  readonly refundedFen: Fen;
  readonly refunds?: readonly OrderRefund[];
  /** When WeChat Pay is next asked for the cash of a refund (ms); absent when none waits. */
  readonly refundDueAt?: number;
  /** Why it is disputed: what WeChat reported. */
  readonly dispute?: string;
  /** WeChat's transaction of a payment that came after closing and goes back. */
  readonly latePayment?: {
    readonly transactionId: string;
    readonly amountFen: Fen;
    readonly refunded: boolean;
  };
}
