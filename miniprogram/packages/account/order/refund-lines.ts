// What a refund says to the payer.
import type { OrderView, RefundView } from '../../../../src/contracts/values';
import { momentText } from '../../../components/time/day-text';
import { isFromWallet } from '../../../features/wallet/lot-words';

export interface RefundLine {
  readonly title: string;
  readonly note: string;
  readonly amountFen: number;
}

/** `商家退款` */
export function refundTitle({ by }: RefundView): string {
  return by === 'merchant' ? '商家退款' : '平台退款';
}

/** Cash and coupons that went back, and where they are. */
export function refundLines({ cashFen, couponFen, cash }: RefundView): readonly RefundLine[] {
  const note = cash === 'waiting' ? '微信处理中' : '已退回，最晚 3 个工作日到账';
  return [
    ...(cashFen > 0 ? [{ title: '现金', note, amountFen: cashFen }] : []),
    ...(couponFen > 0 ? [{ title: '消费券', note: '已退回券包', amountFen: couponFen }] : []),
  ];
}

/** `2026-11-02 14:05，原因：少了` */
export function whyText({ at, reason }: RefundView): string {
  return `${momentText(at).slice(0, -3)}，原因：${reason}`;
}

/** What becomes of coupons that a bill used whole; undefined where it used none. */
export function couponsBackText({
  bill,
  uses,
  refundedFen,
}: Pick<OrderView, 'bill' | 'uses' | 'refundedFen'>): string | undefined {
  if (refundedFen === 0) return undefined;
  const isWhole = refundedFen === bill.amountFen;
  const hasOffers = uses.some((use) => use.benefit !== undefined && isFromWallet(use));
  const offers = isWhole ? '整单已退，用过的优惠券也退回券包。' : '优惠券整单退完时才退回。';
  return hasOffers ? offers : undefined;
}
