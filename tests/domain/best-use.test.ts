// Which coupons a bill takes: compared with all splits that there are, on small wallets.
import fc from 'fast-check';
import { bestUse as bestUseOf } from '../../src/domain/coupons/best-use';
import type { BalanceLot as Lot } from '../../src/domain/coupons/lot';
import type { BillContext } from '../../src/domain/coupons/usable';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { DAY } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import { billAt, lot, NOW } from './builders';

const bestUse = (lots: readonly Lot[], on: BillContext) =>
  bestUseOf(lots, { bill: on, rules: policies.demo.stacking });

const shopOf = (id: string) => ({ id, code: id, name: id });
const scopes: Lot['scope'][] = [
  { kind: 'alliance' },
  { kind: 'merchants', merchants: [shopOf('m-noodles'), shopOf('m-tea')] },
  { kind: 'merchants', merchants: [shopOf('m-fruit')] },
  { kind: 'category', category: 'restaurant' },
  { kind: 'category', category: 'fruit' },
  { kind: 'site', siteId: 'hangzhou' },
  { kind: 'site', siteId: 'shanghai' },
];

/** The first is drawn more often, so that several lots compete for a bill. */
const channels: Lot['channels'][] = [
  ['counter', 'mall'],
  ['mall', 'counter'],
  ['counter'],
  ['mall'],
  [],
];

const wallet = fc
  .array(
    fc.record({
      balanceFen: fc.nat(6).map(fen),
      scope: fc.oneof(fc.constant(scopes[0] ?? { kind: 'alliance' }), fc.constantFrom(...scopes)),
      channels: fc.constantFrom<Lot['channels']>(...channels),
      minSpendFen: fc.constantFrom(0, 0, 4, 7).map(fen),
      maxShareBps: fc.constantFrom(10_000, 10_000, 10_000, 5000, 3333, 0).map(basisPoints),
      startsAt: fc.constantFrom(NOW - DAY, NOW - 1, NOW - 1, NOW, NOW + 1),
      expiresAt: fc.constantFrom(NOW, NOW + 1, NOW + DAY, NOW + DAY, NOW + 2 * DAY, NOW + 3 * DAY),
    }),
    { maxLength: 4 },
  )
  .map((lots) => lots.map((changes, index) => lot(`lot-${index}`, 0, changes)));

const bill = fc.record({
  amountFen: fc.integer({ min: 1, max: 9 }).map(fen),
  channel: fc.constantFrom<BillContext['channel']>('counter', 'mall'),
});

/** The rules of one lot, once more and in other words. */
function most(each: Lot, on: BillContext): number {
  const isInTime = each.startsAt <= on.at && on.at < each.expiresAt;
  const { scope } = each;
  const isInScope =
    scope.kind === 'alliance' ||
    (scope.kind === 'merchants' && scope.merchants.some(({ id }) => id === on.merchantId)) ||
    (scope.kind === 'category' && scope.category === on.category) ||
    (scope.kind === 'site' && scope.siteId === on.siteId);
  const isTaken = isInTime && isInScope && each.channels.includes(on.channel);
  if (!isTaken || on.amountFen < each.minSpendFen) return 0;
  return Math.min(each.balanceFen, Math.floor((on.amountFen * each.maxShareBps) / 10_000));
}

/** Every allowed split, one amount a lot. */
function allSplits(lots: readonly Lot[], on: BillContext): number[][] {
  let splits: number[][] = [[]];
  for (const each of lots) {
    const amounts = Array.from({ length: most(each, on) + 1 }, (_, amount) => amount);
    splits = splits.flatMap((split) => amounts.map((amount) => [...split, amount]));
  }
  return splits.filter((split) => total(split) <= on.amountFen);
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

function soonestFirst(lots: readonly Lot[]): Lot[] {
  return [...lots].sort(
    (a, b) => a.expiresAt - b.expiresAt || Number(a.id.slice(4)) - Number(b.id.slice(4)),
  );
}

/** The split that saves most; of those the one that spends most of what expires soonest. */
function bruteForce(lots: readonly Lot[], on: BillContext): number[] {
  return allSplits(soonestFirst(lots), on).reduce((best, split) => {
    if (total(split) !== total(best)) return total(split) > total(best) ? split : best;
    const first = split.findIndex((amount, index) => amount !== best[index]);
    return first >= 0 && (split[first] ?? 0) > (best[first] ?? 0) ? split : best;
  });
}

test('the use agrees with the best of all splits, in any order of the wallet', () => {
  let saved = 0;
  fc.assert(
    fc.property(wallet, bill, (lots, changes) => {
      const on = billAt(changes.amountFen, changes);
      const uses = new Map(bestUse(lots, on).map(({ lotId, amountFen }) => [lotId, amountFen]));
      const split = soonestFirst(lots).map(({ id }) => Number(uses.get(id) ?? 0));
      expect(split).toEqual(bruteForce(lots, on));
      saved += total(split);
      expect(bestUse([...lots].reverse(), on)).toEqual(bestUse(lots, on));
    }),
    { numRuns: 2000 },
  );
  expect(saved).toBeGreaterThan(1000);
});

test('no use is empty, and none is of an empty lot', () => {
  const lots = [lot('a', 0), lot('b', 5, { maxShareBps: basisPoints(0) }), lot('c', 5)];
  expect(bestUse(lots, billAt(100))).toEqual([{ lotId: 'c', amountFen: 5 }]);
});

test('what expires sooner is spent first, and only the last lot in part', () => {
  const lots = [
    lot('later', 100, { expiresAt: NOW + 9 * DAY }),
    lot('soon', 30, { expiresAt: NOW + DAY }),
    lot('middle', 50, { expiresAt: NOW + 5 * DAY }),
  ];
  expect(bestUse(lots, billAt(90))).toEqual([
    { lotId: 'soon', amountFen: 30 },
    { lotId: 'middle', amountFen: 50 },
    { lotId: 'later', amountFen: 10 },
  ]);
});
