// What a coupon lot says to its holder.
import type { LotView } from '../../../src/contracts/values';
import { dayText, lastDayText } from '../../components/time/day-text';

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

/** Where and until when a lot can be spent. The instant of expiry itself is too late. */
export function validityText({ startsAt, expiresAt }: LotView, now: number): string {
  const until = `${lastDayText(expiresAt)}前在任意联盟商家可用`;
  return startsAt > now ? `${dayText(startsAt)}起，${until}` : until;
}

/** `还剩 3 天`, `今天到期`; nothing while it is far. */
export function expiringText({ expiresAt }: Pick<LotView, 'expiresAt'>, now: number) {
  const days = Math.floor((expiresAt - now) / DAY_MS);
  if (days >= SOON_DAYS) return undefined;
  return days === 0 ? '不到 1 天' : `还剩 ${days} 天`;
}

const SOURCES: { readonly [S in LotView['source']]: string } = { dividend: '消费券' };

/** Where a lot comes from. */
export function sourceText({ source }: Pick<LotView, 'source'>): string {
  return SOURCES[source];
}
