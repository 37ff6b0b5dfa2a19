// What a tap on a coupon means, by where the coupon stands.
import {
  isOffer,
  setLotAmount,
  switchKindOff,
  switchLot,
  wantLot,
  type CouponChoice,
  type OfferedLot,
} from './coupon-choice';
import { standingOf, type StandingFacts } from './lot-standing';

/**
 * A used offer goes, and none of its kind takes its place; used balance goes. Anything else that
 * can be used is wanted; balance for which the bill had no room goes before the other balance.
 */
export function tapLot(
  choice: CouponChoice,
  offered: OfferedLot,
  facts: StandingFacts,
): CouponChoice {
  const standing = standingOf(offered, facts);
  switch (standing.kind) {
    case 'unusable':
    case 'below-minimum':
    case 'too-small':
      return choice;
    case 'used':
      return isOffer(offered)
        ? switchKindOff(choice, offered, facts.lots)
        : switchLot(choice, offered.lot.id);
    case 'bill-paid':
    case 'shop-share':
    case 'not-together':
    case 'free': {
      const wanting = wantLot(choice, offered, facts);
      const isAskedFirst = standing.kind === 'bill-paid' && !isOffer(offered);
      return isAskedFirst
        ? setLotAmount(wanting, { lotId: offered.lot.id, amountFen: offered.usableFen })
        : wanting;
    }
  }
}
