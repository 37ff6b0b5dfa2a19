// Sharing by the largest remainder.
import fc from 'fast-check';
import { allocate } from '../../src/domain/money/allocate';
import { fen } from '../../src/domain/money/amounts';

const amount = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10 ** 12 }));
const weights = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 10 ** 9 })), {
    minLength: 1,
    maxLength: 12,
  })
  .filter((each) => each.some((weight) => weight > 0));

test.each<[string, number, number[], number[]]>([
  ['nothing gives nothing', 0, [1, 2], [0, 0]],
  ['one takes all', 7, [3], [7]],
  ['equal parts', 9, [1, 1, 1], [3, 3, 3]],
  ['one crumb goes to the earlier of equals', 10, [1, 1, 1], [4, 3, 3]],
  ['two crumbs go to the first two of equals', 11, [1, 1, 1], [4, 4, 3]],
  ['a crumb goes to the largest remainder, not to the first', 10, [1, 2], [3, 7]],
  ['nor to the largest weight', 100, [6, 25, 70], [6, 25, 69]],
  ['a weight of 0 takes no crumb', 10, [0, 1, 1, 1], [0, 4, 3, 3]],
  ['fewer fen than parts', 2, [1, 1, 1], [1, 1, 0]],
])('%s', (_why, total, shares, parts) => {
  expect(allocate(fen(total), shares)).toEqual(parts);
});

test('the parts are the amount', () => {
  fc.assert(
    fc.property(amount, weights, (total, shares) => {
      const parts = allocate(fen(total), shares);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      expect(parts.length).toBe(shares.length);
    }),
  );
});

test('each part is less than 1 fen from its exact share', () => {
  fc.assert(
    fc.property(amount, weights, (total, shares) => {
      const whole = shares.reduce((sum, weight) => sum + BigInt(weight), 0n);
      allocate(fen(total), shares).forEach((part, index) => {
        const off = BigInt(part) * whole - BigInt(total) * BigInt(shares[index] ?? 0);
        expect(off < whole && off > -whole).toBe(true);
      });
    }),
  );
});

test('whoever got a crumb had no smaller remainder than one who got none; ties go by place', () => {
  fc.assert(
    fc.property(amount, weights, (total, shares) => {
      const whole = shares.reduce((sum, weight) => sum + BigInt(weight), 0n);
      const exact = shares.map((weight) => BigInt(total) * BigInt(weight));
      const parts = allocate(fen(total), shares);
      const crumb = parts.map((part, index) => BigInt(part) - (exact[index] ?? 0n) / whole);
      const order = exact
        .map((product, index) => ({ remainder: product % whole, index }))
        .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
      const inOrder = order.map(({ index }) => crumb[index]);
      expect(inOrder).toEqual([...inOrder].sort((a, b) => Number((b ?? 0n) - (a ?? 0n))));
    }),
  );
});

test('equal weights differ by at most 1 fen, the earlier is never the poorer', () => {
  fc.assert(
    fc.property(amount, weights, fc.nat(4), (total, shares, copies) => {
      const [first = 1] = shares;
      const parts = allocate(fen(total), [
        ...Array.from({ length: copies + 2 }, () => Math.max(1, first)),
        ...shares.slice(1),
      ]).slice(0, copies + 2);
      expect(parts).toEqual([...parts].sort((a, b) => b - a));
      expect((parts[0] ?? 0) - (parts[parts.length - 1] ?? 0)).toBeLessThanOrEqual(1);
    }),
  );
});

test('the order of the takers changes nobody’s part by more than a tie’s fen', () => {
  fc.assert(
    fc.property(amount, weights, (total, shares) => {
      const straight = allocate(fen(total), shares);
      const turned = allocate(fen(total), [...shares].reverse()).reverse();
      const whole = shares.reduce((sum, weight) => sum + BigInt(weight), 0n);
      const remainders = shares.map((weight) => (BigInt(total) * BigInt(weight)) % whole);
      straight.forEach((part, index) => {
        const isTied = remainders.filter((each) => each === remainders[index]).length > 1;
        expect(Math.abs(part - (turned[index] ?? 0))).toBeLessThanOrEqual(isTied ? 1 : 0);
      });
    }),
  );
});

test.each<[string, number, number[]]>([
  ['a negative amount', -1, [1]],
  ['nobody', 1, []],
  ['weights of 0 alone', 1, [0, 0]],
  ['a negative weight', 1, [2, -1]],
  ['a fraction', 1, [0.5]],
])('%s is refused', (_what, total, shares) => {
  expect(() => allocate(fen(total), shares)).toThrow('invariant');
});
