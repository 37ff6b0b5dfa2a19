import { usableFen } from '../../miniprogram/features/merchants/usable-coupons';
import type { LotView } from '../../src/contracts/values';
import { aCard } from '../support/merchant-card';
import { aLotView } from '../support/views';

const NOW = 1_000_000;

const aLot = (different: Partial<LotView>): LotView =>
  aLotView({ expiresAt: NOW + 1, ...different });
const named = (id: string) => ({ id, code: 'fruit001', name: id });
const shop = aCard({ id: 'm-1', category: 'fruit', siteId: 'hangzhou' });

describe('券最多抵', () => {
  test('adds up the balances of all lots that the shop takes', () => {
    const lots = [aLot({ balanceFen: 120 }), aLot({ balanceFen: 30 })];
    expect(usableFen(lots, shop, NOW)).toBe(150);
  });

  test.each<[LotView['scope'], number]>([
    [{ kind: 'alliance' }, 1000],
    [{ kind: 'merchants', merchants: [named('m-2'), named('m-1')] }, 1000],
    [{ kind: 'merchants', merchants: [named('m-2')] }, 0],
    [{ kind: 'category', category: 'fruit' }, 1000],
    [{ kind: 'category', category: 'hotpot' }, 0],
    [{ kind: 'site', siteId: 'hangzhou' }, 1000],
    [{ kind: 'site', siteId: 'shanghai' }, 0],
  ])('a lot for %j gives this shop %d fen', (scope, usable) => {
    expect(usableFen([aLot({ scope })], shop, NOW)).toBe(usable);
  });

  test('counts a lot from its start, by a clock that may be slow, to the instant before its end', () => {
    const slowest = 15 * 60_000;
    expect(usableFen([aLot({ startsAt: NOW + slowest })], shop, NOW)).toBe(1000);
    expect(usableFen([aLot({ startsAt: NOW + slowest + 1 })], shop, NOW)).toBe(0);
    expect(usableFen([aLot({ expiresAt: NOW + 1 })], shop, NOW)).toBe(1000);
    expect(usableFen([aLot({ expiresAt: NOW })], shop, NOW)).toBe(0);
  });

  test('counts a lot of certain hours within them, and not outside', () => {
    // 1970-01-01 is a Thursday, and NOW a quarter past eight in China.
    const hours = { fromMinute: 480, untilMinute: 540 };
    const onDay = (weekday: number) => [aLot({ windows: [{ weekdays: [weekday], ...hours }] })];
    expect(usableFen(onDay(4), shop, NOW)).toBe(1000);
    expect(usableFen(onDay(5), shop, NOW)).toBe(0);
  });

  test('leaves offers out: what they take off depends on the bill', () => {
    const offer = aLot({ benefit: { kind: 'money-off', offFen: 500 }, minSpendFen: 2000 });
    expect(usableFen([offer], shop, NOW)).toBe(0);
  });

  test.each(['closed', 'left'] as const)('is nothing at a shop that is %s', (state) => {
    expect(usableFen([aLot({})], { ...shop, state }, NOW)).toBe(0);
  });
});
