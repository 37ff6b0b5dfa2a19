// A wrong number stops the start, not a payment.
import { basisPoints, centipoints, fen, ppb } from '../../src/domain/money/amounts';
import { checkPolicy, checkProduction, sustainableRatePpb } from '../../src/policy/load';
import { policies, policyOf } from '../../src/policy/policies';
import type { Policy } from '../../src/policy/policy';

const right = policies.demo;
const { waterfall, rateTable } = right;

test('the policies in force pass, by name, and no other name has one', () => {
  expect([policyOf('production'), policyOf('demo')]).toEqual([policies.production, policies.demo]);
  for (const name of ['', 'Production', 'test', 'constructor', '__proto__']) {
    expect(() => policyOf(name)).toThrow('there is no policy');
  }
});

test('the demo differs from production only where one watches things happen', () => {
  const different = Object.entries(policies.demo)
    .filter(([name, value]) => value !== policies.production[name as keyof Policy])
    .map(([name]) => name);
  expect(different).toEqual([
    'version',
    'firstThreshold',
    'maturityDays',
    'foldLagSeconds',
    'commitWithinSeconds',
  ]);
});

test('the published numbers: 400.00 points in the demo, 15 %, 0.5 % first, 5 times, 7 days', () => {
  expect(policies.demo).toMatchObject({ firstThreshold: 400_00, maturityDays: 0 });
  expect(policies.production).toMatchObject({
    firstThreshold: 5_000_000_00,
    minRate: 100_000,
    growthPercent: 15,
    rateTable: { first: 5_000_000, step: 250_000, ceiling: 30_000_000 },
    capMultiple: 5,
    releasesStopped: false,
    maturityDays: 7,
    lotValidMonths: 12,
    returnedLotDays: 7,
    foldLagSeconds: 120,
    waterfall: { fanBps: 100 },
  });
});

const least = { first: ppb(1), step: ppb(0), ceiling: ppb(1) };
const tooMuchForPayees = { ...waterfall, platformBps: basisPoints(6667 - 1100 + 1) };

test.each<[string, Partial<Policy>]>([
  ['the first threshold is above 0', { firstThreshold: centipoints(0) }],
  ['the first threshold is above 0', { firstThreshold: centipoints(-1) }],
  ['growth is a percent', { growthPercent: 0 }],
  ['growth is a percent', { growthPercent: -15 }],
  ['growth is a percent', { growthPercent: 14.5 }],
  ['growth is a percent', { growthPercent: NaN }],
  ['the first rate is above 0', { rateTable: { ...rateTable, first: ppb(0) } }],
  [
    'the ceiling is not below the first rate',
    { rateTable: { ...rateTable, ceiling: ppb(4_999_999) } },
  ],
  ['the ceiling lasts', { rateTable: { ...rateTable, ceiling: ppb(30_434_783) } }],
  ['the ceiling lasts', { growthPercent: 14 }],
  ['the ceiling lasts', { waterfall: { ...waterfall, platformBps: basisPoints(1000) } }],
  ['the smallest rate is within the table', { minRate: ppb(0) }],
  ['the smallest rate is within the table', { minRate: ppb(5_000_001) }],
  [
    'the fan reward is a share of a bill',
    { waterfall: { ...waterfall, fanBps: basisPoints(2001) } },
  ],
  ['counts are at least 1', { periodsPerRun: 0 }],
  ['counts are at least 1', { capMultiple: 0 }],
  ['times are not negative', { maturityDays: -1 }],
  ['times are not negative', { lotValidMonths: 0 }],
  ['commits end before the lag', { commitWithinSeconds: 2 }],
  ['commits end before the lag', { commitWithinSeconds: NaN }],
  ['commits end before the lag', { foldLagSeconds: 0 }],
])('refuses, since %s: %j', (why, changes) => {
  expect(() => checkPolicy({ ...right, ...changes })).toThrow(`policy 2026-11-demo: ${why}`);
});

test('payees may take two thirds at most, since a fan may take the other', () => {
  const lowest = { rateTable: least, minRate: ppb(1) };
  const most = { ...waterfall, platformBps: basisPoints(6666 - 1100) };
  expect(() => checkPolicy({ ...right, ...lowest, waterfall: most })).not.toThrow();
  expect(() => checkPolicy({ ...right, ...lowest, waterfall: tooMuchForPayees })).toThrow(
    'the ceiling lasts',
  );
});

test.each<Partial<Policy>>([
  { minRate: ppb(1) },
  { minRate: rateTable.first },
  { rateTable: { ...rateTable, ceiling: rateTable.first } },
  { rateTable: { ...rateTable, ceiling: ppb(30_434_782) } },
  { rateTable: { ...rateTable, step: ppb(0) } },
  { firstThreshold: centipoints(1) },
  { periodsPerRun: 1, capMultiple: 1, lotValidMonths: 1 },
  { releasesStopped: true },
  { waterfall: { ...waterfall, fanBps: basisPoints(2000) } },
  { growthPercent: 1, rateTable: least, minRate: ppb(1) },
])('lets %j pass, at its limit', (changes) => {
  expect(checkPolicy({ ...right, ...changes })).toEqual({ ...right, ...changes });
});

test('the highest rate that lasts is half of the growth, of what the fund keeps', () => {
  // 15 / 115 of the points are new, half of them is rebate, the fund keeps 2/3 − 20 % of it.
  expect(sustainableRatePpb(right)).toBe(30_434_782);
  // 3/23 ÷ 2 × 2/3 = 1/23
  const noPayees = {
    fanBps: basisPoints(100),
    promoterBps: basisPoints(0),
    countyBps: basisPoints(0),
    cityBps: basisPoints(0),
    provinceBps: basisPoints(0),
    platformBps: basisPoints(0),
  };
  expect(sustainableRatePpb({ growthPercent: 15, waterfall: noPayees })).toBe(43_478_260);
  expect(sustainableRatePpb({ growthPercent: 100, waterfall: noPayees })).toBe(166_666_666);
});

test('in production the lag covers a transaction and two clocks that differ by a minute', () => {
  const production = policies.production;
  expect(() => checkProduction({ ...production, commitWithinSeconds: 60 })).not.toThrow();
  expect(() => checkProduction({ ...production, commitWithinSeconds: 61 })).toThrow('the clocks');
  expect(() => checkProduction(policies.demo)).toThrow('the clocks');
  expect(() => checkProduction({ ...production, growthPercent: 0 })).toThrow('growth');
});

test('a bill for an operator’s look is a large one', () => {
  expect(policies.production.reviewFen).toBe(fen(50_000_00));
});
