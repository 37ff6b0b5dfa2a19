// Which of my coupons a shop takes, and why it does not take the others.
import type { LotView, MerchantCard } from '../../../../src/contracts/values';
import { CATEGORY_NAMES } from '../../../features/merchants/categories';
import { shortDayText } from '../../../components/time/day-text';
import { startsLater } from '../../../features/wallet/starts-later';

export interface LotsHere {
  readonly usable: readonly LotView[];
  readonly refused: readonly { readonly lot: LotView; readonly why: string }[];
  /** What all usable ones are worth together. */
  readonly usableFen: number;
}

type Shop = Pick<MerchantCard, 'id' | 'category' | 'siteId'>;

/** Sorts lots for a shop at an instant (ms); the order stays: soonest expiry first. */
export function lotsHere(lots: readonly LotView[], shop: Shop, now: number): LotsHere {
  const judged = lots
    .filter(({ balanceFen, expiresAt }) => balanceFen > 0 && expiresAt > now)
    .map((lot) => ({ lot, why: whyNot(lot, shop, now) }));
  const usable = judged.flatMap(({ lot, why }) => (why === undefined ? [lot] : []));
  return {
    usable,
    refused: judged.flatMap(({ lot, why }) => (why === undefined ? [] : [{ lot, why }])),
    usableFen: usable.reduce((sum, { balanceFen }) => sum + balanceFen, 0),
  };
}

function whyNot(lot: LotView, shop: Shop, now: number): string | undefined {
  const { scope } = lot;
  if (startsLater(lot, now)) return `${shortDayText(lot.startsAt)}起可用`;
  switch (scope.kind) {
    case 'alliance':
      return undefined;
    case 'merchants':
      return scope.merchants.some(({ id }) => id === shop.id) ? undefined : '仅限指定的店';
    case 'category':
      return scope.category === shop.category
        ? undefined
        : `仅限${CATEGORY_NAMES[scope.category]}店`;
    case 'site':
      return scope.siteId === shop.siteId ? undefined : '仅限发券的城市';
  }
}
