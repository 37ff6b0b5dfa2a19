// What a coupon's own page says of it.
import { validityText, untilText } from '../../../features/wallet/lot-words';
import type { LotFacts } from './lot-story';

export function lotStateText({ title, isOffer, state }: LotFacts): string {
  if (state === 'expired') return `${title}已到期`;
  if (!isOffer) return `${title}余额`;
  return state === 'usable' ? `${title}，用一次` : `${title}，已经用掉`;
}

/** Where and until when; what can no longer be used says so. */
export function lotValidityText({ lot, isOffer, state, expiresAt }: LotFacts, now: number): string {
  if (lot !== undefined && state === 'usable') return validityText(lot, now);
  const none = isOffer ? '' : '现在没有余额。';
  if (expiresAt === undefined) return state === 'empty' ? none : '';
  const until = untilText(expiresAt);
  return state === 'expired' ? `${until}有效。` : `${none}${until}退回来的券还会到这里。`;
}
