// What a coupon lot says to its holder.
import type { LotView, OrderView } from '../../../src/contracts/values';
import type { PeriodView } from '../../../src/contracts/wallet';
import { yuanText } from '../../components/price/money';
import { dotted } from '../../components/text/dotted';
import { clockText, dayText, lastDayText } from '../../components/time/day-text';
import { benefitText, limitTexts, whenText, whereText, type CityOf } from './lot-terms';
import { startsLater } from './starts-later';

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;
const NO_CITY: CityOf = () => undefined;

/** Where and until when a lot can be spent. The instant of expiry itself is too late. */
export function validityText(lot: LotView, now: number): string {
  const where = lot.scope.kind === 'alliance' ? '在任意联盟商家' : '';
  const until = `${untilText(lot.expiresAt)}${where}可用`;
  return startsLater(lot, now) ? `${dayText(lot.startsAt)}起，${until}` : until;
}

/** `2027 年 11 月 30 日前`; what ends within a day says the minute. */
export function untilText(expiresAt: number): string {
  const minute = clockText(expiresAt);
  return minute === '00:00' ? `${lastDayText(expiresAt)}前` : `${dayText(expiresAt)} ${minute} 前`;
}

/** What narrows a lot, in one line: `限水果店 · 周一至周五 14:00-17:00 · 满 100 元可用`. */
export function termsText(lot: LotView, cityOf: CityOf = NO_CITY): string {
  const where = lot.scope.kind === 'alliance' ? [] : [whereText(lot.scope, cityOf)];
  const when = whenText(lot.windows);
  return dotted([...where, ...(when === undefined ? [] : [when]), ...limitTexts(lot)]);
}

const NEWS_DAYS = 3;

/** That a period's coupons have come, while it is news and some of them are left. */
export function arrivalText(
  period: PeriodView | undefined,
  { lots, now }: { readonly lots: readonly LotView[]; readonly now: number },
): string | undefined {
  if (period === undefined || period.amountFen === 0) return undefined;
  if (period.offsetFen > 0 || period.advanceFen > 0) return undefined;
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

type Kind = Pick<LotView, 'id' | 'source' | 'benefit' | 'minSpendFen'>;

/** What a lot is: `满100减20`, `9折（最高减 10 元）`, or where its balance comes from. */
export function titleText(lot: Kind): string {
  return lot.benefit === undefined ? balanceTitle(lot) : benefitText(lot.benefit, lot);
}

/** What it is called: a campaign's own name, else what it is. */
export function nameText(lot: Kind & Pick<LotView, 'name'>): string {
  return lot.name ?? titleText(lot);
}

function balanceTitle({ id, source }: Pick<LotView, 'id' | 'source'>): string {
  switch (source) {
    case 'dividend':
      return '消费券';
    case 'advance':
      return '先用券';
    case 'fan':
      return '粉丝奖励券';
    case 'campaign':
      return isSpendBack(id) ? '消费返券' : '活动券';
    case 'shop':
      return '本店优惠';
  }
}

/** Coupons that bills gave back are a lot of their day: `c-….2026-11-21`. */
export function isSpendBack(lotId: string): boolean {
  return /^c-.+\.\d{4}-\d{2}-\d{2}$/.test(lotId);
}

/** What a shop gives to every bill is in nobody's wallet, so nothing of it comes back. */
export function isFromWallet({ lotId }: { readonly lotId: string }): boolean {
  return !lotId.endsWith('.here');
}

type Use = OrderView['uses'][number];

/** What a bill used, by what the bill has kept of it. */
export function spentTitle({
  lotId,
  name,
  benefit,
  fundedBy,
}: Pick<Use, 'lotId' | 'name' | 'benefit' | 'fundedBy'>): string {
  if (name !== undefined) return name;
  if (benefit !== undefined) return '优惠券';
  return balanceTitle({ id: lotId, source: sourceOf(lotId, fundedBy) });
}

function sourceOf(lotId: string, fundedBy: Use['fundedBy']): LotView['source'] {
  if (fundedBy === 'fan') return 'fan';
  if (fundedBy === 'dividend') return lotId.startsWith('advance-') ? 'advance' : 'dividend';
  return 'campaign';
}

const ENDING_DAYS = 7;

/** That coupons end within a week: how many, and what balance they hold. */
export function endingText(lots: readonly LotView[], now: number): string | undefined {
  const ending = lots.filter(
    ({ expiresAt }) => now < expiresAt && expiresAt - now < ENDING_DAYS * DAY_MS,
  );
  if (ending.length === 0) return undefined;
  const balanceFen = balanceOf(ending);
  const worth = balanceFen === 0 ? '' : `，余额 ${yuanText(balanceFen)}`;
  return `${ending.length} 张券 ${ENDING_DAYS} 天内到期${worth}。`;
}

/** What can be spent in parts, fen; what an offer takes off depends on the bill. */
export function balanceOf(lots: readonly Pick<LotView, 'benefit' | 'balanceFen'>[]): number {
  return lots.reduce(
    (sum, { benefit, balanceFen }) => (benefit === undefined ? sum + balanceFen : sum),
    0,
  );
}

/** How many coupons are offers, which are counted and not summed. */
export function offersIn(lots: readonly Pick<LotView, 'benefit'>[]): number {
  return lots.filter(({ benefit }) => benefit !== undefined).length;
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
