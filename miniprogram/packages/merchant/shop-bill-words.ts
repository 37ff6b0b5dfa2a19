// What a paid bill says to its shop.
import type { ShopOrder } from '../../../src/contracts/merchant';
import { yuanText } from '../../components/price/money';
import { dotted } from '../../components/text/dotted';
import { clockText, dayText, shortDayText } from '../../components/time/day-text';
import { refundedText, waitingCashFen } from '../../features/paying/refund-words';

type Refund = ShopOrder['refunds'][number];

const DAY_MS = 86_400_000;

/** `今天`, `昨天`, `11 月 2 日`, with the year where it is another one. */
export function dayHeading(at: number, now: number): string {
  const day = dayText(at);
  if (day === dayText(now)) return '今天';
  if (day === dayText(now - DAY_MS)) return '昨天';
  return day.slice(0, 4) === dayText(now).slice(0, 4) ? shortDayText(at) : day;
}

/** `14:05 · 桌号 A7` */
export function whereText({ paidAt, table }: Pick<ShopOrder, 'paidAt' | 'table'>): string {
  return table === undefined ? clockText(paidAt) : dotted([clockText(paidAt), `桌号 ${table}`]);
}

type Paid = Pick<ShopOrder, 'totalFen' | 'discountFen' | 'amountFen' | 'couponFen' | 'cashFen'>;

/** How what the till said came in: `微信 ¥40.80 · 券 ¥2.00 · 本店优惠 −¥10.00` */
export function paidByText({ discountFen, couponFen, cashFen }: Paid): string {
  return dotted([
    ...(cashFen > 0 ? [`微信 ${yuanText(cashFen)}`] : []),
    ...(couponFen > 0 ? [`券 ${yuanText(couponFen)}`] : []),
    ...(discountFen > 0 ? [`本店优惠 ${yuanText(-discountFen)}`] : []),
  ]);
}

export interface BillLine {
  readonly title: string;
  readonly amountFen: number;
}

/** From what the till said down to what was paid and how. */
export function billLines(paid: Paid): readonly BillLine[] {
  const { totalFen, discountFen, amountFen, couponFen, cashFen } = paid;
  const due: readonly BillLine[] =
    discountFen === 0
      ? [{ title: '账单', amountFen }]
      : [
          { title: '原价', amountFen: totalFen },
          { title: '本店优惠', amountFen: -discountFen },
          { title: '优惠后', amountFen },
        ];
  return [
    ...due,
    ...(cashFen > 0 ? [{ title: '其中微信支付', amountFen: cashFen }] : []),
    ...(couponFen > 0 ? [{ title: '其中用券', amountFen: couponFen }] : []),
  ];
}

export interface BillState {
  readonly text: string;
  readonly tone: 'quiet' | 'warning';
}

/** What became of a bill since it was paid; undefined for most. */
export function billState(order: ShopOrder): BillState | undefined {
  const waitingFen = waitingCashFen(order.refunds);
  if (waitingFen > 0) return { text: `${yuanText(waitingFen)} 退款处理中`, tone: 'warning' };
  if (order.state === 'disputed') return { text: '金额核对中', tone: 'warning' };
  if (order.refundedFen === order.amountFen) return { text: '已全部退款', tone: 'quiet' };
  const text = refundedText(order);
  return text === undefined ? undefined : { text, tone: 'quiet' };
}

/** The refund whose cash WeChat Pay has refused, or could not be asked for. */
export function refusedRefund({ refunds }: Pick<ShopOrder, 'refunds'>): Refund | undefined {
  return refunds.find(({ cash, failure }) => cash === 'waiting' && failure !== undefined);
}

/** What the shop can do where WeChat Pay refuses; it is asked again by itself in any case. */
export function refusalAdvice({ failure = '' }: Pick<Refund, 'failure'>): string {
  if (/余额不足|NOTENOUGH/i.test(failure)) {
    return '微信商户号余额不足。请登录微信支付商户平台充值，到账后自动退给顾客，不用重复退款。';
  }
  const said = /[一-龥]/.test(failure) ? `微信的答复：${failure}。` : '';
  return `微信还没有受理。${said}系统会自动再试，不用重复退款。`;
}

/** Why nothing of a bill can be refunded any more. */
export function notRefundableText({ state, refundedFen, amountFen }: ShopOrder): string {
  if (refundedFen === amountFen) return '这笔账已经全部退了。';
  if (state === 'completed' || state === 'partly-refunded') {
    return '这笔账不能在这里退了：付款超过 360 天，或者已经退过 20 次。';
  }
  return '这笔账还在核对，暂时不能退款。';
}
