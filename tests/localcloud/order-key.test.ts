import fc from 'fast-check';
import { orderKey, typeBracket } from '../../src/localcloud/values/order-key';
import { ObjectId, type Value } from '../../src/localcloud/values/value';

const scalars = fc.oneof(
  fc.constant(null),
  fc.double({ noDefaultInfinity: false }),
  fc.integer(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '\0', 'a\0', 'a\0b', 'a\u0001', 'a', 'ab', '\u00ff'),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc
    .uint8Array({ minLength: 12, maxLength: 12 })
    .map((bytes) => new ObjectId(Buffer.from(bytes).toString('hex'))),
);

const rank = (value: Value): number => {
  if (value === null) return 0;
  if (typeof value === 'number') return 1;
  if (typeof value === 'string') return 2;
  if (value instanceof ObjectId) return 3;
  if (typeof value === 'boolean') return 4;
  return 5;
};

/** The order of the database, written down without bytes. */
function compare(a: Value, b: Value): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  if (a instanceof ObjectId && b instanceof ObjectId)
    return a.hex < b.hex ? -1 : Number(a.hex > b.hex);
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return Number(a) - Number(b) || 0;
}

const sign = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

test('keys order values as the database does, in both directions', () => {
  fc.assert(
    fc.property(scalars, scalars, (a, b) => {
      const expected = Math.sign(compare(a, b));
      expect(sign(orderKey(a), orderKey(b))).toBe(expected);
      expect(sign(orderKey(a, -1), orderKey(b, -1))).toBe(expected === 0 ? 0 : -expected);
    }),
    { numRuns: 2000 },
  );
});

test('joined keys order by the first part, then by the second', () => {
  const pair = fc.tuple(scalars, scalars);
  fc.assert(
    fc.property(pair, pair, fc.constantFrom<1 | -1>(1, -1), (a, b, direction) => {
      const key = ([first, second]: [Value, Value]) =>
        orderKey(first, direction) + orderKey(second);
      const expected = direction * compare(a[0], b[0]) || compare(a[1], b[1]);
      expect(sign(key(a), key(b))).toBe(Math.sign(expected));
    }),
    { numRuns: 2000 },
  );
});

test('no key begins another, so that an equal prefix is an equal value', () => {
  fc.assert(
    fc.property(scalars, scalars, (a, b) => {
      const [first, second] = [orderKey(a), orderKey(b)];
      expect(second.startsWith(first)).toBe(first === second);
    }),
    { numRuns: 2000 },
  );
});

test('arrays and objects order by their parts', () => {
  const ordered: Value[] = [
    {},
    { a: 1 },
    { a: 2 },
    { b: 1 },
    { a: 'x' },
    [],
    [1],
    [1, 2],
    [2],
    ['x'],
  ];
  const keys = ordered.map((value) => orderKey(value));
  expect([...keys].sort()).toEqual(keys);
});

test('a type bracket holds all values of the type and no others', () => {
  fc.assert(
    fc.property(scalars, scalars, fc.constantFrom<1 | -1>(1, -1), (a, b, direction) => {
      const { from, to } = typeBracket(a, direction);
      const key = orderKey(b, direction);
      expect(from <= key && key < to).toBe(rank(a) === rank(b));
    }),
  );
});
