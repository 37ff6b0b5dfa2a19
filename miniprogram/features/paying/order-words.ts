// What an order says to its payer: its state, what it earned, and what happened to it.
import type { OrderView } from '../../../src/contracts/values';
import type { IconName } from '../../components/icon/icon-names';
import { yuanText } from '../../components/price/money';
import { shortDayText } from '../../components/time/day-text';
import { isFromWallet } from '../wallet/lot-words';
import { waitingCashFen } from './refund-words';

export type Tone = 'good' | 'waiting' | 'quiet' | 'warning';
export interface OrderFace {
  readonly title: string;
  readonly note: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

/** Basis points of the whole. */
const BPS = 10_000;

export function orderFace(order: OrderView): OrderFace {
  switch (order.state) {
    case 'placed':
      return { title: '待支付', note: heldText(order), icon: 'clock', tone: 'waiting' };
    case 'paid':
    case 'completed':
      return { title: '已支付', note: sentence(savedText(order)), icon: 'check', tone: 'good' };
    case 'closed':
      return { title: '已关闭', note: closedText(order), icon: 'close', tone: 'quiet' };
    case 'disputed':
      return {
        title: '金额核对中',
        note: '微信支付报来的付款和订单不一致，正在人工核对。核对期间请不要再付。',
        icon: 'warning',
        tone: 'warning',
      };
    case 'refunding':
      return {
        title: '退款中',
        note: '现金原路退回，用掉的券按规则退回。',
        icon: 'hourglass',
        tone: 'waiting',
      };
    case 'partly-refunded':
      return {
        title: '部分退款',
        note: `${cashBackText(order)}这一部分的积分一并收回。`,
        icon: 'check',
        tone: 'quiet',
      };
    case 'refunded':
      return {
        title: '已退款',
        note: `${cashBackText(order)}这笔的积分一并收回。`,
        icon: 'check',
        tone: 'quiet',
      };
  }
}

/** Where the money of an order's refunds is. */
function cashBackText({ refunds }: OrderView): string {
  const waitingFen = waitingCashFen(refunds);
  return waitingFen === 0
    ? '退款已原路退回，'
    : `现金 ${yuanText(waitingFen)} 微信处理中，会原路退回，`;
}

/** What of a wallet an order took: its balance with the sum, offers by their word; '' for nothing. */
function couponsText({ uses }: Pick<OrderView, 'uses'>): string {
  const word = couponsWord({ uses });
  if (word !== '消费券') return word;
  const sum = uses.filter(isFromWallet).reduce((so, { amountFen }) => so + amountFen, 0);
  return `${word} ${yuanText(sum)}`;
}

/** `消费券`, or `券` where there are offers too; '' for an order that took none of a wallet. */
function couponsWord({ uses }: Pick<OrderView, 'uses'>): string {
  const mine = uses.filter(isFromWallet);
  if (mine.length === 0) return '';
  return mine.every(({ benefit }) => benefit === undefined) ? '消费券' : '券';
}

/** Figures keep their distance from the words after them. */
function spaced(text: string): string {
  return /\d$/.test(text) ? `${text} ` : text;
}

function heldText(order: OrderView): string {
  const coupons = couponsText(order);
  return coupons === '' ? '' : `${spaced(coupons)}已为这笔订单留着。`;
}

/** What happens to an open order when its time is over. */
export function overText(order: OrderView): string {
  const word = couponsWord(order);
  return word === '' ? '超时自动关闭。' : `超时自动关闭，${word}退回券包。`;
}

/** What the shop took off and what coupons paid, fen. */
export function savedFen({ bill: { discountFen, couponFen } }: Pick<OrderView, 'bill'>): number {
  return discountFen + couponFen;
}

/** `用券节省 ¥2.00`, `共省 ¥12.00`; empty where nothing was saved. */
export function savedText(order: Pick<OrderView, 'bill'>): string {
  const saved = savedFen(order);
  return saved === 0 ? '' : `${savedTitle(order)} ${yuanText(saved)}`;
}

function sentence(text: string): string {
  return text === '' ? '' : `${text}。`;
}

/** Coupons alone, or together with what the shop took off. */
export function savedTitle({ bill: { discountFen } }: Pick<OrderView, 'bill'>): string {
  return discountFen === 0 ? '用券节省' : '共省';
}

/** That an order was given up, or that its time was over. */
export function endedText({ bill, payBefore, closedAt = 0 }: OrderView): string {
  const how = closedAt < payBefore ? '已取消' : '超时关闭了';
  return `订单 ${yuanText(bill.totalFen)} ${how}。`;
}

/** What became of a closed order's coupons, and of money that may come in late. */
export function closedText(order: Pick<OrderView, 'uses'>): string {
  const coupons = couponsText(order);
  const back = coupons === '' ? '' : `${spaced(coupons)}已退回券包。`;
  return `${back}这笔没有付款；如有扣款，会原路退回。`;
}

/** When the points of an order count; undefined when it earned none or never will. */
export function earnedText(order: OrderView, now: number): string | undefined {
  if (order.bill.payerPoints === 0) return undefined;
  if (!isPaid(order)) return undefined;
  if (order.effectiveAt !== undefined) {
    return order.effectiveAt <= seenAt(order, now)
      ? '已生效'
      : `${shortDayText(order.effectiveAt)}生效`;
  }
  return order.needsReview ? '核对后生效' : '让利到账后生效';
}

/** The phone's time, but never before what the order says has happened. */
function seenAt({ placedAt, paidAt = 0, closedAt = 0 }: OrderView, now: number): number {
  return Math.max(now, placedAt, paidAt, closedAt);
}

/** Why an order earned nothing, or why its points take longer; undefined when all is as usual. */
export function earningNote({ bill, needsReview, effectiveAt }: OrderView): string | undefined {
  if (bill.rebateFen === 0) return '金额太小，这笔没有让利，也不产生积分。';
  if (bill.payerPoints === 0) return '您在这家店任职，这笔不计积分。';
  if (needsReview && effectiveAt === undefined) return '这笔金额较大，人工核对后积分才生效。';
  return undefined;
}

/** My points of an order that its refunds have left, in centipoints. */
export function keptPoints({ bill, refundedFen }: Pick<OrderView, 'bill' | 'refundedFen'>): number {
  if (bill.payerPoints === 0) return 0;
  const rebate = (bill.amountFen - refundedFen) * bill.rebateBps;
  return (rebate - (rebate % BPS)) / BPS;
}

/** Why a large bill waits, and that nothing else does; undefined where none does. */
export function reviewText(order: OrderView): string | undefined {
  if (!order.needsReview || order.effectiveAt !== undefined || !isPaid(order)) return undefined;
  return '这笔金额较大，按规定要人工核对一次。付款已经完成，只是积分等核对后才生效，您不用做什么。';
}

export interface OrderEvent {
  readonly at: number;
  readonly title: string;
  /** Still to come. */
  readonly isAhead: boolean;
}

/** What happened to an order, newest first. */
export function orderHistory(order: OrderView, now: number): OrderEvent[] {
  const { placedAt, paidAt, closedAt, effectiveAt, refunds, state } = order;
  const hasPoints = order.bill.payerPoints > 0 && state !== 'refunded';
  const word = couponsWord(order);
  const events: (readonly [number | undefined, string])[] = [
    [placedAt, word === '' ? '提交订单' : `提交订单，留下${word}`],
    [paidAt, '支付成功'],
    [closedAt, word === '' ? '订单关闭' : `订单关闭，${word}退回`],
    [hasPoints ? effectiveAt : undefined, '积分生效'],
    ...refunds.map(({ at, amountFen }) => [at, `退款 ${yuanText(amountFen)}`] as const),
  ];
  return events
    .flatMap(([at, title], index) =>
      at === undefined ? [] : [{ at, title, index, isAhead: at > seenAt(order, now) }],
    )
    .sort((a, b) => b.at - a.at || b.index - a.index)
    .map(({ index, ...event }) => event);
}

/** Whether asking again may still change the answer: the payment is not seen yet. */
export function isWaiting({ state }: Pick<OrderView, 'state'>): boolean {
  return state === 'placed';
}

/** The money has arrived and stays. */
export function isPaid({ state }: Pick<OrderView, 'state'>): boolean {
  return state === 'paid' || state === 'completed';
}
