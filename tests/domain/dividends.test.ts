// Thresholds, the rate table, the cap and what lapses: the numbers themselves.
import { centipoints, grownBy, ppb } from '../../src/domain/money/amounts';
import { tableRate } from '../../src/domain/pool/dividend';
import { spareCover } from '../../src/domain/pool/fold';
import { DAY, SECOND } from '../../src/domain/time';
import { LedgerWorld, type Shop } from '../support/ledger-world';

const shop: Shop = { id: 'm-shop', rateBps: 2000 };
const balance = (lots: readonly { balanceFen: number }[]): number =>
  lots.reduce((sum, lot) => sum + lot.balanceFen, 0);

test('each threshold is 15 % above the last, rounded up to a centipoint (A7)', () => {
  const thresholds = [40_000];
  for (let n = 1; n < 12; n += 1) {
    thresholds.push(grownBy(centipoints(thresholds[n - 1] ?? 0), 15));
  }
  expect(thresholds).toEqual([
    40_000, 46_000, 52_900, 60_835, 69_961, 80_456, 92_525, 106_404, 122_365, 140_720, 161_828,
    186_103,
  ]);
});

test('thresholds compound exactly where a float would drift', () => {
  let exact = 40_000n;
  let ours = centipoints(40_000);
  for (let n = 0; n < 170; n += 1) {
    exact = (exact * 115n) / 100n + ((exact * 115n) % 100n === 0n ? 0n : 1n);
    ours = grownBy(ours, 15);
    expect(BigInt(ours)).toBe(exact);
  }
});

test('the rate starts at 0.5 %, never falls, and stops at its ceiling (A9)', () => {
  const table = { first: ppb(5_000_000), step: ppb(250_000), ceiling: ppb(5_600_000) };
  expect([1, 2, 3, 4, 90].map((n) => Number(tableRate(table, n)))).toEqual([
    5_000_000, 5_250_000, 5_500_000, 5_600_000, 5_600_000,
  ]);
});

test('an account never receives more than 5 × its points (A10), and the rest returns to the fund', () => {
  const world = new LedgerWorld({
    rateTable: { first: ppb(900_000_000), step: ppb(0), ceiling: ppb(900_000_000) },
    minRate: ppb(1),
  });
  world.pay({ payer: 'u-early', shop, amountFen: 1000_00 });
  let bill = 1000_00;
  while (world.pool.period < 110 && bill < 1e14) {
    bill = Math.ceil(bill * 1.15);
    world.pay({ payer: 'u-late', shop: { ...shop, id: 'm-other' }, amountFen: bill });
    world.advance(3 * SECOND);
    world.runTimer();
    world.settlePerson('u-early');
  }
  const early = world.settlePerson('u-early');
  expect(early.receivedFen).toBe(5 * early.points);
  expect(early.history.filter(({ isCapped }) => isCapped).length).toBeGreaterThan(0);
  const capped = world.journal.filter(
    ({ kind, payer, moves }) =>
      kind === 'collect' &&
      payer === 'u-early' &&
      moves.some(({ to }) => to === 'fund/dividend/free'),
  );
  expect(capped.length).toBeGreaterThan(0);
  expect(spareCover(world.poolNow())).toBeGreaterThanOrEqual(0);
});

test('a full cap gives its whole share back: nothing of it stays committed', () => {
  const world = new LedgerWorld({
    capMultiple: 1,
    rateTable: { first: ppb(400_000_000), step: ppb(0), ceiling: ppb(400_000_000) },
    minRate: ppb(1),
    waterfall: new LedgerWorld().policy.waterfall,
  });
  const own: Shop = { id: 'm-own', rateBps: 2000, ownership: 'self-operated' };
  world.pay({ payer: 'u-a', shop: own, amountFen: 10_000_00 });
  for (let run = 0; run < 6; run += 1) {
    world.advance(3 * SECOND);
    world.runTimer();
    world.pay({ payer: 'u-a', shop: own, amountFen: 1 });
  }
  world.settlePerson('u-a');
  const lots = balance(world.account('u-a').lots);
  const { balances, uncollected } = world.poolNow();
  const crumbs = uncollected.reduce((sum, { amountFen }) => sum + amountFen, 0);
  expect(crumbs).toBeLessThanOrEqual(world.dividends.length);
  expect(balances.committedFen).toBe(lots + crumbs);
});

test('the cut itself still takes part: an earning of that instant is eligible', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-a', shop, amountFen: 1000_00 });
  world.advance(2 * SECOND);
  const [dividend] = world.runTimer();
  expect(dividend?.cut).toBe(world.now - 2 * SECOND);
  expect(balance(world.settlePerson('u-a').lots)).toBe(1_00);
});

test('coupons expire with their month, 12 months after the declaration, whenever collected', () => {
  const early = new LedgerWorld();
  early.pay({ payer: 'u-a', shop, amountFen: 1000_00 });
  early.advance(3 * SECOND);
  early.runTimer();
  const expiry = Date.UTC(2027, 10, 30, 16);
  expect(early.settlePerson('u-a').lots[0]?.expiresAt).toBe(expiry);
  early.now = expiry - 1;
  expect(balance(early.settlePerson('u-a').lots)).toBe(1_00);
  early.now = expiry;
  expect(early.settlePerson('u-a').lots).toEqual([]);
  expect(early.poolNow().balances.couponsFen).toBe(0);
});

test('what was never collected returns to the fund when its month ends, not a moment before', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-a', shop, amountFen: 1000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  const [dividend] = world.dividends;
  world.now = (dividend?.expiresAt ?? 0) + SECOND;
  world.runTimer();
  expect(world.pool.uncollected.length).toBe(1);
  world.advance(SECOND);
  world.runTimer();
  expect(world.pool.uncollected).toEqual([]);
  expect(world.pool.balances).toMatchObject({ committedFen: 0, freeFen: 182_00 });
  const late = world.settlePerson('u-a');
  expect([late.lots, late.receivedFen]).toEqual([[], 1_00]);
  expect(world.poolNow().balances).toMatchObject({ committedFen: 0, freeFen: 182_00 });
});

test('the kill switch makes periods wait without losing one', () => {
  const stopped = new LedgerWorld({ releasesStopped: true });
  stopped.pay({ payer: 'u-a', shop, amountFen: 1000_00 });
  stopped.advance(DAY);
  expect(stopped.runTimer()).toEqual([]);
  expect(stopped.pool.period).toBe(0);
  expect(stopped.pool.points).toBe(400_00);
});

test('a period that the fund cannot cover at the smallest rate waits', () => {
  const world = new LedgerWorld({
    rateTable: { first: ppb(500_000_000), step: ppb(0), ceiling: ppb(500_000_000) },
    minRate: ppb(300_000_000),
  });
  world.pay({ payer: 'u-a', shop, amountFen: 1150_00 });
  world.advance(3 * SECOND);
  expect(world.runTimer().length).toBe(1);
  expect(world.pool.points).toBeGreaterThanOrEqual(world.pool.nextThreshold);
  world.advance(DAY);
  expect(world.runTimer()).toEqual([]);
  expect(world.pool.period).toBe(1);
});
