// A shop as people see it.
import type { MerchantCard } from '../../contracts/values';
import { distanceMetres, type Position } from '../../domain/geo/distance';
import type { Merchant } from '../../domain/merchants/merchant';
import { rebateRateAt } from '../../domain/merchants/rebate-rate';

export function merchantCard(
  merchant: Merchant,
  { at, from }: { at: number; from?: Position | undefined },
): MerchantCard {
  const { longitude, latitude } = merchant;
  const position = { longitude, latitude };
  return {
    id: merchant.id,
    code: merchant.code,
    name: merchant.name,
    category: merchant.category,
    state: merchant.state,
    ownership: merchant.ownership,
    siteId: merchant.siteId,
    ...(merchant.communityId === undefined ? {} : { communityId: merchant.communityId }),
    address: merchant.address,
    phone: merchant.phone,
    picture: merchant.picture,
    position,
    openingHours: merchant.openingHours,
    averageSpendFen: merchant.averageSpendFen,
    rebateBps: rebateRateAt(merchant, at),
    ...(from === undefined ? {} : { distanceMetres: distanceMetres(from, position) }),
  };
}
