// Random questions to two collections of the same documents, one with indexes and one without:
// an index may only make an answer faster.
import fc from 'fast-check';
import { CloudClock } from '../../src/localcloud/clock';
import { Database } from '../../src/localcloud/database/database';
import type { SortSpec } from '../../src/localcloud/query/planner';
import { sortBy } from '../../src/localcloud/query/sort';
import { numeric } from '../../src/localcloud/values/numeral';
import { type Document, ObjectId, type Value } from '../../src/localcloud/values/value';
import { closeClouds, temporaryFolder } from './fixture';

let database: Database;

const plansSeen = { exact: 0, sorted: 0 };

beforeAll(() => {
  database = new Database({
    dataDir: temporaryFolder(),
    env: 'local-test',
    clock: new CloudClock(),
    onRead: ({ plan }) => {
      if (plan.kind === 'range' && plan.exact) plansSeen.exact++;
      if (plan.kind === 'range' && plan.sorted) plansSeen.sorted++;
    },
    onReadById: () => undefined,
    onTransactionEnd: () => undefined,
    onWait: () => undefined,
  });
  const indexes = [
    { name: 'a', keys: [{ field: 'a', direction: '1' as const }] },
    { name: 'b_desc', keys: [{ field: 'b', direction: '-1' as const }] },
    {
      name: 'a_b',
      keys: [
        { field: 'a', direction: '1' as const },
        { field: 'b', direction: '-1' as const },
      ],
    },
    { name: 'c_sparse', keys: [{ field: 'c', direction: '1' as const }], sparse: true },
    { name: 'nested', keys: [{ field: 'd.e', direction: '1' as const }] },
  ];
  database.declare([
    { name: 'scalars', indexes },
    { name: 'scalars-plain', indexes: [] },
    { name: 'arrays', indexes },
    { name: 'arrays-plain', indexes: [] },
  ]);
});
afterAll(async () => {
  database.close();
  await closeClouds();
});

const small: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, 'x', 'y', true, 1.5) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Value>(
      NaN,
      numeric('long', '2'),
      numeric('long', '9007199254740993'),
      2 ** 53,
      new ObjectId('507f1f77bcf86cd799439011'),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(1, 2).map((day) => new Date(Date.UTC(2026, 0, day))) },
);
const list = fc.array(small, { maxLength: 3 });
const documents = (value: fc.Arbitrary<Value>): fc.Arbitrary<Document[]> =>
  fc.array(
    fc.record({ a: value, b: value, c: value, d: value.map((e) => ({ e })) }, { requiredKeys: [] }),
    { minLength: 5, maxLength: 20 },
  );
const withArrays: fc.Arbitrary<Value> = fc.oneof(small, list);

const field = fc.constantFrom('a', 'b', 'c', 'd.e');
const operand = small.filter((candidate) => candidate !== null);
const condition: fc.Arbitrary<Value> = fc.oneof(
  small,
  fc.array(small, { minLength: 1, maxLength: 3 }).map(($in) => ({ $in })),
  fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), operand).map(([op, v]) => ({ [op]: v })),
  fc.tuple(operand, operand).map(([$gte, $lt]) => ({ $gte, $lt })),
  fc.tuple(list, operand).map(([$in, $gt]) => ({ $in, $gt })),
  fc.oneof(
    operand.map(($ne) => ({ $ne })),
    fc.boolean().map(($exists) => ({ $exists })),
  ),
);
const conjunction: fc.Arbitrary<Document> = fc
  .uniqueArray(fc.tuple(field, condition), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 2,
  })
  .map((entries) => Object.fromEntries(entries));
const some = fc.array(conjunction, { minLength: 1, maxLength: 3 });
const filter: fc.Arbitrary<Document> = fc.oneof(
  conjunction,
  some.map(($or) => ({ $or })),
  fc.tuple(conjunction, some).map(([and, $or]) => ({ ...and, $or })),
  some.map(($and) => ({ $and })),
  fc
    .tuple(field, condition, condition)
    .map(([name, one, two]) => ({ $and: [{ [name]: one }, { [name]: two }] })),
);
const order: fc.Arbitrary<SortSpec> = fc.uniqueArray(
  fc.record({ field, direction: fc.constantFrom<1 | -1>(1, -1) }),
  { selector: (entry) => entry.field, maxLength: 2 },
);

const ids = (found: { value: Document }[]) => found.map(({ value }) => value['_id']);

async function refill(name: string, filled: Document[]): Promise<void> {
  for (const collection of [name, `${name}-plain`]) {
    await database.remove(collection, { filter: { _id: { $exists: true } }, multi: true });
    database.import(
      collection,
      filled.map((fields, n) => ({ _id: n, ...fields })),
    );
  }
}

function compare(name: string, sent: Document, sort: SortSpec): void {
  const all = { filter: sent, sort, offset: 0, limit: Infinity };
  const indexed = database.find(name, all);
  const plain = database.find(`${name}-plain`, all);
  expect(ids(indexed).sort()).toEqual(ids(plain).sort());
  expect(database.count(name, sent)).toBe(plain.length);
  // What sorts equally may come in any order, so the answers are compared by their sort keys: the
  // indexed answer is sorted if sorting it again changes nothing.
  expect(ids(sortBy(indexed, sort, ({ value }) => value))).toEqual(ids(indexed));
  const part = database.find(name, { ...all, offset: 1, limit: 3 });
  expect(ids(part)).toEqual(ids(indexed).slice(1, 4));
}

test.each([
  ['scalars', documents(small)],
  ['arrays', documents(withArrays)],
] as const)(
  'finds %s with indexes as without them, in order',
  async (name, filled) => {
    const questions = fc.array(fc.tuple(filter, order), { minLength: 60, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(filled, questions, async (content, asked) => {
        await refill(name, content);
        for (const [sent, sort] of asked) compare(name, sent, sort);
      }),
      { numRuns: 35 },
    );
    expect(plansSeen.exact).toBeGreaterThan(100);
    if (name === 'scalars') expect(plansSeen.sorted).toBeGreaterThan(100);
  },
  120_000,
);
