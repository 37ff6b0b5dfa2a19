// The circle page by page, as the app asks for it: no shop is lost, and the list ends.
import type { Input } from '../../src/contracts/contract';
import type { nearbyContract } from '../../src/contracts/nearby';
import type { MerchantCard } from '../../src/contracts/values';
import type { Merchant } from '../../src/domain/merchants/merchant';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { aShop, lin, site } from '../support/fixture';

const { position } = site;
const METRE = 1 / 111_195;

/** A shop so many metres to the north, and a little to the east. */
function shopAt(n: number, north: number, different: Partial<Merchant> = {}): Merchant {
  return aShop({
    ...{ id: `m-${n}`, code: `s${String(n).padStart(7, '0')}` },
    ...{ longitude: position.longitude, latitude: position.latitude + north * METRE },
    ...different,
  });
}

const ids = (shops: readonly { id: string }[]): string[] => shops.map(({ id }) => id).sort();

/** All pages of a circle, without the shops that come once more; fails when it goes round. */
async function wholeCircle(
  cloud: TestCloud,
  asked: Omit<Input<typeof nearbyContract, 'merchants'>, 'position' | 'fromMetres'>,
): Promise<{ shops: MerchantCard[]; pages: number }> {
  const call = cloud.callAs(lin);
  const known = new Map<string, MerchantCard>();
  let fromMetres: number | undefined;
  for (let pages = 1; pages <= 20; pages += 1) {
    const { merchants, isLast } = valueOf(
      await call('nearby', 'merchants', {
        ...{ position, ...asked },
        ...(fromMetres === undefined ? {} : { fromMetres }),
      }),
    );
    const distances = merchants.map(({ distanceMetres = 0 }) => distanceMetres);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    for (const shop of merchants) known.set(shop.id, shop);
    if (isLast) return { shops: [...known.values()], pages };
    fromMetres = distances[distances.length - 1] ?? 0;
  }
  throw new Error('the list does not end');
}

async function withShops(
  merchants: readonly Merchant[],
  check: (cloud: TestCloud) => Promise<void>,
): Promise<void> {
  const cloud = await startTestCloud({ merchants });
  try {
    await check(cloud);
  } finally {
    await cloud.close();
  }
}

test('230 shops, several at one point and around the ends of pages, all come once', async () => {
  const shops = Array.from({ length: 230 }, (_, n) =>
    shopAt(n, n >= 95 && n < 110 ? 333.33 : n * 3.37),
  );
  await withShops(shops, async (cloud) => {
    const { shops: found, pages } = await wholeCircle(cloud, { radiusMetres: 3000 });
    expect(ids(found)).toEqual(ids(shops));
    expect(pages).toBe(3);
  });
});

test.each([
  ['a few centimetres from each other, 9 km away', 9000, 0.02],
  ['every ten centimetres, so that a page ends where a distance is rounded up', 0.7, 0.1],
  ['every half metre, near', 0, 0.5],
  ['every half metre, 9 km away', 9000, 0.5],
])('250 shops %s all come', async (_what, from, gap) => {
  const shops = Array.from({ length: 250 }, (_each, n) => shopAt(n, from + n * gap));
  await withShops(shops, async (cloud) => {
    const { shops: found } = await wholeCircle(cloud, { radiusMetres: 10_000 });
    expect(ids(found)).toEqual(ids(shops));
  });
});

test.each([0, 250])(
  '260 shops at one point %d metres away are one large page, and what is behind them follows',
  async (north) => {
    const shops = Array.from({ length: 320 }, (_, n) => shopAt(n, n < 260 ? north : north + n));
    await withShops(shops, async (cloud) => {
      const { shops: found } = await wholeCircle(cloud, { radiusMetres: 3000 });
      expect(ids(found)).toEqual(ids(shops));
    });
  },
);

test('a circle ends at its radius, as the card’s distance says it', async () => {
  const shops = [shopAt(1, 2999), shopAt(2, 3000.9), shopAt(3, 3004)];
  await withShops(shops, async (cloud) => {
    const { shops: found } = await wholeCircle(cloud, { radiusMetres: 3000 });
    expect(found.map(({ id, distanceMetres }) => [id, distanceMetres])).toEqual([['m-1', 2999]]);
  });
});

describe('searching', () => {
  const shops = [
    shopAt(1, 100, { name: '青禾鲜果', category: 'fruit', address: '文三路 201 号' }),
    shopAt(2, 200, { name: 'Blue Tea 蓝茶', category: 'tea', address: '学院路 8 号' }),
    shopAt(3, 300, { name: '(原)老面馆.', category: 'restaurant', address: '文三路 9 号' }),
    shopAt(4, 400, { name: '不在了的面馆', category: 'restaurant', state: 'left' }),
  ];

  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await startTestCloud({ merchants: shops });
  });

  afterAll(async () => {
    await cloud.close();
  });

  test.each<[string, string[]]>([
    ['文三路', ['m-1', 'm-3']],
    ['面馆 文三路', ['m-3']],
    ['文三路　面馆', ['m-3']],
    ['奶茶', ['m-2']],
    ['BLUE', ['m-2']],
    ['(原)', ['m-3']],
    ['馆.', ['m-3']],
    ['.*', []],
    ['火锅', []],
  ])('%s finds %j, nearest first', async (search, found) => {
    const { merchants } = valueOf(
      await cloud.callAs(lin)('nearby', 'merchants', { position, radiusMetres: 3000, search }),
    );
    expect(merchants.map(({ id }) => id)).toEqual(found);
    expect(Object.keys(merchants[0] ?? {})).not.toContain('searchText');
  });

  test('pages of a search and of a category have all of theirs and no other', async () => {
    const many = Array.from({ length: 400 }, (_, n) =>
      shopAt(n, n * 5, {
        category: n % 2 === 0 ? 'tea' : 'fruit',
        name: n % 3 === 0 ? `甲 ${n}` : `乙 ${n}`,
      }),
    );
    await withShops(many, async (town) => {
      const asked = { radiusMetres: 3000, category: 'tea' as const, search: '甲' };
      const { shops: found } = await wholeCircle(town, asked);
      expect(ids(found)).toEqual(ids(many.filter((_, n) => n % 6 === 0)));
      const { shops: tea } = await wholeCircle(town, { radiusMetres: 3000, category: 'tea' });
      expect(tea.length).toBe(200);
    });
  });
});

test('a shop’s page shows its pictures, its words and the rate that is announced', async () => {
  const at = Date.parse('2026-12-01T00:00:00Z');
  const shop = shopAt(1, 100, {
    picture: '/a.jpg',
    morePictures: ['/b.jpg', ''],
    introduction: '三代人的面馆',
    rates: [
      { bps: 1000, from: 0 },
      { bps: 1500, from: at },
    ],
  });
  const plain = shopAt(2, 100, { picture: '' });
  await withShops([shop, plain], async (cloud) => {
    const call = cloud.callAs(lin);
    const shown = valueOf(await call('nearby', 'shop', { merchantCode: shop.code, position }));
    expect(shown).toMatchObject({
      merchant: { id: 'm-1', rebateBps: 1000, distanceMetres: 100 },
      pictures: ['/a.jpg', '/b.jpg'],
      introduction: '三代人的面馆',
      nextRate: { rebateBps: 1500, from: at },
    });
    await cloud.setClock('2026-12-01T00:00:00Z');
    const later = valueOf(await call('nearby', 'shop', { merchantCode: shop.code }));
    expect(later.merchant.rebateBps).toBe(1500);
    expect(Object.keys(later)).not.toContain('nextRate');
    const { pictures, introduction } = valueOf(
      await call('nearby', 'shop', { merchantCode: plain.code }),
    );
    expect([pictures, introduction]).toEqual([[], '']);
    expect(await call('nearby', 'shop', { merchantCode: 'nowhere1' })).toMatchObject({
      error: { code: 'merchant-not-found' },
    });
  });
});
