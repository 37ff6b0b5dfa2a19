// A circle with many fruit shops in it, one of which has settled in the person's community (B12).
import type { Merchant } from '../../src/domain/merchants/merchant';
import { fruitShop, site } from './fixture';

const METRES_PER_DEGREE = 111_195;
const GOLDEN_ANGLE = 2.399963;

/** Where the person stands: 200 m east of the community's middle. */
export const myPlace = { longitude: 120.1276, latitude: 30.2789 };
export const myCommunityId = 'hz-wensan';
/** The seventh by distance is the community's own. */
const MY_SHOP = 7;

/**
 * So many fruit shops around the person, from 60 to 2 900 m in a spiral: number 1 is the nearest.
 * They are stored farthest first, so that no list is right by chance.
 */
export function fruitShopsAround(count: number): Merchant[] {
  return Array.from({ length: count }, (_, at) => shopNumber(at + 1, count)).reverse();
}

function shopNumber(number: number, count: number): Merchant {
  const metres = 60 + ((number - 1) * 2840) / Math.max(1, count - 1);
  const angle = number * GOLDEN_ANGLE;
  const shrink = Math.cos((myPlace.latitude * Math.PI) / 180);
  const four = String(number).padStart(4, '0');
  return {
    ...fruitShop,
    id: `m-f${four}`,
    code: `frui${four}`,
    name: `第 ${number} 果铺`,
    siteId: site.id,
    rates: [{ bps: 300 + ((number * 7) % 18) * 100, from: 0 }],
    longitude: myPlace.longitude + (metres * Math.cos(angle)) / (METRES_PER_DEGREE * shrink),
    latitude: myPlace.latitude + (metres * Math.sin(angle)) / METRES_PER_DEGREE,
    ...(number === MY_SHOP && { communityId: myCommunityId }),
  };
}
