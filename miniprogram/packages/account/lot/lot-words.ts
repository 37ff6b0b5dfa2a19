// What a coupon's own page says of it.
import { lastDayText } from '../../../components/time/day-text';
import type { LotFacts } from './lot-story';

const STATES: { readonly [S in LotFacts['state']]: string } = {
  usable: '消费券余额',
  empty: '消费券余额',
  expired: '消费券已到期',
};

export function lotStateText({ state }: LotFacts): string {
  return STATES[state];
}

/** Where and until when; what can no longer be used says so. */
export function lotValidityText({ state, expiresAt }: LotFacts): string {
  if (expiresAt === undefined) return state === 'empty' ? '现在没有余额。' : '';
  const lastDay = lastDayText(expiresAt);
  switch (state) {
    case 'usable':
      return `${lastDay}前在任意联盟商家可用`;
    case 'empty':
      return `现在没有余额。${lastDay}前退回来的券还会到这里。`;
    case 'expired':
      return `${lastDay}是最后一天。`;
  }
}
