// Imports shops of a map service's lists (WGS-84) as merchants of the alliance (GCJ-02).
import gcoord from 'gcoord';
import { distanceMetres, type Position } from '../../src/domain/geo/distance';
import type { Category } from '../../src/domain/merchants/category';
import type { Merchant } from '../../src/domain/merchants/merchant';
import { MAX_REBATE_BPS, MIN_REBATE_BPS } from '../../src/domain/limits';
import { readRows } from './baskets';

/** Words of the list's three-level types, the first that fits. */
const CATEGORIES: readonly (readonly [RegExp, Category])[] = [
  [/火锅/, 'hotpot'],
  [/糕饼|面包|甜品/, 'bakery'],
  [/咖啡|茶|冷饮/, 'tea'],
  [/水果/, 'fruit'],
  [/超市|便利/, 'grocery'],
];

const STEP_BPS = 50;
const RATES = (MAX_REBATE_BPS - MIN_REBATE_BPS) / STEP_BPS + 1;

/** Lists give one shop's place with small differences; its neighbours have other names. */
const SAME_PLACE_METRES = 20;

/** A shop that stands in several lists, by name and place, is one. */
export async function readShops(paths: readonly string[]): Promise<Merchant[]> {
  const shops: Merchant[] = [];
  const byName = new Map<string, Merchant[]>();
  for (const path of paths) {
    for await (const row of readRows(path)) {
      const shop = shopOf(row, { index: shops.length, ...placeOf(row) });
      const namesakes = byName.get(shop.name) ?? [];
      if (namesakes.some((other) => distanceMetres(other, shop) <= SAME_PLACE_METRES)) continue;
      byName.set(shop.name, [...namesakes, shop]);
      shops.push(shop);
    }
  }
  return shops;
}

function placeOf(row: Readonly<Record<string, string>>): Position {
  const [longitude, latitude] = gcoord.transform(
    [Number(row['lon']), Number(row['lat'])],
    gcoord.WGS84,
    gcoord.GCJ02,
  );
  return { longitude, latitude };
}

function shopOf(
  row: Readonly<Record<string, string>>,
  { index, longitude, latitude }: Position & { index: number },
): Merchant {
  const { name = '', address = '', adname = '', type = '' } = row;
  return {
    id: `m-replay-${index}`,
    code: index.toString(36).padStart(8, '0'),
    name,
    category: CATEGORIES.find(([words]) => words.test(type))?.[1] ?? 'restaurant',
    state: 'active',
    ownership: 'alliance',
    siteId: 'shanghai',
    address: address === '[]' ? adname : `${adname}${address}`,
    phone: '',
    picture: '',
    longitude,
    latitude,
    openingHours: { opensMinute: 0, closesMinute: 1440 },
    averageSpendFen: 0,
    rates: [{ bps: MIN_REBATE_BPS + (index % RATES) * STEP_BPS, from: 0 }],
    rebateCollection: 'own',
    subMchId: `sub-${index}`,
    staff: [],
  };
}
