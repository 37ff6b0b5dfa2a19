import type { LotView } from '../../src/contracts/values';
import { wayText } from '../../miniprogram/features/getting-there/way-words';
import { lotsHere } from '../../miniprogram/packages/circle/shop/lots-here';
import {
  nextRateText,
  otherCityText,
  rateText,
  shareTitle,
  standingText,
  usualPointsText,
  visitDayText,
} from '../../miniprogram/packages/circle/shop/shop-words';
import { aLotView } from '../support/views';

const NOON = Date.parse('2026-11-21T12:00:00+08:00');
const DAY = 86_400_000;

describe('what a shop gives', () => {
  test('an alliance shop gives to both sides', () => {
    expect(rateText({ rebateBps: 1000, ownership: 'alliance' })).toBe(
      '每 100 元让利 10 元，您和商家各得 10 积分',
    );
  });

  test('a self-operated shop earns nothing itself', () => {
    expect(rateText({ rebateBps: 1250, ownership: 'self-operated' })).toBe(
      '每 100 元让利 12.5 元，您得 12.5 积分',
    );
  });

  test('a later rate is told with its day in China', () => {
    const from = Date.parse('2026-12-01T00:00:00+08:00');
    expect(nextRateText({ rebateBps: 500, from })).toBe('12 月 1 日起改为每 100 元让利 5 元');
  });

  test.each([
    [6600, 1250, '8.25'],
    [1999, 333, '0.66'],
    [0, 2000, undefined],
    [9, 1000, undefined],
  ])('a bill of %d fen at %d basis points earns %s', (averageSpendFen, rebateBps, text) => {
    expect(usualPointsText({ averageSpendFen, rebateBps })).toBe(text);
  });
});

test('a visit is told by its day, and by its year when that is long ago', () => {
  expect(visitDayText(NOON - 25 * DAY, NOON)).toBe('10 月 27 日');
  expect(visitDayText(NOON - 400 * DAY, NOON)).toBe('2025 年 10 月 17 日');
});

describe('where a shop is', () => {
  const site = (id: string, city: string, longitude: number, latitude: number) => ({
    ...{ id, city, name: city, position: { longitude, latitude }, places: [] },
  });
  const sites = [site('hz', '杭州', 120.137, 30.28), site('sh', '上海', 121.46, 31.227)];
  const here = { longitude: 120.12, latitude: 30.28 };

  test('a shop of another city says so, with how far it is', () => {
    const shop = { siteId: 'sh', distanceMetres: 165_400 };
    expect(otherCityText(shop, { sites, here })).toBe(
      '这家店在上海，离您 165.4 km。您的积分和券在那里一样用。',
    );
  });

  test.each([
    ['of my city', { siteId: 'hz' }, here],
    ['while nobody knows where I am', { siteId: 'sh' }, null],
    ['of a site that is not open', { siteId: 'bj' }, here],
  ])('a shop %s says nothing', (_, shop, mine) => {
    expect(otherCityText(shop, { sites, here: mine })).toBeUndefined();
  });

  test.each([
    [320, '直线 320 m，步行 5 分钟'],
    [8200, '直线 8.2 km'],
    [undefined, '不知道您在哪里，只标出这家店'],
  ])('%p metres read %s', (distanceMetres, text) => {
    expect(wayText(distanceMetres === undefined ? {} : { distanceMetres })).toBe(text);
  });
});

describe('a shop that takes no payments', () => {
  test('tells what happens to coupons and points', () => {
    expect(standingText({ state: 'active' })).toBeUndefined();
    expect(standingText({ state: 'closed' })).toContain('暂停收款');
    expect(standingText({ state: 'left' })).toContain('以前的订单和积分不变');
  });
});

test('a shared shop names the shop and its points, and not where I am', () => {
  expect(shareTitle({ name: '青禾鲜果', rebateBps: 2000 })).toBe(
    '青禾鲜果：扫码买单，每 100 元得 20 积分',
  );
});

describe('which of my coupons a shop takes', () => {
  const shop = { id: 'm-1', category: 'fruit', siteId: 'hz', state: 'active' } as const;
  const at = { now: NOON, cityOf: (siteId: string) => (siteId === 'sh' ? '上海' : undefined) };
  const thisShop = { id: 'm-1', code: 'fruit001', name: '青禾鲜果' };
  const otherShop = { id: 'm-2', code: 'noodle01', name: '楼下饺子铺' };
  const lot = (id: string, different: Partial<LotView> = {}): LotView =>
    aLotView({
      ...{ id, balanceFen: 300, startsAt: NOON - DAY, expiresAt: NOON + DAY },
      ...different,
    });

  test('what is left of all usable ones is added up', () => {
    const { usable, usableFen } = lotsHere([lot('a'), lot('b', { balanceFen: 45 })], shop, at);
    expect(usable.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(usableFen).toBe(345);
  });

  test('an offer is usable, and no part of the sum: what it takes off depends on the bill', () => {
    const offer = lot('b', { benefit: { kind: 'money-off', offFen: 2000 }, minSpendFen: 10_000 });
    const { usable, usableFen } = lotsHere([lot('a'), offer], shop, at);
    expect(usable.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(usableFen).toBe(300);
  });

  test('a coupon of certain hours is refused outside of them, with its hours', () => {
    const windows = [{ weekdays: [1, 2, 3, 4, 5], fromMinute: 840, untilMinute: 1020 }];
    // A Saturday.
    expect(lotsHere([lot('a', { windows })], shop, at).refused.map(({ why }) => why)).toEqual([
      '周一至周五 14:00-17:00',
    ]);
    const saturdays = [{ weekdays: [6], fromMinute: 720, untilMinute: 721 }];
    expect(lotsHere([lot('a', { windows: saturdays })], shop, at).usable).toHaveLength(1);
  });

  test.each([
    [{ kind: 'merchants', merchants: [otherShop] }, '限楼下饺子铺'],
    [{ kind: 'category', category: 'hotpot' }, '限火锅店'],
    [{ kind: 'site', siteId: 'sh' }, '限上海'],
  ] as const)('a coupon for %j is refused: %s', (scope, why) => {
    const { refused, usableFen } = lotsHere([lot('a', { scope })], shop, at);
    expect(refused).toEqual([{ lot: lot('a', { scope }), why }]);
    expect(usableFen).toBe(0);
  });

  test.each([
    { kind: 'merchants', merchants: [otherShop, thisShop] },
    { kind: 'category', category: 'fruit' },
    { kind: 'site', siteId: 'hz' },
  ] as const)('a coupon for %j is taken', (scope) => {
    expect(lotsHere([lot('a', { scope })], shop, at).usable).toHaveLength(1);
  });

  test('a coupon that has just come is usable on a phone whose clock is slow', () => {
    const justCome = lot('a', { startsAt: NOON + 60_000 });
    expect(lotsHere([justCome], shop, at).usable).toEqual([justCome]);
  });

  test('a coupon of later is told with its first day, one that is over or spent is not told', () => {
    const later = lot('later', { startsAt: NOON + 3 * DAY, expiresAt: NOON + 9 * DAY });
    const over = lot('over', { expiresAt: NOON });
    const spent = lot('spent', { balanceFen: 0 });
    expect(lotsHere([later, over, spent], shop, at)).toEqual({
      ...{ usable: [], usableFen: 0 },
      refused: [{ lot: later, why: '11 月 24 日起可用' }],
    });
  });
});
