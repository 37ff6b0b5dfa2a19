// A coupon lot as people see it.
import type { LotView } from '../../contracts/values';
import type { Lot } from '../../domain/coupons/lot';

export function lotView(lot: Lot): LotView {
  const { id, source, fundedBy, scope, channels, minSpendFen, maxShareBps } = lot;
  const { campaignId, name, issuerName, windows, faceFen, balanceFen, startsAt, expiresAt } = lot;
  return {
    ...{ id, source, fundedBy },
    ...(lot.kind === 'offer' ? { benefit: lot.benefit } : {}),
    ...(campaignId === undefined ? {} : { campaignId }),
    ...(name === undefined ? {} : { name }),
    ...(issuerName === undefined ? {} : { issuerName }),
    ...{ scope, channels, minSpendFen, maxShareBps },
    ...(windows === undefined ? {} : { windows }),
    ...{ faceFen, balanceFen, startsAt, expiresAt },
  };
}
