// The pool's fold: what it reads, what it writes itself, and in which order it concludes.
import type { JournalEntry, Move } from '../../src/domain/journal/entry';
import { centipoints, fen, ppb } from '../../src/domain/money/amounts';
import { conclude, type PoolRules } from '../../src/domain/pool/conclude';
import { foldPage, spareCover, type Pass } from '../../src/domain/pool/fold';
import { emptyPool, type PoolState } from '../../src/domain/pool/state';
import { DAY } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import { NOW } from './builders';

const rules: PoolRules = policies.demo;
const start = emptyPool(rules.firstThreshold);

function entry(id: string, changes: Partial<JournalEntry> = {}): JournalEntry {
  const at = { at: NOW, effectiveAt: NOW };
  return { id, kind: 'paid', ...at, moves: [], matures: [], ...changes };
}

const fenMove = (from: string, to: string, amount: number): Move => ({
  from,
  to,
  asset: 'fen',
  amount,
});

/** A pool with points and money, and whatever else a test wants. */
function pool(changes: Partial<Omit<PoolState, 'balances'>>, freeFen = 0, committedFen = 0) {
  const balances = { ...start.balances, freeFen: fen(freeFen), committedFen: fen(committedFen) };
  return { ...start, balances, ...changes };
}

const concluded = (state: PoolState, changes: Partial<PoolRules> = {}) =>
  conclude(state, {
    ...{ upTo: NOW, at: NOW + 5, advanceFen: fen(0) },
    rules: { ...rules, ...changes },
  });

describe('reading', () => {
  const paid = entry('a:paid', {
    effectiveAt: NOW + DAY,
    moves: [
      fenMove('payable/merchant/m-1', 'fund/pending', 10),
      { from: 'coupons/u-1/x', to: 'coupons/issued', asset: 'coupon', amount: 4 },
      fenMove('fund/dividend/committed', 'payable/merchant/m-1', 4),
      fenMove('owed/b:refund:1', 'payable/merchant/m-1', 3),
      fenMove('fund/dividend/advance', 'fund/fan/committed', 2),
      { from: 'fan-coupons/issued', to: 'fan-coupons/m-1/fan-2027-11', asset: 'coupon', amount: 5 },
    ],
    matures: [
      fenMove('fund/pending', 'fund/dividend/free', 9),
      fenMove('fund/pending', 'income/platform', 1),
      { from: 'points/issued', to: 'points/u-1', asset: 'points', amount: 10 },
      { from: 'points/m-1', to: 'points/issued', asset: 'points', amount: 2 },
    ],
  });

  test('by at takes moves, by effectiveAt what matures', () => {
    const first = foldPage(start, { pass: 'at', entries: [paid] });
    expect(first.balances).toEqual({
      ...{ pendingFen: 10, freeFen: 0, committedFen: -4, couponsFen: -4 },
      ...{ platformFen: 0, advanceFen: -2 },
    });
    expect(first).toMatchObject({ points: 0, owed: [{ id: 'b:refund:1', amountFen: 3, at: NOW }] });
    const both = foldPage(first, { pass: 'effectiveAt', entries: [paid] });
    expect(both.balances).toEqual({
      ...{ pendingFen: 0, freeFen: 9, committedFen: -4, couponsFen: -4 },
      ...{ platformFen: 1, advanceFen: -2 },
    });
    expect(both.points).toBe(8);
    expect(both.reading).toEqual({
      at: { time: NOW, id: 'a:paid' },
      effectiveAt: { time: NOW + DAY, id: 'a:paid' },
    });
  });

  test.each<Pass>(['at', 'effectiveAt'])('never goes back, by %s', (pass) => {
    const two = [entry('a'), entry('b')];
    const read = foldPage(start, { pass, entries: two });
    const early = entry('c', { at: NOW - 1, effectiveAt: NOW - 1 });
    for (const again of [entry('a'), entry('b'), early]) {
      expect(() => foldPage(read, { pass, entries: [again] })).toThrow('was read before');
    }
    const later = [entry('c'), entry('a', { at: NOW + 1, effectiveAt: NOW + 1 })];
    expect(foldPage(read, { pass, entries: later }).reading[pass]).toEqual({
      time: NOW + 1,
      id: 'a',
    });
  });

  test('passes over what the fold wrote itself', () => {
    const moves = [fenMove('fund/dividend/free', 'fund/dividend/committed', 7)];
    for (const kind of ['dividend', 'dividend-lapsed', 'owed-paid', 'advance-filled'] as const) {
      const read = foldPage(start, { pass: 'at', entries: [entry('own', { kind, moves })] });
      expect(read.balances).toEqual(start.balances);
      expect(read.reading.at).toEqual({ time: NOW, id: 'own' });
    }
  });

  test('takes what was collected off the cover of its period alone', () => {
    const declared = [1, 2].map((period) => ({ period, amountFen: fen(50), expiresAt: NOW + DAY }));
    const collected = [{ period: 2, amountFen: fen(20), lotId: 'lot', lotFen: fen(20) }];
    const collect = entry('u-1:collect:2', { kind: 'collect', collected });
    const read = foldPage(pool({ uncollected: declared }), { pass: 'at', entries: [collect] });
    expect(read.uncollected.map(({ amountFen }) => amountFen)).toEqual([50, 30]);
    const onlyFirst = pool({ uncollected: declared.slice(0, 1) });
    for (const state of [start, onlyFirst]) {
      expect(() => foldPage(state, { pass: 'at', entries: [collect] })).toThrow('no cover');
    }
    const again = foldPage(pool({ uncollected: declared }), {
      pass: 'effectiveAt',
      entries: [collect],
    });
    expect(again.uncollected).toEqual(declared);
  });

  test('adds every debt behind those that are known', () => {
    const debts = ['c', 'd'].map((id) =>
      entry(id, { moves: [fenMove(`owed/${id}`, 'payable/merchant/m-1', 1)] }),
    );
    const before = pool({ owed: [{ id: 'b', amountFen: fen(2), at: 0 }] });
    const { owed } = foldPage(before, { pass: 'at', entries: debts });
    expect(owed.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  test('spare cover is what is committed beyond coupons and what waits to be collected', () => {
    const state = pool({ uncollected: [{ period: 1, amountFen: fen(5), expiresAt: 0 }] }, 1, 20);
    const balances = { ...state.balances, couponsFen: fen(12) };
    expect(spareCover({ ...state, balances })).toBe(3);
  });
});

describe('concluding', () => {
  test('moves the cursor and, below the threshold, nothing else', () => {
    const before = pool({ points: centipoints(399_99) }, 182_00);
    expect(concluded(before)).toEqual({
      state: { ...before, cursor: NOW },
      entries: [],
      dividends: [],
      advanceFen: 0,
    });
  });

  test('declares at the threshold itself, and sets the cover aside', () => {
    const { state, entries, dividends } = concluded(pool({ points: centipoints(400_00) }, 182_00));
    expect(dividends).toEqual([
      {
        period: 1,
        rate: 5_000_000,
        tableRate: 5_000_000,
        threshold: 400_00,
        points: 400_00,
        freeBeforeFen: 182_00,
        issuedFen: 2_00,
        cut: NOW,
        at: NOW + 5,
        expiresAt: Date.UTC(2027, 10, 30, 16),
        policyVersion: rules.version,
      },
    ]);
    expect(entries).toEqual([
      {
        id: 'dividend:1',
        kind: 'dividend',
        at: NOW + 5,
        effectiveAt: NOW + 5,
        moves: [fenMove('fund/dividend/free', 'fund/dividend/committed', 2_00)],
        matures: [],
      },
    ]);
    expect(state).toMatchObject({
      period: 1,
      nextThreshold: 460_00,
      points: 400_00,
      balances: { freeFen: 180_00, committedFen: 2_00 },
      uncollected: [{ period: 1, amountFen: 2_00, expiresAt: Date.UTC(2027, 10, 30, 16) }],
    });
  });

  test('declares at most a set number of periods, each at the fund that the last one left', () => {
    const rich = pool({ points: centipoints(10_000_00) }, 182_00);
    const { dividends, state } = concluded(rich, { periodsPerRun: 3 });
    expect(
      dividends.map(({ period, issuedFen, freeBeforeFen }) => [period, issuedFen, freeBeforeFen]),
    ).toEqual([
      [1, 50_00, 182_00],
      [2, 52_50, 132_00],
      [3, 55_00, 79_50],
    ]);
    expect(state.nextThreshold).toBe(608_35);
    expect(state.uncollected.map(({ amountFen }) => amountFen)).toEqual([50_00, 52_50, 55_00]);
    const [next] = concluded({ ...state, cursor: 0 }).dividends;
    expect(next).toMatchObject({ period: 4, tableRate: 5_750_000, rate: 2_450_000 });
  });

  test('waits below the smallest rate, and runs at it', () => {
    const minRate = ppb(1_000_000);
    const points = centipoints(1000_00);
    const at = (freeFen: number) => concluded(pool({ points }, freeFen), { minRate }).dividends;
    expect(at(99)).toEqual([]);
    expect(at(100)).toMatchObject([{ period: 1, rate: 1_000_000, issuedFen: 100 }]);
    expect(at(0)).toEqual([]);
  });

  test('with releases stopped declares nothing, but pays and returns', () => {
    const owed = [{ id: 'x', amountFen: fen(5), at: NOW }];
    const before = pool({ points: centipoints(400_00), owed }, 182_00);
    const { entries, dividends } = concluded(before, { releasesStopped: true });
    expect([entries.map(({ kind }) => kind), dividends]).toEqual([['owed-paid'], []]);
  });

  test('returns what lapsed, then pays what is owed, then declares', () => {
    const before = pool(
      {
        points: centipoints(400_00),
        uncollected: [{ period: 1, amountFen: fen(30), expiresAt: NOW }],
        period: 1,
        owed: [{ id: 'x', amountFen: fen(10), at: NOW }],
      },
      0,
      30,
    );
    const { entries, dividends, state } = concluded(before, { minRate: ppb(1) });
    expect(entries.map(({ id }) => id)).toEqual([
      'dividend:1:lapsed',
      `owed:x:${NOW}`,
      'dividend:2',
    ]);
    expect(dividends).toMatchObject([{ freeBeforeFen: 20, rate: 500_000, issuedFen: 20 }]);
    expect(state.uncollected.map(({ period }) => period)).toEqual([2]);
  });

  test('returns cover when its coupons have expired, not a moment before', () => {
    const at = (expiresAt: number) =>
      concluded(pool({ uncollected: [{ period: 1, amountFen: fen(30), expiresAt }] }, 0, 30));
    expect(at(NOW + 1).entries).toEqual([]);
    expect(at(NOW + 1).state.uncollected.length).toBe(1);
    expect(at(NOW).state).toMatchObject({
      uncollected: [],
      balances: { freeFen: 30, committedFen: 0 },
    });
  });

  test('forgets a period that was collected to the last fen without an entry', () => {
    const done = concluded(
      pool({ uncollected: [{ period: 1, amountFen: fen(0), expiresAt: NOW }] }),
    );
    expect(done).toMatchObject({ entries: [], state: { uncollected: [] } });
  });

  test('pays the oldest debt first, in part where not enough is free, and no more than is free', () => {
    const owed = [
      { id: 'old', amountFen: fen(70), at: NOW - 2 },
      { id: 'new', amountFen: fen(50), at: NOW - 1 },
    ];
    const { entries, state } = concluded(pool({ owed }, 100));
    expect(entries.map(({ id, moves }) => [id, moves[0]])).toEqual([
      [`owed:old:${NOW}`, fenMove('fund/dividend/free', 'owed/old', 70)],
      [`owed:new:${NOW}`, fenMove('fund/dividend/free', 'owed/new', 30)],
    ]);
    expect(state).toMatchObject({
      balances: { freeFen: 0 },
      owed: [{ id: 'new', amountFen: 20, at: NOW - 1 }],
    });
    const short = concluded(pool({ owed }, 40)).state;
    expect(short.owed.map(({ id, amountFen }) => [id, amountFen])).toEqual([
      ['old', 30],
      ['new', 50],
    ]);
    expect(concluded(pool({ owed }, 0)).state.owed).toEqual(owed);
    const penny = concluded(pool({ owed: [{ id: 'old', amountFen: fen(1), at: 0 }] }, 1)).state;
    expect(penny).toMatchObject({ owed: [], balances: { freeFen: 0 } });
  });
});
