import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPicture } from '../../demo/drawing/drawings';
import { toGround } from '../../demo/ground';
import { DEMO_MERCHANTS, DEMO_SHOPS } from '../../demo/merchants';
import { DEMO_SITES, HANGZHOU, SHANGHAI, type DemoSite, type DemoSiteId } from '../../demo/sites';
import { isInside } from '../../demo/street-lanes';
import { drawStreetMap, streetMapFile, type StreetMap } from '../../demo/street-map';
import { STREET_PLANS } from '../../demo/street-plans/plans';
import { site as siteContract } from '../../src/contracts/nearby';
import { merchantCard as cardContract } from '../../src/contracts/values';
import { distanceMetres } from '../../src/domain/geo/distance';
import { MAX_REBATE_BPS, MIN_REBATE_BPS } from '../../src/domain/limits';
import { CATEGORIES } from '../../src/domain/merchants/category';
import type { Merchant } from '../../src/domain/merchants/merchant';
import { merchantCard } from '../../src/usecases/nearby/merchant-card';

const demoDir = join(__dirname, '..', '..', 'demo');
const SATURDAY_NOON = Date.UTC(2026, 10, 21, 4);

function siteOf({ siteId }: Merchant): DemoSite {
  const site = DEMO_SITES.find(({ id }) => id === siteId);
  if (site === undefined) throw new Error(`no site ${siteId}`);
  return site;
}

/** Once for all tests, since drawing takes its time. */
const maps: Readonly<Record<DemoSiteId, StreetMap>> = {
  hangzhou: drawStreetMap(HANGZHOU.position, STREET_PLANS.hangzhou),
  shanghai: drawStreetMap(SHANGHAI.position, STREET_PLANS.shanghai),
};

const isUnique = (values: readonly string[]) => new Set(values).size === values.length;

describe('sites', () => {
  it.each(DEMO_SITES)('$name is of the contract’s form', (site) => {
    expect(siteContract.parse(site)).toEqual(site);
  });

  it('offer five or six landmarks and some communities each, all within the map', () => {
    for (const { position, places } of DEMO_SITES) {
      const count = (kind: string) => places.filter((place) => place.kind === kind).length;
      expect([5, 6]).toContain(count('landmark'));
      expect([4, 5]).toContain(count('community'));
      for (const place of places) {
        expect(distanceMetres(position, place.position)).toBeLessThan(6000);
      }
    }
  });

  it('give every place its own id', () => {
    expect(isUnique(DEMO_SITES.flatMap(({ places }) => places.map(({ id }) => id)))).toBe(true);
  });
});

describe('shops', () => {
  it.each(DEMO_MERCHANTS)('$id $name is a card of the contract’s form', (merchant) => {
    const card = merchantCard(merchant, { at: SATURDAY_NOON });
    expect(cardContract.parse(card)).toEqual(card);
  });

  it('number 35 in Hangzhou and 25 in Shanghai, with every category in both', () => {
    const bySite = DEMO_SITES.map((site) => DEMO_MERCHANTS.filter((each) => siteOf(each) === site));
    expect(bySite.map((shops) => shops.length)).toEqual([35, 25]);
    for (const shops of bySite) {
      expect(new Set(shops.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
    }
  });

  it.each(['id', 'code', 'name', 'phone', 'picture', 'subMchId'] as const)(
    'share no %s',
    (field) => {
      expect(isUnique(DEMO_MERCHANTS.map((merchant) => merchant[field]))).toBe(true);
    },
  );

  it('keep the codes that were once printed', () => {
    const codes = DEMO_MERCHANTS.map(({ id, code }) => `${id} ${code}`);
    expect([codes[0], codes[34], codes[35]]).toEqual([
      'm-hz-001 uaiuu48a',
      'm-hz-035 75yc6e9z',
      'm-sh-001 n3d5ucm6',
    ]);
  });

  it('say what they are, each in other words, in two or three lines at most', () => {
    const introductions = DEMO_MERCHANTS.map(({ introduction }) => introduction ?? '');
    expect(isUnique(introductions)).toBe(true);
    for (const text of introductions) {
      expect(text).toMatch(/。$/);
      expect(text.length).toBeGreaterThan(10);
      expect(text.length).toBeLessThan(50);
    }
  });

  it('show two more pictures, other shops’ of their kind', () => {
    for (const { id, category, picture, morePictures = [] } of DEMO_MERCHANTS) {
      expect(isUnique([picture, ...morePictures])).toBe(true);
      expect(morePictures).toHaveLength(2);
      for (const more of morePictures) {
        const owner = DEMO_MERCHANTS.find((other) => other.picture === more);
        expect({ id, category: owner?.category }).toEqual({ id, category });
      }
    }
  });

  it('have settled in communities within 600 m, one of a kind in each', () => {
    const places = DEMO_SITES.flatMap((site) => site.places);
    const homes = DEMO_MERCHANTS.filter(({ communityId }) => communityId !== undefined);
    for (const shop of homes) {
      const place = places.find(({ id }) => id === shop.communityId);
      expect(place?.kind).toBe('community');
      expect(distanceMetres(place?.position ?? shop, shop)).toBeLessThanOrEqual(600);
    }
    expect(isUnique(homes.map(({ communityId, category }) => `${communityId} ${category}`))).toBe(
      true,
    );
    const communities = places.filter(({ kind }) => kind === 'community');
    for (const { id } of communities) {
      const mine = homes.filter(({ communityId }) => communityId === id);
      expect({ id, isLivedIn: mine.length >= 2 }).toEqual({ id, isLivedIn: true });
    }
  });

  it('have phone numbers of seven digits, which nobody in these cities has', () => {
    for (const { phone } of DEMO_MERCHANTS) expect(phone).toMatch(/^(0571|021)-555-\d{4}$/);
  });

  it('lie within 3.5 km of the centre, some of them close together', () => {
    const gaps = DEMO_MERCHANTS.map((shop) => {
      expect(distanceMetres(siteOf(shop).position, shop)).toBeLessThan(3500);
      const others = DEMO_MERCHANTS.filter((other) => other !== shop);
      return Math.min(...others.map((other) => distanceMetres(shop, other)));
    });
    expect(Math.min(...gaps)).toBeGreaterThan(15);
    expect(gaps.filter((metres) => metres < 150).length).toBeGreaterThan(5);
  });

  it('stand on dry ground', () => {
    for (const shop of DEMO_MERCHANTS) {
      const { id, position } = siteOf(shop);
      const door = toGround(position, [shop.longitude, shop.latitude]);
      const waters = maps[id].features.flatMap((feature) =>
        feature.properties.kind === 'water' && feature.geometry.type === 'Polygon'
          ? [feature.geometry.coordinates[0] ?? []]
          : [],
      );
      expect(waters.length).toBeGreaterThan(2);
      const isWet = waters.some((ring) =>
        isInside(
          ring.map((corner) => toGround(position, corner)),
          door,
        ),
      );
      expect({ name: shop.name, isWet }).toEqual({ name: shop.name, isWet: false });
    }
  });

  it('give from 3 to 20 %, and both ends occur', () => {
    const rates = DEMO_MERCHANTS.flatMap((merchant) => merchant.rates.map(({ bps }) => bps));
    expect(Math.min(...rates)).toBe(MIN_REBATE_BPS);
    expect(Math.max(...rates)).toBe(MAX_REBATE_BPS);
    expect(new Set(rates).size).toBeGreaterThan(10);
  });

  it('have changed their rate in some cases, the newest last', () => {
    const changed = DEMO_MERCHANTS.filter(({ rates }) => rates.length === 2);
    expect(changed.length).toBeGreaterThanOrEqual(3);
    for (const { rates } of changed) expect(rates[0]?.from).toBeLessThan(rates[1]?.from ?? 0);
  });

  it('are mostly open by day, some after midnight, one round the clock', () => {
    const hours = DEMO_MERCHANTS.map(({ openingHours }) => openingHours);
    const isRoundTheClock = ({ opensMinute, closesMinute }: (typeof hours)[number]) =>
      closesMinute - opensMinute === 1440;
    expect(hours.filter(isRoundTheClock)).toHaveLength(1);
    expect(hours.filter(({ closesMinute }) => closesMinute > 1440).length).toBeGreaterThan(3);
    for (const { opensMinute, closesMinute } of hours) {
      expect(closesMinute).toBeGreaterThan(opensMinute);
    }
  });

  it('show the rarer states: one closed, one that left, two of our own', () => {
    const count = (matches: (merchant: Merchant) => boolean) =>
      DEMO_MERCHANTS.filter(matches).length;
    expect(count(({ state }) => state === 'closed')).toBe(1);
    expect(count(({ state }) => state === 'left')).toBe(1);
    expect(count(({ ownership }) => ownership === 'self-operated')).toBe(2);
    expect(count(({ rebateCollection }) => rebateCollection === 'own')).toBe(60);
  });
});

/** The first tag that does not fit, or undefined; attributes must be quoted. */
function firstFaultOf(svg: string): string | undefined {
  const open: string[] = [];
  for (const [tag, slash, name, , selfClosing] of svg.matchAll(
    /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>&]*")*)(\/?)>/g,
  )) {
    if (slash === '/') {
      if (open.pop() !== name) return tag;
    } else if (selfClosing !== '/') open.push(name ?? '');
  }
  const rest = svg.replace(/<\/?[a-z]+(?: [a-zA-Z-]+="[^"<>&]*")*\/?>/g, '').trim();
  return rest === '' ? open.pop() : rest;
}

describe('pictures', () => {
  const drawn = DEMO_SHOPS.map(({ merchant, drawing }) => ({
    id: merchant.id,
    drawing,
    file: readFileSync(join(demoDir, '..', merchant.picture), 'utf8'),
  }));

  it.each(drawn)('$id is what the script draws as $drawing', ({ drawing, file }) => {
    expect(file).toBe(drawPicture(drawing));
  });

  it.each(drawn)('$id is well-formed, below 6 kB, without letters', ({ file }) => {
    expect(firstFaultOf(file)).toBeUndefined();
    expect(file).toContain('viewBox="0 0 320 320"');
    expect(file).not.toMatch(/NaN|undefined|Infinity|<text/);
    expect(Buffer.byteLength(file)).toBeLessThan(6000);
  });

  it('are different for every shop', () => {
    expect(isUnique(drawn.map(({ file }) => file))).toBe(true);
  });
});

it('finds the fault in a picture that is not well-formed', () => {
  expect(firstFaultOf('<svg><g><path d="M1"/></svg>')).toBe('</svg>');
  expect(firstFaultOf('<svg><path d=M1/></svg>')).toBe('<path d=M1/>');
  expect(firstFaultOf('<svg>')).toBe('svg');
});

describe('street maps', () => {
  it.each(DEMO_SITES)('the file of $name is what the script draws, below 150 kB', (site) => {
    const file = readFileSync(join(demoDir, 'streets', `${site.id}.json`), 'utf8');
    expect(file).toBe(streetMapFile(maps[site.id]));
    expect(Buffer.byteLength(file)).toBeLessThan(150_000);
  });

  it.each(DEMO_SITES)('the map of $name has water, parks, lanes and named streets', (site) => {
    const { features } = maps[site.id];
    const kinds = new Set(features.map(({ properties }) => properties.kind));
    expect(kinds).toEqual(new Set(['park', 'water', 'lane', 'road']));
    const roads = features.filter(({ properties }) => properties.kind === 'road');
    expect(roads.every(({ properties }) => properties.name !== undefined)).toBe(true);
  });

  it.each(DEMO_SITES)('the map of $name reaches 5 km and more to every side', (site) => {
    const { features } = maps[site.id];
    const points = features.flatMap(({ geometry }) =>
      geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat(),
    );
    const ground = points.map((point) => toGround(site.position, point));
    const [easts, norths] = [ground.map(([east]) => east), ground.map(([, north]) => north)];
    for (const reach of [Math.max(...easts), Math.max(...norths)]) {
      expect(reach).toBeGreaterThan(5000);
    }
    for (const reach of [Math.min(...easts), Math.min(...norths)]) {
      expect(reach).toBeLessThan(-5000);
    }
  });
});
