// What a bill could take of one coupon by itself, and why it takes none.
import type { Category } from '../merchants/category';
import { NO_FEN, shareOf, smaller, type Fen } from '../money/amounts';
import type { Channel, Lot, LotScope, OfferLot } from './lot';
import { isWithinWindows } from './time-window';

export interface BillContext {
  /** What the till says, before any coupon. */
  readonly amountFen: Fen;
  /** What of it is for delivery. */
  readonly deliveryFen: Fen;
  readonly merchantId: string;
  readonly category: Category;
  readonly siteId: string;
  readonly channel: Channel;
  /** Milliseconds. */
  readonly at: number;
}

export type Unusable =
  | 'not-started'
  | 'expired'
  | 'other-time'
  | 'below-minimum'
  | 'other-merchant'
  | 'other-category'
  | 'other-site'
  | 'other-channel'
  | 'no-delivery';

/** Why a lot pays nothing of this bill, or undefined when it may. */
export function whyUnusable(lot: Lot, bill: BillContext): Unusable | undefined {
  if (bill.at < lot.startsAt) return 'not-started';
  if (bill.at >= lot.expiresAt) return 'expired';
  if (!lot.channels.includes(bill.channel)) return 'other-channel';
  const outside = outsideScope(lot.scope, bill);
  if (outside !== undefined) return outside;
  if (!isWithinWindows(lot.windows, bill.at)) return 'other-time';
  if (bill.amountFen < lot.minSpendFen) return 'below-minimum';
  const isOfDelivery = lot.kind === 'offer' && lot.benefit.kind === 'free-delivery';
  return isOfDelivery && bill.deliveryFen === 0 ? 'no-delivery' : undefined;
}

/** Why a shop is none of those where a coupon of this scope counts, or undefined where it is. */
export function outsideScope(
  scope: LotScope,
  shop: Pick<BillContext, 'merchantId' | 'category' | 'siteId'>,
): Unusable | undefined {
  switch (scope.kind) {
    case 'alliance':
      return undefined;
    case 'merchants':
      return scope.merchants.some(({ id }) => id === shop.merchantId)
        ? undefined
        : 'other-merchant';
    case 'category':
      return scope.category === shop.category ? undefined : 'other-category';
    case 'site':
      return scope.siteId === shop.siteId ? undefined : 'other-site';
  }
}

/** What of a lot this bill could take by itself: all of its shares are of what the till says. */
export function usableOf(lot: Lot, bill: BillContext): Fen {
  if (lot.balanceFen === 0 || whyUnusable(lot, bill) !== undefined) return NO_FEN;
  const amountFen = lot.kind === 'offer' ? benefitOf(lot, bill) : lot.balanceFen;
  return smaller(amountFen, shareOf(bill.amountFen, lot.maxShareBps));
}

/** An offer never costs more than its face, which was put aside for it. */
function benefitOf({ benefit, balanceFen }: OfferLot, bill: BillContext): Fen {
  switch (benefit.kind) {
    case 'money-off':
      return smaller(benefit.offFen, balanceFen);
    case 'percentage':
      return smaller(shareOf(bill.amountFen, benefit.offBps), balanceFen);
    case 'free-delivery':
      return smaller(bill.deliveryFen, balanceFen);
  }
}
