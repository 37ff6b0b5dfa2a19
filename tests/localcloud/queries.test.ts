import { branchesOf } from '../../src/localcloud/query/constraints';
import { closeClouds, type Fields, openCloud, type TestCloud } from './fixture';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    collections: [
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
  const { gt, gte, inc } = cloud.db.command as Record<string, (...v: unknown[]) => unknown>;
  const logged = async (work: () => Promise<unknown>) => {
    cloud.logged.length = 0;
    await work();
    return cloud.logged.filter((line) => line.startsWith('WARNING'));
  };
  expect(await logged(() => orders().where({ payer: 'p7' }).get())).toEqual([]);
  expect(await logged(() => orders().count())).toEqual([]);
  expect(
    await logged(() =>
      orders()
        .where({ at: gte?.(0) })
        .limit(1000)
        .get(),
    ),
  ).toEqual([]);
  expect(await logged(() => orders().where({ amount: 4999 }).get())).toEqual([
    'WARNING slow query on orders: read 5000 documents for 1 (collection scan): {"amount":{"$numberInt":"4999"}}',
  ]);
  const data = { seen: inc?.(1) };
  const rare = { at: gte?.(0), amount: gt?.(4998) };
  expect(await logged(() => orders().where(rare).update({ data }))).toEqual([
    expect.stringContaining('read 5000 documents for 1 (index by_time)'),
  ]);
  const all = () => orders().aggregate().group({ _id: '$payer' }).end();
  expect(await logged(all)).toEqual([
    expect.stringContaining('read 5000 documents for 5000 (collection scan): {}'),
  ]);
});

test('gives up bounding a filter rather than multiplying its branches', () => {
  const either = { $or: [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }] };
  const branches = branchesOf({ $and: [either, either, either, either] });
  expect(branches.length).toBeLessThanOrEqual(32);
  expect(branches.some(({ exact }) => exact)).toBe(false);
});
