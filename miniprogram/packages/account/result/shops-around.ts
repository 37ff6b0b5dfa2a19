// Which shops the result page names: open ones nearby, those that take my coupons before others.
import type { LotView, MerchantCard } from '../../../../src/contracts/values';
import { takesPayments, tradingAt } from '../../../features/merchants/merchant-facts';
import { usableFen } from '../../../features/merchants/usable-coupons';

export interface ShopAround {
  readonly shop: MerchantCard;
  /** What my coupons can pay there, fen. */
  readonly couponFen: number;
}

const SHOWN = 3;

/** At most three of `merchants`, which come nearest first, without the shop just paid. */
export function shopsAround(
  merchants: readonly MerchantCard[],
  { paidAt, lots, now }: { paidAt: string; lots: readonly LotView[]; now: number },
): readonly ShopAround[] {
  const open = merchants
    .filter(({ id }) => id !== paidAt)
    .filter((shop) => takesPayments(tradingAt(shop, now)))
    .map((shop) => ({ shop, couponFen: usableFen(lots, shop, now) }));
  return [
    ...open.filter(({ couponFen }) => couponFen > 0),
    ...open.filter(({ couponFen }) => couponFen === 0),
  ].slice(0, SHOWN);
}
