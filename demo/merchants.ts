// The demo's invented shops as merchants: names, numbers and places belong to nobody.
import { CATEGORIES, type Category } from '../src/domain/merchants/category';
import type { Merchant } from '../src/domain/merchants/merchant';
import { settled } from './communities';
import { toLonLat, type GroundPoint } from './ground';
import { NOODLE_SHOP_ID, NOODLE_SHOP_OWNER } from './people';
import { seededRandom } from './random';
import { HANGZHOU_SHOPS } from './shops/hangzhou';
import { SHANGHAI_SHOPS } from './shops/shanghai';
import type { DrawingName } from './drawing/drawings';
import { INTRODUCTIONS } from './shops/introductions';
import type { ShopRow, ShopRows, UnusualShop } from './shops/shop';
import { HANGZHOU, SHANGHAI, type DemoSite } from './sites';
import { STREET_PLANS } from './street-plans/plans';
import { groundLine, walkFromCentre } from './street-plans/street-plan';

/** Midnights in China, long ago, so that a demo on any clock has a rate. */
const FIRST_RATE_FROM = Date.UTC(2023, 11, 31, 16);
const CHANGED_RATE_FROM = Date.UTC(2025, 1, 28, 16);
/** From the middle of the street to the shop's door. */
const DOOR_METRES = 24;

interface SiteShops {
  readonly site: DemoSite;
  readonly idPrefix: string;
  readonly shops: ShopRows;
  readonly subMchPrefix: string;
  /** Local numbers have eight digits in both cities; with seven nobody answers. */
  readonly phonePrefix: string;
}

const SITES: readonly SiteShops[] = [
  {
    site: HANGZHOU,
    idPrefix: 'm-hz',
    shops: HANGZHOU_SHOPS,
    subMchPrefix: '1900010',
    phonePrefix: '0571-555',
  },
  {
    site: SHANGHAI,
    idPrefix: 'm-sh',
    shops: SHANGHAI_SHOPS,
    subMchPrefix: '1900020',
    phonePrefix: '021-555',
  },
];

interface DemoShop {
  readonly merchant: Merchant;
  /** What its picture shows. */
  readonly drawing: DrawingName;
}

const SHOPS: readonly DemoShop[] = SITES.flatMap((of) =>
  CATEGORIES.flatMap((category) => of.shops[category].map((row) => ({ category, row }))).map(
    ({ category, row }, at) => ({
      merchant: merchantOf(of, { category, row, number: at + 1 }),
      drawing: row[1],
    }),
  ),
);

export const DEMO_MERCHANTS: readonly Merchant[] = settled(
  withMorePictures(SHOPS.map((each) => each.merchant)),
);

export const DEMO_SHOPS: readonly DemoShop[] = DEMO_MERCHANTS.map((merchant, at) => {
  const { drawing } = SHOPS[at] as DemoShop;
  return { merchant, drawing };
});

/** Each shop also shows two pictures of its kind. */
function withMorePictures(shops: readonly Merchant[]): Merchant[] {
  return shops.map((shop) => {
    const kind = shops.filter(({ category }) => category === shop.category);
    const after = kind.indexOf(shop) + 1;
    const others = [...kind.slice(after), ...kind.slice(0, after - 1)];
    return { ...shop, morePictures: others.slice(0, 2).map(({ picture }) => picture) };
  });
}

interface NumberedRow {
  readonly category: Category;
  readonly row: ShopRow;
  readonly number: number;
}

function merchantOf(of: SiteShops, { category, row, number }: NumberedRow): Merchant {
  const [name, , street, atMetres, spendYuan, opensHour, closesHour, rateBps, unusual = {}] = row;
  const id = `${of.idPrefix}-${String(number).padStart(3, '0')}`;
  const { longitude, latitude, houseNumber } = stand(of.site, { street, atMetres, id });
  return {
    id,
    code: codeOf(id),
    name,
    category,
    state: unusual.state ?? 'active',
    ownership: unusual.ownership ?? 'alliance',
    siteId: of.site.id,
    address: `${of.site.city}市${street} ${houseNumber} 号`,
    phone: `${of.phonePrefix}-${String(1100 + number * 7)}`,
    picture: `/demo/pictures/${id}.svg`,
    introduction: INTRODUCTIONS[name] ?? '',
    longitude,
    latitude,
    openingHours: { opensMinute: opensHour * 60, closesMinute: closesHour * 60 },
    averageSpendFen: spendYuan * 100,
    rates: ratesOf(rateBps, unusual),
    rebateCollection: 'own',
    subMchId: `${of.subMchPrefix}${String(number).padStart(3, '0')}`,
    staff: id === NOODLE_SHOP_ID ? [NOODLE_SHOP_OWNER] : [],
  };
}

function ratesOf(rateBps: number, { formerRateBps }: UnusualShop): Merchant['rates'] {
  if (formerRateBps === undefined) return [{ bps: rateBps, from: FIRST_RATE_FROM }];
  return [
    { bps: formerRateBps, from: FIRST_RATE_FROM },
    { bps: rateBps, from: CHANGED_RATE_FROM },
  ];
}

/** Eight characters that stay the same for ever, since codes are printed; no 0, 1, l or o. */
function codeOf(id: string): string {
  const alphabet = '23456789abcdefghijkmnpqrstuvwxyz';
  const random = seededRandom(`code of ${id}`);
  return Array.from({ length: 8 }, () => alphabet.charAt(Math.floor(random() * 32))).join('');
}

/** Where a shop stands: at the side of its street that its house number says (odd is left). */
function stand(site: DemoSite, shop: { street: string; atMetres: number; id: string }) {
  const street = STREET_PLANS[site.id].streets.find((each) => each.name === shop.street);
  if (street === undefined) throw new Error(`${shop.id}: no street ${shop.street}`);
  const { point, direction, walkedMetres } = walkFromCentre(
    groundLine(site.position, street.line),
    shop.atMetres,
  );
  const houseNumber = 20 + Math.round(walkedMetres / 12) + (seededRandom(shop.id)() < 0.5 ? 1 : 0);
  const side = houseNumber % 2 === 1 ? DOOR_METRES : -DOOR_METRES;
  const door: GroundPoint = [point[0] - direction[1] * side, point[1] + direction[0] * side];
  const [longitude, latitude] = toLonLat(site.position, door);
  return { longitude, latitude, houseNumber };
}
