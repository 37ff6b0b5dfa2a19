import {
  distanceText,
  earningText,
  hoursText,
  takesPayments,
  tradingAt,
  tradingText,
  walkingText,
} from '../../miniprogram/features/merchants/merchant-facts';

/** An instant by China's clock. */
const at = (clock: string): number => Date.parse(`2026-03-05T${clock}:00+08:00`);
const DAYTIME = { opensMinute: 7 * 60, closesMinute: 22 * 60 };
const NIGHT = { opensMinute: 17 * 60, closesMinute: 26 * 60 };
const ALL_DAY = { opensMinute: 0, closesMinute: 1440 };

describe('how far a shop is', () => {
  test.each([
    [4, '0 m'],
    [143, '140 m'],
    [994, '990 m'],
    [1000, '1.0 km'],
    [2849, '2.8 km'],
  ])('%d metres read %s', (metres, text) => {
    expect(distanceText(metres)).toBe(text);
  });

  test.each([
    [10, '步行 1 分钟'],
    [300, '步行 5 分钟'],
    [3000, '步行 50 分钟'],
  ])('%d metres are walked: %s', (metres, text) => {
    expect(walkingText(metres)).toBe(text);
  });

  test('nobody walks farther than three kilometres', () => {
    expect(walkingText(3001)).toBeUndefined();
  });
});

describe('whether a shop trades', () => {
  const shop = (openingHours: typeof DAYTIME) => ({ state: 'active' as const, openingHours });

  test.each([
    ['06:59', '休息中 · 07:00 开门'],
    ['07:00', '营业中'],
    ['21:59', '营业中'],
    ['22:00', '休息中 · 07:00 开门'],
  ])('a daytime shop at %s: %s', (clock, text) => {
    expect(tradingText(tradingAt(shop(DAYTIME), at(clock)))).toBe(text);
  });

  test.each([
    ['16:59', false],
    ['17:00', true],
    ['01:59', true],
    ['02:00', false],
  ])('a shop that closes after midnight takes payments at %s: %p', (clock, isOpen) => {
    expect(takesPayments(tradingAt(shop(NIGHT), at(clock)))).toBe(isOpen);
  });

  test('a shop that never closes says so', () => {
    expect(tradingText(tradingAt(shop(ALL_DAY), at('03:00')))).toBe('24 小时营业');
  });

  test.each([
    ['closed', '暂停收款'],
    ['left', '已退出联盟'],
  ] as const)('a shop that is %s is not open at any hour', (state, text) => {
    const trading = tradingAt({ state, openingHours: ALL_DAY }, at('12:00'));
    expect(tradingText(trading)).toBe(text);
    expect(takesPayments(trading)).toBe(false);
  });
});

describe('opening hours and rates in words', () => {
  test.each([
    [DAYTIME, '07:00-22:00'],
    [NIGHT, '17:00-次日 02:00'],
    [{ opensMinute: 600, closesMinute: 1440 }, '10:00-24:00'],
    [ALL_DAY, '全天'],
  ])('%j reads %s', (hours, text) => {
    expect(hoursText(hours)).toBe(text);
  });

  test.each([
    [300, '每 100 元得 3 积分'],
    [1250, '每 100 元得 12.5 积分'],
    [2000, '每 100 元得 20 积分'],
  ])('%d basis points: %s', (bps, text) => {
    expect(earningText(bps)).toBe(text);
  });
});
