import { planHistory } from '../../demo/history';
import { DEMO_MERCHANTS } from '../../demo/merchants';
import { refundedPoints, standAfter } from '../../demo/next-period';
import {
  DEMO_PEOPLE,
  HABITS,
  NOODLE_SHOP_ID,
  NOODLE_SHOP_OWNER,
  demoPeopleFile,
} from '../../demo/people';
import { DEMO_SITES } from '../../demo/sites';
import type { Merchant } from '../../src/domain/merchants/merchant';
import { DAY, HOUR, minuteOfDay } from '../../src/domain/time';
import { accountOf } from '../../src/wxcloud/identity';

const SATURDAY_NOON = Date.UTC(2026, 10, 21, 4);
/** One in the morning in China: yesterday's evening is barely over. */
const AT_NIGHT = Date.UTC(2026, 10, 20, 17);
const plan = planHistory(SATURDAY_NOON);

function shopOf({ merchantId }: { merchantId: string }): Merchant {
  const shop = DEMO_MERCHANTS.find(({ id }) => id === merchantId);
  if (shop === undefined) throw new Error(`no shop ${merchantId}`);
  return shop;
}

describe('people', () => {
  it('are six, with their own openids, one of whom has bought nothing', () => {
    expect(new Set(DEMO_PEOPLE.map(({ openid }) => openid)).size).toBe(6);
    const buyers = new Set(plan.map(({ openid }) => openid));
    const newcomers = DEMO_PEOPLE.filter(({ openid }) => !buyers.has(openid));
    expect(newcomers.map(({ openid }) => openid)).toEqual(['demo-zhou']);
  });

  it('go to shops that exist, in their own city', () => {
    for (const { favourites, siteId } of HABITS) {
      for (const merchantId of favourites) expect(shopOf({ merchantId }).siteId).toBe(siteId);
    }
  });

  it('include the owner of a shop, by the account that the openid has', () => {
    expect(NOODLE_SHOP_OWNER).toBe(accountOf('demo-chen'));
    expect(shopOf({ merchantId: NOODLE_SHOP_ID }).staff).toEqual([NOODLE_SHOP_OWNER]);
  });

  it('and all places of all sites stand in the picker’s file', () => {
    const { people, places } = demoPeopleFile();
    expect(people[0]).toEqual({ openid: 'demo-lin', name: '林晓', note: '翠苑住户，常客，券多' });
    expect(places).toHaveLength(DEMO_SITES.flatMap((site) => site.places).length);
    expect(places[0]).toEqual({
      id: 'hz-cuiyuan',
      name: '翠苑新村',
      city: '杭州',
      longitude: 120.1226,
      latitude: 30.2838,
    });
  });
});

describe('the history', () => {
  it('is the same for the same moment, and the same purchases for another', () => {
    expect(planHistory(SATURDAY_NOON)).toEqual(plan);
    const bills = (now: number) =>
      planHistory(now)
        .map(({ openid, merchantId, amountFen }) => `${openid} ${merchantId} ${amountFen}`)
        .sort();
    expect(bills(AT_NIGHT)).toEqual(bills(SATURDAY_NOON));
  });

  it.each([SATURDAY_NOON, AT_NIGHT])('lies within the 45 days before %d', (now) => {
    const moments = planHistory(now).map(({ at }) => at);
    expect(Math.min(...moments)).toBeGreaterThan(now - 46 * DAY);
    expect(Math.max(...moments)).toBeLessThan(now - HOUR);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });

  it('has about 250 purchases of five people and forty others', () => {
    expect(plan.length).toBeGreaterThan(235);
    expect(plan.length).toBeLessThan(265);
    expect(new Set(plan.map(({ openid }) => openid)).size).toBe(45);
  });

  it('happens only in shops that trade, while they are open', () => {
    for (const purchase of plan) {
      const { state, name, openingHours } = shopOf(purchase);
      expect(state).toBe('active');
      const { opensMinute, closesMinute } = openingHours;
      const minute = minuteOfDay(purchase.at);
      const isOpen = [minute, minute + 1440].some(
        (each) => each >= opensMinute && each <= closesMinute,
      );
      expect({ name, minute, isOpen }).toEqual({ name, minute, isOpen: true });
    }
  });

  it('has bills around what is usual: half of them below, none above twice of it', () => {
    const shares = plan
      .slice(0, -1)
      .map((purchase) => purchase.amountFen / shopOf(purchase).averageSpendFen)
      .sort((a, b) => a - b);
    expect(shares[Math.floor(shares.length / 2)]).toBeCloseTo(1, 0);
    expect(shares[0]).toBeGreaterThan(0.45);
    expect(shares.at(-1)).toBeLessThan(2.1);
  });

  it('passes 8 to 15 thresholds and ends 4.00 points below the next', () => {
    const { periods, points, threshold } = standAfter(plan);
    expect(periods).toBeGreaterThanOrEqual(8);
    expect(periods).toBeLessThanOrEqual(15);
    // Payer and shop earn the same, so an odd centipoint can stay.
    expect([400, 401]).toContain(threshold - points + refundedPoints(plan));
  });

  it('counts the points of payer and shop, but not of a shop of our own', () => {
    const bill = { at: 0, openid: 'x', couponShare: 0, amountFen: 100_000 };
    const points = (id: string) => standAfter([{ ...bill, merchantId: id }]).points;
    expect(points('m-hz-011')).toBe(40_000);
    expect(points('m-hz-022')).toBe(7_000);
    expect(standAfter([{ ...bill, merchantId: 'm-hz-011' }])).toEqual({
      points: 40_000,
      periods: 1,
      threshold: 46_000,
    });
  });
});
