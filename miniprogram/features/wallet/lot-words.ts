// What a coupon lot says to its holder.
import type { LotView } from '../../../src/contracts/values';
import type { PeriodView } from '../../../src/contracts/wallet';
import { yuanText } from '../../components/price/money';
import { dayText, lastDayText } from '../../components/time/day-text';
import { startsLater } from './starts-later';

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

/** Where and until when a lot can be spent. The instant of expiry itself is too late. */
export function validityText(lot: LotView, now: number): string {
  const until = `${lastDayText(lot.expiresAt)}前在任意联盟商家可用`;
  return startsLater(lot, now) ? `${dayText(lot.startsAt)}起，${until}` : until;
}

const NEWS_DAYS = 3;

/** That a period's coupons have come, while it is news and some of them are left. */
export function arrivalText(
  period: PeriodView | undefined,
  { lots, now }: { readonly lots: readonly LotView[]; readonly now: number },
): string | undefined {
  if (period === undefined || period.amountFen === 0 || period.offsetFen > 0) return undefined;
  const isNews = now - period.declaredAt < NEWS_DAYS * DAY_MS;
  const isLeft = lots.some(({ expiresAt }) => expiresAt === period.expiresAt);
  if (!isNews || !isLeft) return undefined;
  const { period: number, amountFen, expiresAt } = period;
  return `第 ${number} 期消费券已到账 ${yuanText(amountFen)}，${lastDayText(expiresAt)}前在任意联盟商家可用。`;
}

/** What the next releases repay, after coupons of a refunded bill were spent; none for most. */
export function offsetText(offsetFen: number): string | undefined {
  if (offsetFen === 0) return undefined;
  return `因退款待抵扣 ${yuanText(offsetFen)}：从后面派的券里扣，不用另外付钱。`;
}

/** `还剩 3 天`, `今天到期`; nothing while it is far. */
export function expiringText({ expiresAt }: Pick<LotView, 'expiresAt'>, now: number) {
  const days = Math.floor((expiresAt - now) / DAY_MS);
  if (days >= SOON_DAYS) return undefined;
  return days === 0 ? '不到 1 天' : `还剩 ${days} 天`;
}

const SOURCES: { readonly [S in LotView['source']]: string } = {
  dividend: '消费券',
  advance: '先用券',
  fan: '粉丝奖励券',
  campaign: '活动券',
  shop: '本店优惠',
};

/** Where a lot comes from. */
export function sourceText({ source }: Pick<LotView, 'source'>): string {
  return SOURCES[source];
}

/** A wallet without a lot: why, and how coupons come. It promises neither a day nor an amount. */
export function noCouponsText({
  heldFen,
  paidOrders,
}: {
  readonly heldFen: number;
  readonly paidOrders: number;
}): { readonly title: string; readonly note: string } {
  if (heldFen > 0) {
    return { title: '券都留给待支付的订单了', note: '付款后用掉；取消或超时，会退回这里。' };
  }
  return paidOrders > 0
    ? { title: '现在没有可用的券', note: '您的积分都在。派券时，消费券会到这里。' }
    : {
        title: '还没有消费券',
        note: '到联盟商家扫码付款，您和商家都得积分。派券时，消费券会到这里。',
      };
}
