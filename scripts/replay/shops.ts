// Imports shops of a map service's list (WGS-84) as merchants of the alliance (GCJ-02).
import gcoord from 'gcoord';
import type { Category, Merchant } from '../../src/domain/merchants/merchant';
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

export async function readShops(path: string): Promise<Merchant[]> {
  const shops: Merchant[] = [];
  for await (const row of readRows(path)) {
    const [longitude, latitude] = gcoord.transform(
      [Number(row['lon']), Number(row['lat'])],
      gcoord.WGS84,
      gcoord.GCJ02,
    );
    shops.push(shopOf(row, { index: shops.length, longitude, latitude }));
  }
  return shops;
}

function shopOf(
  row: Readonly<Record<string, string>>,
  { index, longitude, latitude }: { index: number; longitude: number; latitude: number },
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
