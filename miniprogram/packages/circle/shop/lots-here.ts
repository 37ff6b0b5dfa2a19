// Which of my coupons a shop takes, and why it does not take the others.
import type { LotView, MerchantCard } from '../../../../src/contracts/values';
import { shortDayText } from '../../../components/time/day-text';
import { whenText, whereText, type CityOf } from '../../../features/wallet/lot-terms';
import { balanceOf } from '../../../features/wallet/lot-words';
import { startsLater } from '../../../features/wallet/starts-later';
import { isWithinWindows } from '../../../../src/domain/coupons/time-window';

export interface LotsHere {
  readonly usable: readonly LotView[];
  readonly refused: readonly { readonly lot: LotView; readonly why: string }[];
  /** Balance of all usable ones together; what an offer takes off depends on the bill. */
  readonly usableFen: number;
}

type Shop = Pick<MerchantCard, 'id' | 'category' | 'siteId'>;

/** Sorts lots for a shop at an instant (ms); the order stays: soonest expiry first. */
export function lotsHere(
  lots: readonly LotView[],
  shop: Shop,
  { now, cityOf }: { readonly now: number; readonly cityOf: CityOf },
): LotsHere {
  const judged = lots
    .filter(({ balanceFen, expiresAt }) => balanceFen > 0 && expiresAt > now)
    .map((lot) => ({ lot, why: whyNot(lot, shop, { now, cityOf }) }));
  const usable = judged.flatMap(({ lot, why }) => (why === undefined ? [lot] : []));
  return {
    usable,
    refused: judged.flatMap(({ lot, why }) => (why === undefined ? [] : [{ lot, why }])),
    usableFen: balanceOf(usable),
  };
}

function whyNot(
  lot: LotView,
  shop: Shop,
  { now, cityOf }: { now: number; cityOf: CityOf },
): string | undefined {
  if (startsLater(lot, now)) return `${shortDayText(lot.startsAt)}起可用`;
  if (!isInScope(lot.scope, shop)) return whereText(lot.scope, cityOf);
  return isWithinWindows(lot.windows, now) ? undefined : whenText(lot.windows);
}

/** Whether a coupon of this scope may be spent in the shop. */
export function isInScope(scope: LotView['scope'], shop: Shop): boolean {
  switch (scope.kind) {
    case 'alliance':
      return true;
    case 'merchants':
      return scope.merchants.some(({ id }) => id === shop.id);
    case 'category':
      return scope.category === shop.category;
    case 'site':
      return scope.siteId === shop.siteId;
  }
}
