import { myCommunity } from '../../miniprogram/features/place/my-community';
import {
  findPlaces,
  placesOf,
  siteAt,
  sitesFrom,
} from '../../miniprogram/packages/circle/place/place-order';
import { HANGZHOU, SHANGHAI } from '../../demo/sites';

const sites = [HANGZHOU, SHANGHAI];
const inShanghai = { longitude: 121.4594, latitude: 31.2212 };
const inBeijing = { longitude: 116.4, latitude: 39.9 };
const names = (found: readonly { place: { name: string } }[]) =>
  found.map(({ place }) => place.name);

describe('cities to choose from', () => {
  test('the one where the phone is stands first', () => {
    expect(sitesFrom(sites, inShanghai).map(({ id }) => id)).toEqual(['shanghai', 'hangzhou']);
  });

  test('without a position, and where no city is open, they stand as they come', () => {
    expect(sitesFrom(sites, null)).toEqual(sites);
    expect(sitesFrom(sites, inBeijing)).toEqual(sites);
    expect(siteAt(sites, inBeijing)).toBeUndefined();
  });
});

describe('places to choose from', () => {
  test('communities stand by distance, and landmarks apart', () => {
    const found = placesOf(SHANGHAI, { kind: 'community', located: inShanghai });
    expect(names(found)).toEqual(['晾衣弄小区', '半扇窗公寓', '三角梧桐里', '老灶间新村']);
    expect(found.map(({ metres = -1 }) => metres)).toEqual(
      found.map(({ metres = -1 }) => metres).sort((a, b) => a - b),
    );
    expect(names(placesOf(SHANGHAI, { kind: 'landmark', located: null }))).toContain('静安寺');
  });

  test('say no distance from another city', () => {
    const found = placesOf(HANGZHOU, { kind: 'community', located: inShanghai });
    expect(found.every(({ metres }) => metres === undefined)).toBe(true);
  });

  test.each([
    ['广场', ['文化广场', '武林广场', '人民广场']],
    ['上海 广场', ['人民广场']],
    ['杭州 新村', ['翠苑新村', '六棵樟新村']],
    ['没有', []],
  ])('%s finds %j in all cities', (search, expected) => {
    const found = names(findPlaces(sites, { search, located: null }));
    expect(found).toHaveLength(expected.length);
    for (const name of expected) expect(found.join()).toContain(name);
  });
});

describe('my community', () => {
  const near = { longitude: 120.1226, latitude: 30.2848 };
  const chosen = (id: string) => {
    const place = HANGZHOU.places.find((each) => each.id === id);
    if (place === undefined) throw new Error(id);
    return { ...place, city: '杭州' };
  };

  test('is the one that I stand in', () => {
    expect(myCommunity({ chosenPlace: null, here: near, site: HANGZHOU })?.id).toBe('hz-cuiyuan');
  });

  test('is the one that I chose, wherever I am', () => {
    const chosenPlace = chosen('hz-lusheng');
    expect(myCommunity({ chosenPlace, here: near, site: HANGZHOU })?.id).toBe('hz-lusheng');
  });

  test('a chosen landmark is no community, but may lie in one', () => {
    const wensan = chosen('hz-wensan');
    const here = wensan.position;
    expect(myCommunity({ chosenPlace: wensan, here, site: HANGZHOU })?.id).toBe('hz-hebaotang');
    const wulin = chosen('hz-huanglong');
    expect(
      myCommunity({ chosenPlace: wulin, here: wulin.position, site: HANGZHOU }),
    ).toBeUndefined();
  });

  test('is none where nobody knows where I am, or no site is open', () => {
    expect(myCommunity({ chosenPlace: null, here: null, site: HANGZHOU })).toBeUndefined();
    expect(myCommunity({ chosenPlace: null, here: near, site: null })).toBeUndefined();
  });
});
