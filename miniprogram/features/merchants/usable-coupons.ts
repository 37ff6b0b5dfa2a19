// What of my coupons a shop takes.
import type { LotView, MerchantCard } from '../../../src/contracts/values';
import { startsLater } from '../wallet/starts-later';
import { fen, totalFen, type Fen } from '../../../src/domain/money/amounts';

type Shop = Pick<MerchantCard, 'id' | 'category' | 'siteId' | 'state'>;

/**
 * Balance of the lots that this shop takes at an instant (ms), in fen. Offers are not in it: what
 * they take off depends on the bill.
 */
export function usableFen(lots: readonly LotView[], shop: Shop, at: number): Fen {
  if (shop.state !== 'active') return fen(0);
  return totalFen(
    lots
      .filter(({ benefit }) => benefit === undefined)
      .filter((lot) => !startsLater(lot, at) && at < lot.expiresAt && isWithin(lot.scope, shop))
      .map(({ balanceFen }) => fen(balanceFen)),
  );
}

function isWithin(scope: LotView['scope'], { id, category, siteId }: Shop): boolean {
  switch (scope.kind) {
    case 'alliance':
      return true;
    case 'merchants':
      return scope.merchants.some((shop) => shop.id === id);
    case 'category':
      return scope.category === category;
    case 'site':
      return scope.siteId === siteId;
  }
}
