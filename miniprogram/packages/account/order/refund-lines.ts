// What a refund says to the payer.
import type { OrderView, RefundView } from '../../../../src/contracts/values';
import { momentText } from '../../../components/time/day-text';
import { isFromWallet, isSpendBack } from '../../../features/wallet/lot-words';

export interface RefundLine {
  readonly title: string;
  readonly note: string;
  readonly amountFen: number;
}

type Refunded = Pick<OrderView, 'bill' | 'uses' | 'refundedFen' | 'refunds'>;

/** `商家退款` */
export function refundTitle({ by }: RefundView): string {
  return by === 'merchant' ? '商家退款' : '平台退款';
}

/**
 * What a refund consists of, and where each part is. What offers had paid goes back to who had paid
 * it; the payer gets the offer again, with the whole bill.
 */
export function refundLines(refund: RefundView, order: Refunded): readonly RefundLine[] {
  const { cashFen, couponFen, returnedFen, offsetFen, cash } = refund;
  const arrival = cash === 'waiting' ? '微信处理中' : '已退回，最晚 3 个工作日到账';
  const lines: readonly RefundLine[] = [
    { title: '现金', note: arrival, amountFen: cashFen },
    { title: '消费券', note: '已退回券包', amountFen: returnedFen },
    { title: '待抵扣', note: '退回的消费券先抵了它', amountFen: offsetFen },
    {
      title: '优惠券抵的',
      note: offersNote(order),
      amountFen: couponFen - returnedFen - offsetFen,
    },
  ];
  return lines.filter(({ amountFen }) => amountFen > 0);
}

function offersNote(order: Refunded): string {
  if (!isWhole(order)) return '不退钱，整单退完才退券';
  return hasEndedOffer(order) ? '不退钱，过期的券按规则退回' : '不退钱，券已退回券包';
}

/** `2026-11-02 14:05，原因：少给了` */
export function whyText({ at, reason }: RefundView): string {
  return `${momentText(at).slice(0, -3)}，原因：${reason}`;
}

/** What becomes of coupons that only a whole refund brings back; undefined where it used none. */
export function couponsBackText(order: Refunded): string | undefined {
  if (order.refundedFen === 0) return undefined;
  const words = order.uses.filter(isBackWithTheWhole).map(wordOf);
  const coupons = [...new Set(words)].join('、');
  if (coupons === '') return undefined;
  if (!isWhole(order)) return `用过的${coupons}，整单退完才退回券包。`;
  return hasEndedOffer(order)
    ? `整单已退，用过的${coupons}退回券包，过期的可能少退或不退。`
    : `整单已退，用过的${coupons}已退回券包。`;
}

/** Of a fund, over when the last part went back: it is worth less then, or nothing. */
function hasEndedOffer({ uses, refunds }: Refunded): boolean {
  const wholeAt = Math.max(...refunds.map(({ at }) => at));
  return uses.some(
    ({ benefit, fundedBy, expiresAt }) =>
      benefit !== undefined && fundedBy !== 'acceptor' && expiresAt <= wholeAt,
  );
}

function isWhole({ bill, refundedFen }: Refunded): boolean {
  return refundedFen === bill.amountFen;
}

type Use = OrderView['uses'][number];

/** Offers, and what the shop bears itself. */
function isBackWithTheWhole(use: Use): boolean {
  return isFromWallet(use) && (use.benefit !== undefined || use.fundedBy === 'acceptor');
}

function wordOf({ benefit, lotId }: Use): string {
  if (benefit !== undefined) return '优惠券';
  return isSpendBack(lotId) ? '消费返券' : '活动券';
}
