// Amounts are exact integers. The vectors come from unbounded integers, computed elsewhere; the
// laws compare with BigInt up to 10¹² fen.
import fc from 'fast-check';
import {
  add,
  atLeastZero,
  basisPoints,
  ceilingOf,
  centipoints,
  coveredRate,
  coverOf,
  fen,
  floorDivide,
  grownBy,
  larger,
  negate,
  pointsOfRebate,
  ppb,
  releaseOf,
  scaleDown,
  shareOf,
  smaller,
  subtract,
  totalFen,
  totalPoints,
} from '../../src/domain/money/amounts';
import vectors from '../vectors/money.json';

const amount = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }),
  fc.integer({ min: 0, max: 1_000_000_000_000 }),
);
const rate = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc.constantFrom(1, 5_000_000, 999_999_999),
);

describe('a brand', () => {
  test.each([0.5, -0.5, NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53)])(
    'is not given to %p',
    (value) => {
      for (const parse of [fen, centipoints, basisPoints, ppb]) {
        expect(() => parse(value)).toThrow('invariant');
      }
    },
  );

  test('of a share ends at the whole', () => {
    expect([basisPoints(0), basisPoints(10_000), ppb(0), ppb(1_000_000_000)]).toEqual([
      0, 10_000, 0, 1_000_000_000,
    ]);
    for (const parse of [
      () => basisPoints(-1),
      () => basisPoints(10_001),
      () => ppb(-1),
      () => ppb(1_000_000_001),
    ]) {
      expect(parse).toThrow('is not a share');
    }
  });

  test('is given to negative money, which journal balances need', () => {
    expect([fen(-1), centipoints(-1)]).toEqual([-1, -1]);
  });

  test('knows no minus zero, which toEqual and JSON would tell apart', () => {
    expect([fen(-0), negate(fen(0)), subtract(fen(3), fen(3))].map((x) => Object.is(x, 0))).toEqual(
      [true, true, true],
    );
  });
});

describe('sums', () => {
  test('add up, empty ones to 0', () => {
    expect([add(fen(1), fen(2)), subtract(fen(1), fen(2)), negate(fen(4))]).toEqual([3, -1, -4]);
    expect([totalFen([]), totalFen([fen(1), fen(2), fen(-4)])]).toEqual([0, -1]);
    expect([totalPoints([]), totalPoints([centipoints(7), centipoints(8)])]).toEqual([0, 15]);
  });

  test('that leave the exact integers throw instead of being off by one', () => {
    const most = fen(Number.MAX_SAFE_INTEGER);
    expect(() => add(most, fen(1))).toThrow('safe integer');
    expect(() => subtract(negate(most), fen(1))).toThrow('safe integer');
    expect(() => totalFen([most, most])).toThrow('safe integer');
  });

  test('are compared without losing one side', () => {
    expect([smaller(fen(1), fen(2)), smaller(fen(2), fen(1)), smaller(fen(2), fen(2))]).toEqual([
      1, 1, 2,
    ]);
    expect([larger(fen(1), fen(2)), larger(fen(2), fen(1)), larger(fen(2), fen(2))]).toEqual([
      2, 2, 2,
    ]);
    expect([atLeastZero(fen(-1)), atLeastZero(fen(0)), atLeastZero(fen(1))]).toEqual([0, 0, 1]);
  });
});

describe('vectors', () => {
  test.each(vectors.shareOf)(
    '$bps bps of $amountFen fen are $fen',
    ({ amountFen, bps, fen: f }) => {
      expect(shareOf(fen(amountFen), basisPoints(bps))).toBe(f);
    },
  );

  test.each(vectors.release)(
    '$points centipoints at $ppb ppb release $releaseFen and need $coverFen',
    ({ points, ppb: parts, releaseFen, coverFen }) => {
      expect(releaseOf(centipoints(points), ppb(parts))).toBe(releaseFen);
      expect(coverOf(centipoints(points), ppb(parts))).toBe(coverFen);
    },
  );

  test.each(vectors.coveredRate)(
    '$freeFen fen on $points centipoints cover $ppb ppb',
    ({ freeFen, points, ppb: parts }) => {
      expect(coveredRate(fen(freeFen), centipoints(points))).toBe(parts);
    },
  );

  test.each(vectors.grownBy)('$points grown by $percent % are $grown', (each) => {
    expect(grownBy(centipoints(each.points), each.percent)).toBe(each.grown);
  });

  test.each(vectors.scaleDown)('$amountFen × $partFen / $wholeFen is $fen', (each) => {
    const share = { part: fen(each.partFen), whole: fen(each.wholeFen) };
    expect(scaleDown(fen(each.amountFen), share)).toBe(each.fen);
  });
});

describe('laws up to 10¹² fen', () => {
  test('a share is floored: it fits into the exact share, and one fen more would not', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (of, bps) => {
        const share = BigInt(shareOf(fen(of), basisPoints(bps)));
        const exact = BigInt(of) * BigInt(bps);
        expect(share * 10_000n <= exact && exact < (share + 1n) * 10_000n).toBe(true);
      }),
    );
  });

  test('a release is floored, its cover is ceiled, both of the same exact product', () => {
    fc.assert(
      fc.property(amount, rate, (points, parts) => {
        const exact = BigInt(points) * BigInt(parts);
        const floor = BigInt(releaseOf(centipoints(points), ppb(parts)));
        const ceil = BigInt(coverOf(centipoints(points), ppb(parts)));
        expect(floor).toBe(exact / 1_000_000_000n);
        expect(ceil - floor).toBe(exact % 1_000_000_000n === 0n ? 0n : 1n);
      }),
    );
  });

  test('what accounts release one by one never passes the cover of all together', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 30 }), rate, (points, parts) => {
        const accounts = points.map(centipoints);
        const released = totalFen(accounts.map((each) => releaseOf(each, ppb(parts))));
        expect(released).toBeLessThanOrEqual(coverOf(totalPoints(accounts), ppb(parts)));
      }),
    );
  });

  test('a covered rate is covered, and the next higher one is not', () => {
    fc.assert(
      fc.property(
        amount,
        amount.map((x) => x + 1),
        (free, points) => {
          const parts = coveredRate(fen(free), centipoints(points));
          expect(coverOf(centipoints(points), parts)).toBeLessThanOrEqual(free);
          if (parts === 1_000_000_000) return;
          expect(BigInt(points) * BigInt(parts + 1) > BigInt(free) * 1_000_000_000n).toBe(true);
        },
      ),
    );
  });

  test('a part of a whole is floored and stays within the amount', () => {
    fc.assert(
      fc.property(amount, amount, amount, (of, one, other) => {
        const [part, whole] = [Math.min(one, other), Math.max(one, other, 1)];
        const scaled = scaleDown(fen(of), { part: fen(part), whole: fen(whole) });
        expect(BigInt(scaled)).toBe((BigInt(of) * BigInt(part)) / BigInt(whole));
        expect(scaled).toBeLessThanOrEqual(of);
      }),
    );
  });

  test('growth is ceiled, and a third is floored', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 100 }), (of, percent) => {
        const grown = BigInt(grownBy(centipoints(of), percent)) * 100n;
        const exact = BigInt(of) * BigInt(100 + percent);
        expect(grown >= exact && grown < exact + 100n).toBe(true);
        expect(BigInt(floorDivide(fen(of), 3))).toBe(BigInt(of) / 3n);
      }),
    );
  });
});

describe('rounding is named for non-negative amounts only', () => {
  test.each<[string, () => unknown]>([
    ['a share', () => shareOf(fen(-1), basisPoints(1))],
    ['a division', () => floorDivide(fen(-1), 3)],
    ['a division into nothing', () => floorDivide(fen(1), 0)],
    ['a division into halves of parts', () => floorDivide(fen(1), 1.5)],
    ['a scaled amount', () => scaleDown(fen(-1), { part: fen(1), whole: fen(2) })],
    ['a part above its whole', () => scaleDown(fen(1), { part: fen(3), whole: fen(2) })],
    ['a negative part', () => scaleDown(fen(1), { part: fen(-1), whole: fen(2) })],
    ['a part of nothing', () => scaleDown(fen(1), { part: fen(0), whole: fen(0) })],
    ['a release', () => releaseOf(centipoints(-1), ppb(1))],
    ['a cover', () => coverOf(centipoints(-1), ppb(1))],
    ['growth by a fraction', () => grownBy(centipoints(1), 0.5)],
    ['a ceiling by a fraction', () => ceilingOf(centipoints(1), 0.5)],
  ])('%s throws otherwise', (_what, run) => {
    expect(run).toThrow('invariant');
  });
});

test.each([
  [0, 3, 0],
  [2, 3, 0],
  [3, 3, 1],
  [5, 1, 5],
  [1_000_000_000_000, 7, 142_857_142_857],
])('%d fen into %d parts are %d each', (amountFen, parts, each) => {
  expect(floorDivide(fen(amountFen), parts)).toBe(each);
});

test('a rebate of R fen gives R centipoints, and the ceiling is a whole multiple of them', () => {
  expect(pointsOfRebate(fen(200_00))).toBe(200_00);
  expect([ceilingOf(centipoints(200_00), 5), ceilingOf(centipoints(0), 5)]).toEqual([1000_00, 0]);
});
