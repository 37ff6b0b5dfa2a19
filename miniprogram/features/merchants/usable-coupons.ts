// What of my coupons a shop takes, at an instant (ms) of the phone's clock.
import { isWithinWindows } from '../../../src/domain/coupons/time-window';
import { outsideScope } from '../../../src/domain/coupons/usable';
import type { LotView, MerchantCard } from '../../../src/contracts/values';
import { balanceOf } from '../wallet/lot-words';
import { startsLater } from '../wallet/starts-later';

export type Place = Pick<MerchantCard, 'id' | 'category' | 'siteId'>;

/** Why a coupon cannot be used in a shop now; the first reason that holds. */
export type Refusal = 'over' | 'later' | 'elsewhere' | 'other-time';

/** Undefined where it can be used, on a bill that is large enough. */
export function refusalOf(lot: LotView, shop: Place, now: number): Refusal | undefined {
  if (lot.balanceFen === 0 || lot.expiresAt <= now) return 'over';
  if (startsLater(lot, now)) return 'later';
  if (!isInScope(lot.scope, shop)) return 'elsewhere';
  return isWithinWindows(lot.windows, now) ? undefined : 'other-time';
}

/** Whether a coupon of this scope may be spent in the shop. */
export function isInScope(scope: LotView['scope'], { id, category, siteId }: Place): boolean {
  return outsideScope(scope, { merchantId: id, category, siteId }) === undefined;
}

/**
 * The most that coupons can pay in a shop now, fen: its bill may be too small for some. Offers are
 * not in it, since what they take off depends on the bill.
 */
export function usableFen(
  lots: readonly LotView[],
  shop: Place & Pick<MerchantCard, 'state'>,
  now: number,
): number {
  if (shop.state !== 'active') return 0;
  return balanceOf(lots.filter((lot) => refusalOf(lot, shop, now) === undefined));
}
