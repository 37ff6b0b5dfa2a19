// Random histories of a small alliance, with people who leave and come back.
// After every step the coupons are covered; in the end everything equals the naive model.
import fc from 'fast-check';
import { balancesAt } from '../../src/domain/journal/balances';
import { ppb, centipoints } from '../../src/domain/money/amounts';
import { spareCover } from '../../src/domain/pool/fold';
import type { Account } from '../../src/domain/accounts/account';
import { hasLeftSince } from '../../src/domain/accounts/leave';
import { DAY, SECOND } from '../../src/domain/time';
import { finish, generous, people, shop, shops, step, take, who } from '../support/alliance-steps';
import { LedgerWorld, type Shop } from '../support/ledger-world';
import { naivePeriods, naiveReleases, type NaiveEarning } from '../support/naive-alliance';

function expectCovered(world: LedgerWorld): void {
  const pool = world.poolNow();
  expect(pool.balances.freeFen).toBeGreaterThanOrEqual(0);
  expect(spareCover(pool)).toBeGreaterThanOrEqual(0);
  const coupons = [...world.accounts.values(), ...world.merchants.values()].flatMap((a) => [
    a.heldFen,
    ...a.lots.flatMap(({ fundedBy, balanceFen }) => (fundedBy === 'dividend' ? [balanceFen] : [])),
  ]);
  expect(pool.balances.couponsFen).toBe(coupons.reduce((sum, each) => sum + each, 0));
  expect(coupons.every((each) => each >= 0)).toBe(true);
}

/** Everything earned and not refunded, from orders alone; who left gave up what was paid before. */
function standingEarnings(world: LedgerWorld): NaiveEarning[] {
  return world.orders.flatMap((order) => {
    const { bill, refundedFen, effectiveAt, payer, merchant } = order;
    const isGivenUp = hasLeftSince(world.account(payer), order);
    if (effectiveAt === undefined) return [];
    const left = BigInt(bill.amountFen - refundedFen);
    const points = (left * BigInt(bill.rebateBps)) / 10_000n;
    const earning = { points, effectiveAt };
    return [
      ...(bill.payerPoints > 0 && !isGivenUp ? [{ ...earning, account: payer }] : []),
      ...(bill.merchantPoints > 0 ? [{ ...earning, account: merchant.id }] : []),
    ];
  });
}

function expectNaive(world: LedgerWorld): void {
  const earnings = standingEarnings(world);
  const periods = world.dividends.map(({ cut, rate }) => ({ cut, rate: BigInt(rate) }));
  for (const account of [...world.accounts.values(), ...world.merchants.values()]) {
    const cap = BigInt(world.policy.capMultiple);
    const naive = naiveReleases(account.id, { earnings, periods, cap });
    const given = new Map(account.history.map((h) => [h.period, BigInt(h.amountFen)]));
    expect(naive.map((_, index) => given.get(index + 1) ?? 0n)).toEqual(naive);
    expect(BigInt(account.receivedFen)).toBe(naive.reduce((sum, each) => sum + each, 0n));
  }
}

function expectJournal(world: LedgerWorld): void {
  const balances = balancesAt(world.journal, Number.MAX_SAFE_INTEGER);
  expect([...balances.values()].reduce((sum, each) => sum + each, 0n)).toBe(0n);
  for (const account of [...world.accounts.values(), ...world.merchants.values()]) {
    expect(balances.get(`offset/${account.id}`) ?? 0n).toBe(BigInt(0 - account.offsetFen));
    const points = account.maturing.reduce((sum, m) => sum + m.points, Number(account.points));
    if (account.id.startsWith('u-')) {
      expect(balances.get(`points/${account.id}`) ?? 0n).toBe(BigInt(points));
    }
  }
}

test('coupons are covered after every step, and the end equals the naive model', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 5, maxLength: 60 }),
      fc.constantFrom(0, 7),
      fc.constantFrom({}, generous),
      fc.constantFrom(1, 3, 1000),
      (steps, maturityDays, rates, merchantPage) => {
        const world = new LedgerWorld({ maturityDays, ...rates }, merchantPage);
        for (const it of steps) {
          take(world, it);
          expectCovered(world);
        }
        finish(world);
        expectCovered(world);
        expectNaive(world);
        expectJournal(world);
      },
    ),
    { numRuns: 300 },
  );
});

test('settling often gives the same as settling once, to the fen', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(who, shop, fc.integer({ min: 1000, max: 5_000_000 }), fc.nat(20 * SECOND)),
        { minLength: 3, maxLength: 30 },
      ),
      (bills) => {
        const often = new LedgerWorld();
        const seldom = new LedgerWorld();
        for (const [payer, at, amountFen, pause] of bills) {
          for (const world of [often, seldom]) {
            world.pay({
              payer: people[payer] ?? '',
              shop: shops[at] ?? { id: '', rateBps: 300 },
              amountFen,
            });
            world.advance(pause);
            world.runTimer();
          }
          for (const id of people) often.settlePerson(id);
          for (const { id } of shops) often.settleShop(id);
        }
        // A fan reward is a coupon from the night on which it is given; all else is of its period.
        const gained = ({ receivedFen, lots }: Account): unknown => [
          receivedFen,
          lots.map((lot) => (lot.source === 'fan' ? [lot.id, lot.balanceFen] : lot)),
        ];
        const received = (world: LedgerWorld): unknown[] => [
          ...people.map((id) => gained(world.settlePerson(id))),
          ...shops.map(({ id }) => gained(world.settleShop(id))),
        ];
        expect(received(often)).toEqual(received(seldom));
      },
    ),
    { numRuns: 100 },
  );
});

test('every dividend is what the naive model declares from the points and the fund at its cut', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 50 }), (steps) => {
      const world = new LedgerWorld({ periodsPerRun: 3 });
      const { rateTable, minRate } = world.policy;
      const table = (period: number): bigint => {
        const rate = Number(rateTable.first) + (period - 1) * Number(rateTable.step);
        return BigInt(Math.min(rate, rateTable.ceiling));
      };
      for (const it of steps) {
        const before = world.pool;
        const declaredBefore = world.dividends.length;
        const entriesBefore = world.journal.length;
        take(world, it);
        if (it.do !== 'timer' || world.pool.cursor === before.cursor) continue;
        const known = world.journal.slice(0, entriesBefore);
        const balances = balancesAt(known, world.pool.cursor);
        const own = known.filter(
          (e) => /^(dividend|owed)/.test(e.kind) && e.at > world.pool.cursor,
        );
        const late = balancesAt(own, Number.MAX_SAFE_INTEGER);
        const paidNow = world.journal
          .slice(entriesBefore)
          .filter(({ kind }) => kind !== 'dividend')
          .flatMap(({ moves }) => moves);
        let free =
          (balances.get('fund/dividend/free') ?? 0n) + (late.get('fund/dividend/free') ?? 0n);
        for (const { from, to, amount: fenMoved } of paidNow) {
          if (to === 'fund/dividend/free') free += BigInt(fenMoved);
          if (from === 'fund/dividend/free') free -= BigInt(fenMoved);
        }
        const naive = naivePeriods({
          points: -(balances.get('points/issued') ?? 0n),
          free,
          last: { period: before.period, threshold: BigInt(before.nextThreshold) },
          table,
          minRate: BigInt(minRate),
          most: 3,
        });
        const declared = world.dividends.slice(declaredBefore);
        expect(
          declared.map((d) => ({
            period: d.period,
            rate: BigInt(d.rate),
            issued: BigInt(d.issuedFen),
          })),
        ).toEqual(naive);
      }
    }),
    { numRuns: 150 },
  );
});

test('one huge bill crosses many thresholds; a run declares a set number, the next runs the rest', () => {
  const world = new LedgerWorld({ periodsPerRun: 5 });
  world.pay({ payer: 'u-0', shop: { id: 'm-high', rateBps: 2000 }, amountFen: 100_000_00 });
  world.advance(3 * SECOND);
  const counts: number[] = [];
  for (let periods = world.runTimer(); periods.length > 0; periods = world.runTimer()) {
    counts.push(periods.length);
    world.advance(SECOND);
  }
  expect(counts.slice(0, 2)).toEqual([5, 5]);
  expect(world.dividends.length).toBeGreaterThan(20);
  expect(world.pool.nextThreshold).toBeGreaterThan(40_000_00);
  expectCovered(world);
});

test('a period waits while the fund covers less than the smallest rate, and then runs', () => {
  const world = new LedgerWorld({ minRate: ppb(4_000_000), firstThreshold: centipoints(400_00) });
  const rich: Shop = { id: 'm-high', rateBps: 2000 };
  world.pay({ payer: 'u-0', shop: rich, amountFen: 1000_00 });
  const order = world.pay({ payer: 'u-1', shop: rich, amountFen: 1_000_000_00 });
  world.advance(3 * SECOND);
  while (world.runTimer().length > 0) world.advance(SECOND);
  const before = world.pool.period;
  for (const id of people) world.settlePerson(id);
  world.pay({ payer: 'u-1', shop: rich, amountFen: 1_000_000_00, useCoupons: true });
  world.refund(order.id, order.bill.amountFen);
  world.advance(3 * SECOND);
  while (world.runTimer().length > 0) world.advance(SECOND);
  expectCovered(world);
  expect(world.pool.owed.length).toBeLessThanOrEqual(1);
  expect(world.pool.period).toBeGreaterThanOrEqual(before);
});

/** What a shop and its friends have more than before, in cash and in what shops are still paid. */
function gainOf(world: LedgerWorld, { shops, since }: { shops: Shop[]; since: bigint }): bigint {
  const now = balancesAt(world.journal, Number.MAX_SAFE_INTEGER);
  const at = (name: string): bigint => now.get(name) ?? 0n;
  const payable = shops.reduce((sum, { id }) => sum + at(`payable/merchant/${id}`), 0n);
  return payable + at('cash/payers') - since;
}

test('accomplices refund a huge bill that crossed many thresholds, twice, and only they lose', () => {
  const honest: Shop = { id: 'm-honest', rateBps: 1000 };
  const crony: Shop = { id: 'm-crony', rateBps: 2000 };
  const till: Shop = { id: 'm-till', rateBps: 300 };
  let spentFen = 0;
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 70, max: 999 })),
      fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 2 }),
      fc.constantFrom(0, 7),
      fc.constantFrom({}, generous),
      (thousands, percents, maturityDays, rates) => {
        const world = new LedgerWorld({ maturityDays, ...rates });
        const run = (): void => {
          world.advance(maturityDays * DAY + 3 * SECOND);
          while (world.runTimer().length > 0) world.advance(SECOND);
          expectCovered(world);
        };
        for (const payer of people) {
          world.pay({ payer, shop: honest, amountFen: 2000_00 });
        }
        run();
        const own = { shops: [crony, till], since: gainOf(world, { shops: [], since: 0n }) };
        for (const [cycle, thousand] of thousands.entries()) {
          const amountFen = thousand * 1000_00;
          const { id } = world.pay({ payer: 'u-thief', shop: crony, amountFen });
          const before = world.pool.period;
          run();
          expect(world.pool.period).toBeGreaterThan(before);
          const has = world.settlePerson('u-thief').lots.reduce((sum, l) => sum + l.balanceFen, 0);
          const spent = Math.ceil((has * (percents[cycle] ?? 0)) / 100);
          if (spent > 0) {
            world.pay({ payer: 'u-thief', shop: till, amountFen: spent, useCoupons: true });
          }
          spentFen += spent;
          expectCovered(world);
          for (const part of [Math.ceil(amountFen / 3), Math.floor((amountFen * 2) / 3)]) {
            world.refund(id, part);
            expectCovered(world);
          }
          expect(world.refund(id, 1)).toBeUndefined();
          run();
          expect(gainOf(world, own)).toBeLessThanOrEqual(0n);
        }
        for (const id of [...people, 'u-thief']) world.settlePerson(id);
        for (const { id } of [honest, crony, till]) world.settleShop(id);
        expectNaive(world);
        expectJournal(world);
      },
    ),
    { numRuns: 40 },
  );
  expect(spentFen).toBeGreaterThan(0);
});
