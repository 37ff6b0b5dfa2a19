import fc from 'fast-check';
import { compare as compareValues } from '../../src/localcloud/values/compare';
import { isNumeric, numeric, Numeral } from '../../src/localcloud/values/numeral';
import { orderKey, typeBracket } from '../../src/localcloud/values/order-key';
import { ObjectId, type Value } from '../../src/localcloud/values/value';

/** Longs of all sizes, many of them next to a double that is near them. */
const longs = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc
      .tuple(fc.integer({ min: 53, max: 62 }), fc.bigInt({ min: -3n, max: 3n }))
      .map(([exponent, more]) => 2n ** BigInt(exponent) + more),
  )
  .chain((value) => fc.constantFrom(value, -value))
  .map((value) => numeric('long', String(value)));
const wholeDoubles = fc
  .integer({ min: -5, max: 5 })
  .map((value) => numeric('double', `${value}.0`));

const scalars = fc.oneof(
  longs,
  wholeDoubles,
  fc.integer({ min: 53, max: 63 }).map((exponent) => 2 ** exponent),
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
  if (isNumeric(value)) return 1;
  if (typeof value === 'string') return 2;
  if (value instanceof ObjectId) return 3;
  if (typeof value === 'boolean') return 4;
  return 5;
};

function exact(value: Value): bigint | number {
  return value instanceof Numeral && value.kind === 'long' ? BigInt(value.text) : Number(value);
}

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
  // JavaScript compares a BigInt with a number exactly.
  const [x, y] = [exact(a), exact(b)];
  return x < y ? -1 : Number(x > y);
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

const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;

test('values compare as their keys do', () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      const expected = sign(orderKey(a), orderKey(b));
      expect(Math.sign(compareValues(a, b))).toBe(expected);
      expect(compareValues(a, a)).toBe(0);
    }),
    { numRuns: 5000 },
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
