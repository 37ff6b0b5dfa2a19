// The journal refuses entries that our own code built wrongly, and its balances sum to nothing.
import fc from 'fast-check';
import { applyMoves, balancesAt, type Balances } from '../../src/domain/journal/balances';
import {
  journalEntry,
  moveCoupons,
  moveFen,
  movePoints,
  type JournalEntry,
  type Move,
} from '../../src/domain/journal/entry';
import * as names from '../../src/domain/journal/names';
import { centipoints, fen } from '../../src/domain/money/amounts';
import { NOW } from './builders';

const cash: Move = { from: 'cash/payers', to: 'payable/merchant/m-1', asset: 'fen', amount: 5 };
const coupon: Move = { from: 'coupons/issued', to: 'coupons/u-1/a', asset: 'coupon', amount: 5 };
const points: Move = { from: 'points/issued', to: 'points/u-1', asset: 'points', amount: 5 };

function entry(changes: Partial<JournalEntry> = {}): JournalEntry {
  const right = { id: 'one:paid', kind: 'paid' as const, at: NOW, effectiveAt: NOW };
  return { ...right, moves: [cash], matures: [points], ...changes };
}

test('a right entry passes as it is', () => {
  const right = entry({ moves: [{ ...cash, amount: 1 }, coupon], matures: [points, cash] });
  expect(journalEntry(right)).toBe(right);
  expect(journalEntry(entry({ moves: [], effectiveAt: NOW + 1 })).moves).toEqual([]);
  expect(journalEntry(entry({ matures: [] })).matures).toEqual([]);
  const offset = { ...coupon, from: 'coupons/u-1/a', to: 'offset/u-1' };
  expect(() => journalEntry(entry({ moves: [offset] }))).not.toThrow();
  const bill = entry({ moves: [], matures: [], billFen: fen(1) });
  expect(journalEntry(bill)).toBe(bill);
});

test.each<[string, Partial<JournalEntry>, string]>([
  ['is effective before it happened', { effectiveAt: NOW - 1 }, 'before it happened'],
  ['moves nothing', { moves: [], matures: [] }, 'moves nothing'],
  ['moves points at once', { moves: [points] }, 'points count from effectiveAt'],
  ['moves 0', { moves: [{ ...cash, amount: 0 }] }, 'is no amount'],
  ['moves less than 0', { moves: [{ ...cash, amount: -1 }] }, 'is no amount'],
  ['moves half a fen', { moves: [{ ...cash, amount: 0.5 }] }, 'is no amount'],
  ['moves more than is exact', { moves: [{ ...cash, amount: 2 ** 53 }] }, 'is no amount'],
  ['moves NaN', { moves: [{ ...cash, amount: NaN }] }, 'is no amount'],
  ['matures 0', { matures: [{ ...points, amount: 0 }] }, 'is no amount'],
  ['moves to itself', { moves: [{ ...cash, to: cash.from }] }, 'moves to itself'],
  ['pays a shop in coupons', { moves: [{ ...cash, asset: 'coupon' }] }, 'coupon from cash/payers'],
  ['gives points as money', { matures: [{ ...points, asset: 'fen' }] }, 'fen from points/issued'],
  ['gives coupons as money', { moves: [{ ...coupon, asset: 'fen' }] }, 'fen from coupons/issued'],
  ['pays an offset in money', { moves: [{ ...cash, to: 'offset/u-1' }] }, 'to offset/u-1'],
  ['turns money into coupons', { moves: [{ ...coupon, from: 'cash/payers' }] }, 'from cash'],
  ['turns coupons into money', { moves: [{ ...coupon, to: 'cash/payers' }] }, 'to cash'],
  ['turns coupons into points', { matures: [{ ...points, from: 'coupons/issued' }] }, 'points'],
  ['turns points into cover', { matures: [{ ...points, to: 'fund/pending' }] }, 'to fund/pending'],
])('an entry that %s is refused', (_what, changes, why) => {
  expect(() => journalEntry(entry(changes))).toThrow(why);
});

test('a move of a negative amount goes the other way, one of 0 is none', () => {
  const ends = { from: names.DIVIDEND_FREE, to: names.DIVIDEND_COMMITTED };
  expect(moveFen(ends, fen(0))).toEqual([]);
  expect(moveFen(ends, fen(1))).toEqual([{ ...ends, asset: 'fen', amount: 1 }]);
  expect(moveFen(ends, fen(-3))).toEqual([
    { from: ends.to, to: ends.from, asset: 'fen', amount: 3 },
  ]);
  expect(moveCoupons(ends, fen(3))).toMatchObject([{ asset: 'coupon', amount: 3 }]);
  expect(movePoints(ends, centipoints(3))).toMatchObject([{ asset: 'points', amount: 3 }]);
});

test('moves count from at, matures from effectiveAt, each at the instant itself', () => {
  const one = entry({ effectiveAt: NOW + 10 });
  expect(balancesAt([one], NOW - 1)).toEqual(new Map());
  expect(balancesAt([one], NOW)).toEqual(
    new Map([
      ['cash/payers', -5n],
      ['payable/merchant/m-1', 5n],
    ]),
  );
  expect(balancesAt([one], NOW + 9).get('points/u-1')).toBeUndefined();
  expect(balancesAt([one], NOW + 10).get('points/u-1')).toBe(5n);
});

test('whatever moves, all balances together are 0, also beyond the exact numbers', () => {
  const name = fc.constantFrom('cash/payers', 'fund/pending', 'payable/merchant/m-1');
  const move = fc.record({
    from: name,
    to: name,
    asset: fc.constant('fen' as const),
    amount: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      const balances: Balances = new Map();
      applyMoves(balances, moves);
      expect([...balances.values()].reduce((sum, each) => sum + each, 0n)).toBe(0n);
    }),
  );
});

test('a refund’s debt, a shop and a centre have accounts of their own', () => {
  expect([
    names.owed('one:refund:x'),
    names.payableMerchant('m-1'),
    names.receivableRebate('m-1'),
    names.payablePromoter('p-1'),
    names.payableCentre('330106'),
    names.pointsOf('u-1'),
    names.couponsOf('u-1', { id: 'dividend-2027-11', fundedBy: 'dividend' }),
    names.offsetOf('u-1'),
  ]).toEqual([
    'owed/one:refund:x',
    'payable/merchant/m-1',
    'receivable/rebate/m-1',
    'payable/promoter/p-1',
    'payable/centre/330106',
    'points/u-1',
    'coupons/u-1/dividend-2027-11',
    'offset/u-1',
  ]);
});
