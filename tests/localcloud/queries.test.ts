import fc from 'fast-check';
import { branchesOf } from '../../src/localcloud/query/constraints';
import { valuesAt } from '../../src/localcloud/storage/index-keys';
import { orderKey } from '../../src/localcloud/values/order-key';
import type { Document, Value } from '../../src/localcloud/values/value';
import { closeClouds, type Fields, openCloud, type TestCloud } from './fixture';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    collections: [
      { name: 'plain', indexes: [] },
      {
        name: 'indexed',
        indexes: [
          { name: 'a', keys: [{ field: 'a', direction: '1' }] },
          { name: 'b_desc', keys: [{ field: 'b', direction: '-1' }] },
          {
            name: 'a_b',
            keys: [
              { field: 'a', direction: '1' },
              { field: 'b', direction: '-1' },
            ],
          },
          { name: 'c_sparse', keys: [{ field: 'c', direction: '1' }], sparse: true },
          { name: 'nested', keys: [{ field: 'd.e', direction: '1' }] },
        ],
      },
      {
        name: 'orders',
        indexes: [
          {
            name: 'by_payer',
            keys: [
              { field: 'payer', direction: '1' },
              { field: 'at', direction: '-1' },
            ],
          },
          {
            name: 'by_time',
            keys: [
              { field: 'at', direction: '1' },
              { field: '_id', direction: '1' },
            ],
          },
          { name: 'by_tag', keys: [{ field: 'tags', direction: '1' }] },
        ],
      },
    ],
  });
  const orders = Array.from({ length: 5000 }, (_, n) => ({
    _id: `o${String(n).padStart(5, '0')}`,
    payer: `p${n % 100}`,
    at: Math.floor(n / 3),
    tags: [`t${n % 7}`, `u${n % 5}`],
    amount: n,
  }));
  cloud.importDocuments('orders', orders);
});
afterAll(closeClouds);

const small = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom(null, 'x', 'y', true, 1.5),
  fc.constantFrom(1, 2).map((day) => new Date(Date.UTC(2026, 0, day))),
);
const value = fc.oneof(small, fc.array(small, { maxLength: 3 }));
const document = fc.record(
  {
    a: value,
    b: value,
    c: value,
    d: fc.oneof(fc.record({ e: value }), fc.array(fc.record({ e: small }), { maxLength: 2 })),
  },
  { requiredKeys: [] },
);
const field = fc.constantFrom('a', 'b', 'c', 'd.e');
const operand = small.filter((candidate) => candidate !== null);
const condition = fc.oneof(
  small,
  fc.array(small, { minLength: 1, maxLength: 3 }).map(($in) => ({ $in })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), operand)
    .map(([op, v]) => ({ [op]: v })),
  fc.tuple(operand, operand).map(([$gte, $lt]) => ({ $gte, $lt })),
  fc.boolean().map(($exists) => ({ $exists })),
);
const conjunction = fc
  .uniqueArray(fc.tuple(field, condition), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 3,
  })
  .map((entries) => Object.fromEntries(entries));
const filter = fc.oneof(
  conjunction,
  fc.array(conjunction, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
  fc
    .tuple(conjunction, fc.array(conjunction, { minLength: 1, maxLength: 2 }))
    .map(([and, $or]) => ({ ...and, $or })),
  fc.array(conjunction, { minLength: 1, maxLength: 2 }).map(($and) => ({ $and })),
);
const order = fc.uniqueArray(fc.tuple(field, fc.constantFrom<'asc' | 'desc'>('asc', 'desc')), {
  selector: ([name]) => name,
  maxLength: 2,
});

/** The first few results by what they are sorted by: equal ones may come in any order. */
async function sortedValues(collection: string, sent: Fields, sort: [string, 'asc' | 'desc'][]) {
  if (sort.length === 0) return [];
  const query = cloud.db.collection(collection).where(sent);
  const { data } = await sort
    .reduce((q, [name, way]) => q.orderBy(name, way), query)
    .limit(5)
    .get();
  return data.map((found) => sort.map(([name, way]) => least(valuesOf(found, name), way)));
}

function valuesOf(found: Fields, path: string): Value[] {
  return valuesAt(found as Document, path).values.map((v) => v ?? null);
}

/** An array sorts by its least or greatest element. */
function least(values: Value[], way: 'asc' | 'desc'): string {
  const keys = values.map((v) => orderKey(v)).sort();
  return (way === 'asc' ? keys[0] : keys.at(-1)) ?? '';
}

/** Sends a filter as it is, past the SDK's own language. */
function ask(collection: string, sent: Fields, sort: [string, 'asc' | 'desc'][]) {
  const query = cloud.db.collection(collection).where(sent);
  return sort
    .reduce((q, [name, way]) => q.orderBy(name, way), query)
    .limit(1000)
    .get();
}

test('finds with indexes what it finds without them, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(filter, order), { minLength: 8, maxLength: 8 }),
      async (documents, questions) => {
        for (const name of ['plain', 'indexed']) {
          await cloud.db
            .collection(name)
            .where({ _id: { $exists: true } })
            .remove();
          const numbered = documents.map((fields, n) => ({ _id: n, ...fields }));
          cloud.importDocuments(name, numbered);
        }
        for (const [sent, sort] of questions) {
          const bySort: [string, 'asc' | 'desc'][] = [...sort, ['_id', 'asc']];
          const plain = await ask('plain', sent, bySort);
          const indexed = await ask('indexed', sent, bySort);
          expect(indexed.data.map(({ _id }) => _id)).toEqual(plain.data.map(({ _id }) => _id));
          const counted = await cloud.db.collection('indexed').where(sent).count();
          expect(counted.total).toBe(plain.data.length);
          expect(await sortedValues('indexed', sent, sort)).toEqual(
            await sortedValues('plain', sent, sort),
          );
        }
      },
    ),
    { numRuns: 50 },
  );
}, 120_000);

/** How many documents are read to answer. */
async function reads(work: () => Promise<unknown>): Promise<number> {
  cloud.resetStats();
  await work();
  return cloud.stats().documentsRead;
}

const orders = () => cloud.db.collection('orders');

test('reads no more documents than an index says', async () => {
  const { gt, gte, lt, or, and, eq } = cloud.db.command as Record<
    string,
    (...v: unknown[]) => unknown
  >;
  expect(await reads(() => orders().doc('o00042').get())).toBe(1);
  expect(await reads(() => orders().where({ _id: 'o00042' }).get())).toBe(1);
  expect(await reads(() => orders().where({ payer: 'p7' }).get())).toBe(50);
  expect(await reads(() => orders().where({ payer: 'p7' }).count())).toBe(0);
  expect(
    await reads(() => orders().where({ payer: 'p7' }).orderBy('at', 'desc').limit(3).get()),
  ).toBe(3);
  expect(
    await reads(() => orders().where({ payer: 'p7' }).orderBy('at', 'asc').limit(3).get()),
  ).toBe(3);
  expect(await reads(() => orders().orderBy('at', 'desc').limit(10).get())).toBe(10);
  expect(
    await reads(() =>
      orders()
        .where({ at: gte?.(100) })
        .orderBy('at', 'asc')
        .limit(20)
        .get(),
    ),
  ).toBe(20);
  expect(await reads(() => orders().where({ tags: 't3' }).limit(10).get())).toBe(10);
  expect(
    await reads(() =>
      orders()
        .orderBy('_id', 'asc')
        .where({ _id: gt?.('o00100') })
        .limit(10)
        .get(),
    ),
  ).toBe(10);
  const page = or?.({ at: gt?.(500) }, and?.({ at: eq?.(500) }, { _id: gt?.('o01500') }));
  expect(
    await reads(() =>
      orders().where(page).orderBy('at', 'asc').orderBy('_id', 'asc').limit(10).get(),
    ),
  ).toBe(10);
  expect(
    await reads(() =>
      orders()
        .where({ at: lt?.(10), amount: gt?.(25) })
        .get(),
    ),
  ).toBe(30);
});

test('pages by time and id without a gap or a repeat', async () => {
  const { gt, or, and, eq } = cloud.db.command as Record<string, (...v: unknown[]) => unknown>;
  const seen: unknown[] = [];
  let last: Fields | undefined;
  for (;;) {
    const after: unknown = last
      ? or?.({ at: gt?.(last['at']) }, and?.({ at: eq?.(last['at']) }, { _id: gt?.(last['_id']) }))
      : {};
    const page = await orders()
      .where(after)
      .orderBy('at', 'asc')
      .orderBy('_id', 'asc')
      .limit(700)
      .get();
    seen.push(...page.data.map(({ _id }) => _id));
    last = page.data.at(-1);
    if (page.data.length < 700) break;
  }
  expect(seen).toHaveLength(5000);
  expect(seen).toEqual([...seen].sort());
});

test('updates and removes through an index too', async () => {
  const { inc, gte } = cloud.db.command as Record<string, (...v: unknown[]) => unknown>;
  const two = { payer: 'p8', at: gte?.(1600) };
  expect(
    await reads(() =>
      orders()
        .where(two)
        .update({ data: { seen: inc?.(1) } }),
    ),
  ).toBe(2);
  expect((await orders().where({ seen: 1 }).count()).total).toBe(2);
});

test('reports a query that reads more than a thousand documents in vain', async () => {
  cloud.logged.length = 0;
  await orders().where({ payer: 'p7' }).get();
  expect(cloud.logged).toEqual([]);
  await orders().where({ amount: 4999 }).get();
  expect(cloud.logged.join('\n')).toContain(
    'slow query on orders: read 5000 documents for 1 (collection scan)',
  );
  expect(cloud.logged.join('\n')).toContain('"amount"');
});

test('gives up bounding a filter rather than multiplying its branches', () => {
  const either = { $or: [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }] };
  const branches = branchesOf({ $and: [either, either, either, either] });
  expect(branches.length).toBeLessThanOrEqual(32);
  expect(branches.some(({ exact }) => exact)).toBe(false);
});
