// What a refund says to the payer.
import type { RefundView } from '../../../../src/contracts/values';
import { momentText } from '../../../components/time/day-text';

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
