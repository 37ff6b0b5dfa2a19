// What the refund page says before, while and after a bill is given back.
import type { ShopOrder } from '../../../../src/contracts/merchant';
import type { AppErrorCode } from '../../../cloud/types';
import { yuanText } from '../../../components/price/money';
import { momentText } from '../../../components/time/day-text';
import { failureText } from '../../../features/errors/error-text';
import { isUnanswered } from '../../../features/paying/until-answered';
import { refusalAdvice } from '../shop-bill-words';
import { codeOf } from '../../../queries/call-failure';
import type { AskedRefund, Refund } from './refund-request';

/** `退现金 ¥49.00，退券 ¥1.00，其余用券 ¥2.00 按规则处理` */
export function backText(refund: Refund): string {
  const { cashFen, returnedFen } = refund;
  const other = otherText(refund);
  return [
    ...(cashFen > 0 ? [`退现金 ${yuanText(cashFen)}`] : []),
    ...(returnedFen > 0 ? [`退券 ${yuanText(returnedFen)}`] : []),
    ...(other === undefined ? [] : [other]),
  ].join('，');
}

/** Of the coupons what is not in the wallet again: why is between the payer and the funds. */
function otherText({ couponFen, returnedFen }: Refund): string | undefined {
  if (couponFen === returnedFen) return undefined;
  const what = returnedFen > 0 ? '其余用券' : '用券';
  return `${what} ${yuanText(couponFen - returnedFen)} 按规则处理`;
}

/** What happens to cash, coupons and points. How coupons split, only the cloud knows. */
export function effectText({ couponFen, cashFen }: Pick<ShopOrder, 'couponFen' | 'cashFen'>) {
  const ways = [
    ...(cashFen > 0 ? ['现金原路退回'] : []),
    ...(couponFen > 0 ? ['券部分按规则退回'] : []),
  ];
  return `${ways.join('，')}，双方的积分和已派的券一并收回。退了就不能撤回。`;
}

/** `11-02 14:05 · 店里退` */
export function pastRefundText({ at, by }: Refund): string {
  const who = by === 'merchant' ? '店里退' : '平台退';
  return `${momentText(at).slice(5, 16)} · ${who}`;
}

/** Where the cash of a refund is. */
export function cashStateText({ cash, cashFen }: Refund): string {
  if (cashFen === 0) return '没有现金要退';
  return cash === 'waiting' ? '微信处理中' : '微信已受理';
}

/** Why an amount cannot be refunded; undefined when it can. */
export function amountFault(amountFen: number, { refundableFen }: ShopOrder): string | undefined {
  if (amountFen === 0) return '请输入要退的金额';
  return amountFen > refundableFen ? `最多退 ${yuanText(refundableFen)}` : undefined;
}

/** The key says what it does, or what is missing. */
export function keyText({ amountFen, reason }: Pick<AskedRefund, 'amountFen' | 'reason'>): string {
  return reason === '' ? '请先选一个原因' : `退款 ${yuanText(amountFen)}`;
}

const TEXT_FAULTS: readonly AppErrorCode[] = ['text-refused', 'text-unchecked'];

/** What went wrong; where nobody knows whether it did, that trying again is safe. */
export function refundFailureText(error: unknown): string {
  const text = failureText(error);
  if (TEXT_FAULTS.includes(codeOf(error))) return `${text}，或选一个常用原因。`;
  return isUnanswered(error) ? `${text}。不改金额和原因再点一次，不会退两次。` : text;
}

export interface Outcome {
  readonly title: string;
  readonly notes: readonly string[];
  readonly isWaiting: boolean;
}

/** A refund that stands. */
export function outcomeOf(refund: Refund): Outcome {
  const { amountFen, cashFen, cash, failure } = refund;
  const isWaiting = cash === 'waiting';
  const coupons = couponNotes(refund);
  if (isWaiting) {
    const advice = refusalAdvice(failure === undefined ? {} : { failure });
    return {
      title: `退款 ${yuanText(amountFen)} 已登记`,
      notes: [...coupons, `现金 ${yuanText(cashFen)} 还没有退出去。`, advice],
      isWaiting,
    };
  }
  const cashNote = `现金 ${yuanText(cashFen)} 由微信原路退回：零钱几分钟到，银行卡 1 到 3 个工作日。`;
  return {
    title: `已退款 ${yuanText(amountFen)}`,
    notes: [...(cashFen > 0 ? [cashNote] : []), ...coupons],
    isWaiting,
  };
}

function couponNotes(refund: Refund): readonly string[] {
  const { returnedFen } = refund;
  const other = otherText(refund);
  return [
    ...(returnedFen > 0 ? [`券 ${yuanText(returnedFen)} 已退回顾客的券包。`] : []),
    ...(other === undefined ? [] : [`${other}，顾客在订单里看得到。`]),
  ];
}
