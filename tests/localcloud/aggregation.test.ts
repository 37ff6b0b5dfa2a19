import { closeClouds, type Fields, openCloud, type SdkAggregate, type TestCloud } from './fixture';

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
      { name: 'books', indexes: [] },
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

/** The results of one stage of expressions on a single document. */
async function computed(document: Fields, expressions: Fields): Promise<Fields | undefined> {
  const books = cloud.db.collection('books');
  await books.doc('one').set({ data: document });
  const { list } = await books
    .aggregate()
    .project({ _id: 0, ...expressions })
    .end();
  return list[0];
}

test('computes with numbers, texts, lists, dates and conditions', async () => {
  const document = {
    a: 7,
    b: 2,
    text: 'Hello 世界',
    list: [3, 1, 2],
    at: new Date('2026-03-04T05:06:07.008Z'),
    none: null,
  };
  const expressions = {
    add: $('add', ['$a', '$b', 1]),
    subtract: $('subtract', ['$a', '$b']),
    multiply: $('multiply', ['$a', '$b']),
    divide: $('divide', ['$a', '$b']),
    mod: $('mod', ['$a', '$b']),
    floor: $('floor', $('divide', ['$a', '$b'])),
    pow: $('pow', ['$b', 10]),
    concat: $('concat', ['$text', '!']),
    upper: $('toUpper', '$text'),
    length: $('strLenCP', '$text'),
    bytes: $('strLenBytes', '$text'),
    part: $('substrCP', ['$text', 6, 2]),
    split: $('split', ['$text', ' ']),
    size: $('size', '$list'),
    mapped: $('map', { input: '$list', as: 'x', in: $('multiply', ['$$x', 10]) }),
    filtered: $('filter', { input: '$list', as: 'x', cond: $('gte', ['$$x', 2]) }),
    reduced: $('reduce', { input: '$list', initialValue: 0, in: $('add', ['$$value', '$$this']) }),
    year: $('year', '$at'),
    hourInChina: $('hour', { date: '$at', timezone: 'Asia/Shanghai' }),
    text: $('dateToString', {
      date: '$at',
      format: '%Y-%m-%d %H:%M:%S',
      timezone: 'Asia/Shanghai',
    }),
    cond: $('cond', { if: $('gt', ['$a', 5]), then: 'big', else: 'small' }),
    ifNull: $('ifNull', ['$none', 'nothing']),
    branch: $('switch', {
      branches: [
        { case: $('eq', ['$a', 1]), then: 'one' },
        { case: $('eq', ['$a', 7]), then: 'seven' },
      ],
      default: 'other',
    }),
    union: $('setUnion', ['$list', [9]]),
    literal: $('literal', '$a'),
    let: $('let', { vars: { x: '$a' }, in: $('add', ['$$x', 1]) }),
  };
  expect(await computed(document, expressions)).toEqual({
    ...{ add: 10, subtract: 5, multiply: 14, divide: 3.5, mod: 1, floor: 3, pow: 1024 },
    ...{
      concat: 'Hello 世界!',
      upper: 'HELLO 世界',
      length: 8,
      bytes: 12,
      part: '世界',
      split: ['Hello', '世界'],
    },
    ...{ size: 3, mapped: [30, 10, 20], filtered: [3, 2], reduced: 6 },
    ...{ year: 2026, hourInChina: 13, text: '2026-03-04 13:06:07' },
    ...{ cond: 'big', ifNull: 'nothing', branch: 'seven', literal: '$a', let: 8 },
    union: expect.arrayContaining([1, 2, 3, 9]) as unknown,
  });
});

test('runs the other stages', async () => {
  const run = async (build: (pipeline: SdkAggregate) => SdkAggregate) =>
    (
      await build(
        orders()
          .match({ fen: { $lt: 6 } })
          .sort({ fen: 1 }),
      ).end()
    ).list;
  expect(await run((p) => p.unwind('$items').sortByCount('$items.name').sort({ _id: 1 }))).toEqual([
    { _id: 'rice', count: 6 },
    { _id: 'tea', count: 6 },
  ]);
  expect(await run((p) => p.count('total'))).toEqual([{ total: 6 }]);
  expect(
    await run((p) =>
      p
        .addFields({ double: $('multiply', ['$fen', 2]) })
        .project({ _id: 0, double: 1 })
        .limit(2),
    ),
  ).toEqual([{ double: 0 }, { double: 2 }]);
  expect(
    await run((p) =>
      p.bucket({ groupBy: '$fen', boundaries: [0, 2, 6], output: { count: $('sum', 1) } }),
    ),
  ).toEqual([
    { _id: 0, count: 2 },
    { _id: 2, count: 4 },
  ]);
  expect(
    await run((p) => p.replaceRoot({ newRoot: $('arrayElemAt', ['$items', 0]) }).limit(1)),
  ).toEqual([{ name: 'rice', count: 1 }]);
  expect(await run((p) => p.sample({ size: 4 }))).toHaveLength(4);
});
