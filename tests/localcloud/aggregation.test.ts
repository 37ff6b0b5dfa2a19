import { closeClouds, openCloud, type TestCloud } from './fixture';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    collections: [
      {
        name: 'orders',
        indexes: [
          {
            name: 'by_shop',
            keys: [
              { field: 'shop', direction: '1' },
              { field: 'at', direction: '1' },
            ],
          },
        ],
      },
      { name: 'shops', indexes: [] },
    ],
  });
  const orders = Array.from({ length: 600 }, (_, n) => ({
    _id: n,
    shop: `s${n % 3}`,
    at: new Date(Date.UTC(2026, 0, 1 + (n % 10))),
    fen: n,
    items: [
      { name: 'rice', count: 1 },
      { name: 'tea', count: n % 2 },
    ],
  }));
  cloud.importDocuments('orders', orders);
  cloud.importDocuments('shops', [
    { _id: 's0', name: '面馆' },
    { _id: 's1', name: '茶馆' },
  ]);
});
afterAll(closeClouds);

const $ = (name: string, ...operands: unknown[]) => cloud.db.command.aggregate[name]?.(...operands);
const orders = () => cloud.db.collection('orders').aggregate();

test('groups, sorts and sums', async () => {
  const { list } = await orders()
    .group({ _id: '$shop', fen: $('sum', '$fen'), count: $('sum', 1) })
    .sort({ _id: 1 })
    .end();
  expect(list).toEqual([
    { _id: 's0', fen: 59700, count: 200 },
    { _id: 's1', fen: 59900, count: 200 },
    { _id: 's2', fen: 60100, count: 200 },
  ]);
});

test('answers twenty rows without a limit, and as many as a limit says', async () => {
  expect((await orders().match({ shop: 's1' }).end()).list).toHaveLength(20);
  expect((await orders().match({ shop: 's1' }).limit(150).end()).list).toHaveLength(150);
  expect((await orders().group({ _id: '$fen' }).end()).list).toHaveLength(20);
});

test('lets the leading stages use an index', async () => {
  cloud.resetStats();
  const { list } = await orders()
    .match({ shop: 's2' })
    .sort({ at: -1 })
    .skip(1)
    .limit(2)
    .project({ at: 1 })
    .end();
  expect(list.map(({ at }) => (at as Date).toISOString().slice(0, 10))).toEqual([
    '2026-01-10',
    '2026-01-10',
  ]);
  expect(cloud.stats().documentsRead).toBe(3);
});

test('does not mix the order of stages up', async () => {
  const limitFirst = await orders()
    .limit(3)
    .match({ fen: { $gte: 2 } })
    .end();
  expect(limitFirst.list.map(({ fen }) => fen)).toEqual([2]);
  const skipAfterLimit = await orders().sort({ fen: 1 }).limit(3).skip(1).end();
  expect(skipAfterLimit.list.map(({ fen }) => fen)).toEqual([1, 2]);
  const twoLimits = await orders().sort({ fen: 1 }).limit(2).limit(5).end();
  expect(twoLimits.list.map(({ fen }) => fen)).toEqual([0, 1]);
});

test('joins another collection', async () => {
  const { list } = await orders()
    .match({ fen: cloud.db.command['lt']?.(3) })
    .sort({ fen: 1 })
    .lookup({ from: 'shops', localField: 'shop', foreignField: '_id', as: 'shops' })
    .project({ _id: 0, fen: 1, name: $('arrayElemAt', ['$shops.name', 0]) })
    .end();
  expect(list).toEqual([{ fen: 0, name: '面馆' }, { fen: 1, name: '茶馆' }, { fen: 2 }]);
});
