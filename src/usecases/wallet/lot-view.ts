// A coupon lot as people see it.
import type { LotView } from '../../contracts/values';
import type { Lot } from '../../domain/coupons/lot';

export function lotView({
  id,
  source,
  scope,
  faceFen,
  balanceFen,
  startsAt,
  expiresAt,
}: Lot): LotView {
  return { id, source, scope, faceFen, balanceFen, startsAt, expiresAt };
}
