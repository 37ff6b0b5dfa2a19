// Which of my coupons a shop takes, and why it does not take the others.
import type { LotView, MerchantCard } from '../../../../src/contracts/values';
import { shortDayText } from '../../../components/time/day-text';
import { refusalOf, usableFen, type Refusal } from '../../../features/merchants/usable-coupons';
import { whenText, whereText, type CityOf } from '../../../features/wallet/lot-terms';

export interface LotsHere {
  readonly usable: readonly LotView[];
  readonly refused: readonly { readonly lot: LotView; readonly why: string }[];
  /** Balance of all usable ones together; what an offer takes off depends on the bill. */
  readonly usableFen: number;
}

type Shop = Pick<MerchantCard, 'id' | 'category' | 'siteId' | 'state'>;

/** Sorts lots for a shop at an instant (ms); the order stays: soonest expiry first. */
export function lotsHere(
  lots: readonly LotView[],
  shop: Shop,
  { now, cityOf }: { readonly now: number; readonly cityOf: CityOf },
): LotsHere {
  const judged = lots.map((lot) => ({ lot, refusal: refusalOf(lot, shop, now) }));
  return {
    usable: judged.flatMap(({ lot, refusal }) => (refusal === undefined ? [lot] : [])),
    refused: judged.flatMap(({ lot, refusal }) => {
      const why = refusal && whyText(lot, refusal, cityOf);
      return why === undefined ? [] : [{ lot, why }];
    }),
    usableFen: usableFen(lots, shop, now),
  };
}

/** Undefined for what is over: it is not shown. */
function whyText(lot: LotView, refusal: Refusal, cityOf: CityOf): string | undefined {
  switch (refusal) {
    case 'over':
      return undefined;
    case 'later':
      return `${shortDayText(lot.startsAt)}起可用`;
    case 'elsewhere':
      return whereText(lot.scope, cityOf);
    case 'other-time':
      return whenText(lot.windows);
  }
}
