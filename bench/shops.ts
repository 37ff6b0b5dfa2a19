// Invented shops: one that gives 20 %, and a dense city around it.
import { pick, seededRandom } from '../demo/random';
import type { Position } from '../src/domain/geo/distance';
import { CATEGORIES } from '../src/domain/merchants/category';
import type { Merchant } from '../src/domain/merchants/merchant';
import type { Site } from '../src/wxcloud/documents';

export const CITY_CENTRE: Position = { longitude: 121.4737, latitude: 31.2304 };

export const citySite: Site = {
  id: 'bench-city',
  name: '测试城',
  city: '测试城',
  position: CITY_CENTRE,
  places: [],
};

export const benchShop: Merchant = {
  id: 'm-bench',
  code: 'bench001',
  name: '青禾鲜果',
  category: 'fruit',
  state: 'active',
  ownership: 'alliance',
  siteId: citySite.id,
  address: '人民路 1 号',
  phone: '021-5550-0101',
  picture: '/demo/pictures/m-hz-001.svg',
  ...CITY_CENTRE,
  openingHours: { opensMinute: 0, closesMinute: 1440 },
  averageSpendFen: 4000,
  rates: [{ bps: 2000, from: 0 }],
  rebateCollection: 'own',
  subMchId: '1900000101',
  staff: [],
};

/** Degrees of latitude within which two thirds of a dense city's shops lie, about 4 km. */
const SPREAD_DEGREES = 0.036;

/** Shops thick in the centre and thin at the edge; the same for the same count. */
export function denseCity(count: number): Merchant[] {
  const random = seededRandom(`city of ${count}`);
  return Array.from({ length: count }, (_, index) => ({
    ...benchShop,
    id: `m-city-${index}`,
    code: index.toString(36).padStart(8, '0'),
    name: `小店 ${index}`,
    category: pick(CATEGORIES, random),
    longitude: CITY_CENTRE.longitude + bell(random) * SPREAD_DEGREES,
    latitude: CITY_CENTRE.latitude + bell(random) * SPREAD_DEGREES,
  }));
}

/** Roughly normal, with deviation 1: the sum of twelve even chances. */
function bell(random: () => number): number {
  let sum = -6;
  for (let n = 0; n < 12; n += 1) sum += random();
  return sum;
}
