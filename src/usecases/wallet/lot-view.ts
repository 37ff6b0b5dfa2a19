// A coupon lot as people see it.
import type { LotView } from '../../contracts/values';
import type { Lot } from '../../domain/coupons/lot';

export function lotView({ id, source, faceFen, balanceFen, startsAt, expiresAt }: Lot): LotView {
  return { id, source, faceFen, balanceFen, startsAt, expiresAt };
}
