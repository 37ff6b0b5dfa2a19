// The open ledger's figures: folded in any way they are those of orders and journal, and add up.
import fc from 'fast-check';
import { NO_FUND } from '../../src/domain/figures/fund-figures';
import {
  addFigures,
  EMPTY_FIGURES,
  foldFigures,
  NO_FIGURES,
  wholeFigures,
  type FiguresState,
} from '../../src/domain/figures/site-figures';
import { balancesAt, type Balances } from '../../src/domain/journal/balances';
import { fen, shareOf, subtract, totalFen } from '../../src/domain/money/amounts';
import { standingPoints } from '../../src/domain/orders/standing';
import type { Pass } from '../../src/domain/pool/fold';
import { DAY, SECOND } from '../../src/domain/time';
import { finish, generous, people, shops, step, take } from '../support/alliance-steps';
import { LedgerWorld } from '../support/ledger-world';
import { naiveFigures } from '../support/naive-alliance';

const EVER = Number.MAX_SAFE_INTEGER;
const history = fc.array(step, { minLength: 5, maxLength: 60 });
const rates = fc.constantFrom({}, generous);
const days = fc.constantFrom(0, 7);
/** Pages: which pass, and how many entries. */
const pages = fc.array(
  fc.tuple(fc.constantFrom<Pass>('at', 'effectiveAt'), fc.integer({ min: 1, max: 7 })),
  { maxLength: 30 },
);

function journalBy({ journal }: LedgerWorld, pass: Pass, upTo = EVER) {
  return journal
    .filter((entry) => entry[pass] <= upTo)
    .sort((a, b) => a[pass] - b[pass] || (a.id < b.id ? -1 : 1));
}

/** Reads both passes up to an instant, in the given pages first and then the rest at once. */
function figuresAt(
  world: LedgerWorld,
  { upTo = EVER, read = [] }: { upTo?: number; read?: readonly (readonly [Pass, number])[] } = {},
): FiguresState {
  const left = {
    at: journalBy(world, 'at', upTo),
    effectiveAt: journalBy(world, 'effectiveAt', upTo),
  };
  let state = EMPTY_FIGURES;
  for (const [pass, size] of read) {
    state = foldFigures(state, { pass, entries: left[pass].splice(0, size) });
  }
  state = foldFigures(state, { pass: 'effectiveAt', entries: left.effectiveAt });
  return foldFigures(state, { pass: 'at', entries: left.at });
}

function sumOf(balances: Balances, prefix: string): bigint {
  return [...balances].reduce(
    (sum, [name, balance]) => (name.startsWith(prefix) ? sum + balance : sum),
    0n,
  );
}

/** Coupons of a family that are in wallets and orders. */
function couponsOut(balances: Balances, family: string): number {
  return Number(sumOf(balances, family) - (balances.get(`${family}issued`) ?? 0n));
}

/** fundFen − couponFen = free + committed + advance − owed: what came in is there or was spent. */
function expectToAddUp(state: FiguresState): void {
  const { fundFen, couponFen } = wholeFigures(state);
  const { freeFen, committedFen, advanceFen, owedFen } = state.fund;
  expect(fundFen - couponFen).toBe(freeFen + committedFen + advanceFen - owedFen);
}

/** The fund's figures of an instant are balances of the journal, and none is below 0. */
function expectFund(world: LedgerWorld): void {
  const state = figuresAt(world, { upTo: world.now });
  const balances = balancesAt(world.journal, world.now);
  const pool = world.poolNow();
  expect(state.fund).toEqual({
    pendingFen: Number(balances.get('fund/pending') ?? 0n),
    freeFen: Number(balances.get('fund/dividend/free') ?? 0n),
    committedFen: Number(balances.get('fund/dividend/committed') ?? 0n),
    advanceFen: Number(balances.get('fund/dividend/advance') ?? 0n),
    couponsFen: couponsOut(balances, 'coupons/'),
    fanFreeFen: Number(balances.get('fund/fan/free') ?? 0n),
    fanCommittedFen: Number(balances.get('fund/fan/committed') ?? 0n),
    fanCouponsFen: couponsOut(balances, 'fan-coupons/'),
    activityFen: Number(sumOf(balances, 'fund/activity/')),
    activityCouponsFen: couponsOut(balances, 'activity-coupons/'),
    shopCouponsFen: couponsOut(balances, 'shop-coupons/'),
    uncollectedFen: totalFen(pool.uncollected.map(({ amountFen }) => amountFen)),
    owedFen: Number(-sumOf(balances, 'owed/')),
    periods: world.dividends.length,
  });
  for (const amount of Object.values(state.fund)) expect(amount).toBeGreaterThanOrEqual(0);
  expectToAddUp(state);
}

test('at every instant the fund’s figures are the journal’s, none is below 0, and they add up', () => {
  fc.assert(
    fc.property(history, days, rates, (steps, maturityDays, changed) => {
      const world = new LedgerWorld({ maturityDays, ...changed });
      for (const it of steps) {
        take(world, it);
        expectFund(world);
      }
      finish(world);
      expectFund(world);
    }),
    { numRuns: 50 },
  );
});

test('pages of any size, and passes in any order, give the same, and add up on the way', () => {
  fc.assert(
    fc.property(history, days, pages, (steps, maturityDays, read) => {
      const world = new LedgerWorld({ maturityDays });
      for (const it of steps) take(world, it);
      finish(world);
      const atOnce = figuresAt(world);
      expect(figuresAt(world, { read })).toEqual(atOnce);
      read.forEach((_, count) => {
        const upTo = journalBy(world, 'at')[count * 3]?.at ?? EVER;
        expectToAddUp(figuresAt(world, { upTo, read: read.slice(0, count) }));
      });
    }),
    { numRuns: 30 },
  );
});

test('in the end each site’s figures are those of its orders', () => {
  fc.assert(
    fc.property(history, days, rates, (steps, maturityDays, changed) => {
      const world = new LedgerWorld({ maturityDays, ...changed });
      for (const it of steps) take(world, it);
      world.advance(10 * DAY);
      finish(world);
      const state = figuresAt(world);
      const balances = balancesAt(world.journal, EVER);
      const owedTo = (shop: string): bigint => balances.get(`payable/merchant/${shop}`) ?? 0n;
      const paid = world.orders.filter(({ paidAt }) => paidAt !== undefined);
      for (const site of new Set(shops.map(({ siteId = 'hangzhou' }) => siteId))) {
        const orders = paid.filter(({ merchant }) => merchant.siteId === site);
        const naive = naiveFigures(
          orders.map(({ bill, refundedFen, merchant, shares }) => {
            const amountFen = subtract(bill.amountFen, refundedFen);
            const rebateFen = shareOf(amountFen, bill.rebateBps);
            const { fund: _fund, ...paid } = shares;
            const stands = Object.values(paid).map(
              (share) => (BigInt(share) * BigInt(amountFen)) / BigInt(bill.amountFen),
            );
            return {
              amount: BigInt(bill.amountFen),
              refunded: BigInt(refundedFen),
              coupon: BigInt(bill.couponFen),
              rateBps: BigInt(bill.rebateBps),
              shop: merchant.id,
              fund: stands.reduce((rest, share) => rest - share, BigInt(rebateFen)),
            };
          }),
          owedTo,
        );
        const { points: _points, ...figures } = state.sites[site] ?? NO_FIGURES;
        expect(figures).toEqual({
          orders: naive.orders,
          salesFen: Number(naive.sales),
          otherCouponFen: 0,
          rebateFen: Number(naive.rebate),
          fundFen: Number(naive.fund),
          couponFen: Number(naive.coupon),
        });
      }
      expect(wholeFigures(state).points).toBe(Number(-(balances.get('points/issued') ?? 0n)));
    }),
    { numRuns: 50 },
  );
});

test('where nobody leaves, a site’s points are those that stand of its orders, of both sides', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const world = new LedgerWorld();
      for (const it of steps) if (it.do !== 'leave') take(world, it);
      finish(world);
      const { sites } = figuresAt(world);
      for (const site of ['hangzhou', 'shanghai']) {
        const points = world.orders
          .filter(
            ({ merchant, effectiveAt }) => merchant.siteId === site && effectiveAt !== undefined,
          )
          .reduce((sum, order) => {
            const merchantAsPayer = {
              ...order,
              bill: { ...order.bill, payerPoints: order.bill.merchantPoints },
            };
            return sum + standingPoints(order) + standingPoints(merchantAsPayer);
          }, 0);
        expect((sites[site] ?? NO_FIGURES).points).toBe(points);
      }
    }),
    { numRuns: 40 },
  );
});

describe('one bill of 1000.00 at 20 %', () => {
  const noodles = { id: 'm-noodles', rateBps: 2000 };

  test('counts at once as sale, order and rebate; its points and its share when they mature', () => {
    const world = new LedgerWorld({ maturityDays: 7 });
    world.pay({ payer: 'u-lin', shop: noodles, amountFen: 1000_00 });
    const before = figuresAt(world, { upTo: world.now });
    expect(before.sites).toEqual({
      hangzhou: { ...NO_FIGURES, orders: 1, salesFen: 1000_00, rebateFen: 200_00 },
    });
    expect(before.fund).toEqual({ ...NO_FUND, pendingFen: 200_00 });
    const after = figuresAt(world, { upTo: world.now + 7 * DAY });
    expect(after.sites['hangzhou']).toMatchObject({ fundFen: 182_00, points: 400_00 });
    expect(after.fund).toEqual({ ...NO_FUND, freeFen: 182_00 });
  });

  test('is as if it had never been once it is refunded, except that it was an order', () => {
    for (const maturityDays of [0, 7]) {
      const world = new LedgerWorld({ maturityDays });
      const order = world.pay({ payer: 'u-lin', shop: noodles, amountFen: 1000_00 });
      world.advance(SECOND);
      world.refund(order.id, 1000_00);
      const { sites, fund } = figuresAt(world);
      expect(sites).toEqual({ hangzhou: { ...NO_FIGURES, orders: 1 } });
      // Where it had matured the fund owes its share until the pool has paid it.
      expect(fund.freeFen - fund.owedFen).toBe(0);
    }
  });

  test('stays in its site’s points when its payer leaves; the whole alliance has them no more', () => {
    const world = new LedgerWorld();
    world.pay({ payer: 'u-lin', shop: noodles, amountFen: 1000_00 });
    world.advance(SECOND);
    expect(world.leave('u-lin')).toBe(true);
    const state = figuresAt(world);
    expect(state.sites['hangzhou']?.points).toBe(400_00);
    expect(wholeFigures(state).points).toBe(200_00);
  });
});

test('cover that nobody collected waits until its coupons would have ended, and is free again', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-lin', shop: { id: 'm', rateBps: 2000 }, amountFen: 1000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  expect(figuresAt(world).fund).toMatchObject({
    periods: 1,
    uncollectedFen: 2_00,
    freeFen: 180_00,
  });
  world.settlePerson('u-lin');
  expect(figuresAt(world).fund).toMatchObject({ uncollectedFen: 1_00, couponsFen: 1_00 });
  world.advance(400 * DAY);
  world.runTimer();
  expect(figuresAt(world).fund).toMatchObject({ uncollectedFen: 0, committedFen: 1_00 });
});

test('an entry that was read before is refused', () => {
  const world = new LedgerWorld();
  world.pay({ payer: people[0] ?? '', shop: { id: 'm', rateBps: 300 }, amountFen: 100_00 });
  const entries = journalBy(world, 'at');
  const state = foldFigures(EMPTY_FIGURES, { pass: 'at', entries });
  expect(() => foldFigures(state, { pass: 'at', entries })).toThrow('was read before');
});

test('figures are added field by field', () => {
  const one = {
    ...NO_FIGURES,
    orders: 1,
    salesFen: fen(2),
    rebateFen: fen(3),
    fundFen: fen(4),
    couponFen: fen(5),
    otherCouponFen: fen(7),
  };
  expect(addFigures(one, one)).toEqual({
    ...{ orders: 2, salesFen: 4, rebateFen: 6, fundFen: 8, couponFen: 10, otherCouponFen: 14 },
    points: 0,
  });
});
