// What a message says and where it leads. It tells what is so; it urges nobody.
import type { MessageView } from '../../../../src/contracts/messages';
import type { IconName } from '../../../components/icon/icon-names';
import { yuanText } from '../../../components/price/money';
import { lastDayText, momentText, shortDayText } from '../../../components/time/day-text';

export interface MessageFace {
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
}

export function messageFace(message: MessageView): MessageFace {
  switch (message.kind) {
    case 'arrived':
      return { icon: 'gift', ...arrivedWords(message) };
    case 'expiring':
      return { icon: 'clock', ...expiringWords(message) };
    case 'expired':
      return { icon: 'hourglass', ...expiredWords(message) };
    case 'refunded':
      return {
        icon: 'refresh',
        title: `${message.merchantName}退款 ${yuanText(message.amountFen)}`,
        note: backText(message),
      };
  }
}

type Of<K extends MessageView['kind']> = Extract<MessageView, { readonly kind: K }>;

function arrivedWords({ period, amountFen, repaidFen, expiresAt }: Of<'arrived'>) {
  const repaid = yuanText(repaidFen);
  if (amountFen === 0) {
    return { title: `第 ${period} 期派发 ${repaid}，已全部抵扣`, note: '点开看为什么是这个数' };
  }
  const until = `${lastDayText(expiresAt)}前在任意联盟商家可用`;
  return {
    title: `第 ${period} 期消费券到账 ${yuanText(amountFen)}`,
    note: repaidFen === 0 ? until : `${until}，另有 ${repaid} 已抵扣`,
  };
}

function expiringWords({ daysBefore, expiresAt, amountFen, lotIds, hasOffers }: Of<'expiring'>) {
  const what = hasOffers ? `${lotIds.length} 张券` : `${yuanText(amountFen)} 的券`;
  const worth = hasOffers ? `最多可省 ${yuanText(amountFen)}，` : '';
  return {
    title: `${what} ${daysBefore} 天内到期`,
    note: `${worth}可用到 ${shortDayText(expiresAt - 1)}，付款时自动用上`,
  };
}

/** What an offer would have taken off was nobody's money, so it is no amount that is lost. */
function expiredWords({ amountFen, hasOffers }: Of<'expired'>) {
  return hasOffers
    ? { title: '券已到期', note: '有优惠券过期了，不能再用' }
    : { title: '券已到期', note: `没用完的 ${yuanText(amountFen)} 不能再用了` };
}

/** Where money and coupons went; how offers come back depends on the order, which it leads to. */
function backText({ cashFen, couponFen, returnedFen, offsetFen }: Of<'refunded'>): string {
  const offersFen = couponFen - returnedFen - offsetFen;
  return [
    ...(cashFen > 0 ? [`${yuanText(cashFen)} 原路退回`] : []),
    ...(returnedFen > 0 ? [`${yuanText(returnedFen)} 退回券包`] : []),
    ...(offsetFen > 0 ? [`${yuanText(offsetFen)} 抵了待抵扣`] : []),
    ...(offersFen > 0 ? [`优惠券抵的 ${yuanText(offersFen)} 怎么退，点开看`] : []),
  ].join('，');
}

/** `11-21 12:05` within the month that stands above it. */
export function timeText({ at }: Pick<MessageView, 'at'>): string {
  return momentText(at).slice('2026-'.length, -':00'.length);
}

export type MessageTarget =
  | { readonly page: 'period'; readonly period: number }
  | { readonly page: 'lot'; readonly lotId: string }
  | { readonly page: 'order'; readonly orderId: string }
  | { readonly page: 'statement' }
  | { readonly page: 'wallet' };

/** The thing that a message is about. */
export function targetOf(message: MessageView): MessageTarget {
  switch (message.kind) {
    case 'arrived':
      return { page: 'period', period: message.period };
    case 'expiring': {
      const [lotId, ...others] = message.lotIds;
      return lotId === undefined || others.length > 0 ? { page: 'wallet' } : { page: 'lot', lotId };
    }
    case 'expired':
      return { page: 'statement' };
    case 'refunded':
      return { page: 'order', orderId: message.orderId };
  }
}

export interface MonthOfMessages {
  readonly month: string;
  readonly messages: readonly MessageView[];
}

/** Messages by month, in the order in which they come. */
export function byMonth(
  messages: readonly MessageView[],
  monthOf: (at: number) => string,
): readonly MonthOfMessages[] {
  const months = new Map<string, MessageView[]>();
  for (const message of messages) {
    const month = monthOf(message.at);
    months.set(month, [...(months.get(month) ?? []), message]);
  }
  return [...months].map(([month, its]) => ({ month, messages: its }));
}
