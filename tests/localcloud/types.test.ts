// Types that survive the way to the store and back. A JavaScript client sends plain numbers, of which
// the SDK makes ints, longs and doubles; with the classes of the `bson` that the SDK carries, update
// commands send every type. What the SDK makes of an answer is the SDK's: so the store is read by the
// protocol as well.
import { createRequire } from 'node:module';
import { closeClouds, openCloud, type TestCloud } from './fixture';

interface Bson {
  Long: { fromString(digits: string): unknown };
  Double: new (value: number) => unknown;
  Int32: new (value: number) => unknown;
  Decimal128: { fromString(digits: string): unknown };
  Binary: new (bytes: Buffer, subType?: number) => unknown;
  ObjectId: new (hex: string) => unknown;
  Timestamp: { fromBits(low: number, high: number): unknown };
  MinKey: new () => unknown;
  BSONRegExp: new (pattern: string, options: string) => unknown;
}
const ofSdk = createRequire(require.resolve('wx-server-sdk'));
const bson = createRequire(ofSdk.resolve('@cloudbase/database'))('bson') as Bson;
const long = (digits: string) => bson.Long.fromString(digits);

let cloud: TestCloud;

beforeAll(async () => {
  const by = (field: string) => ({ name: field, keys: [{ field, direction: '1' as const }] });
  cloud = await openCloud({
    collections: [
      { name: 'things', indexes: [] },
      { name: 'sorted', indexes: [by('n')] },
    ],
    clock: '2026-05-01T00:00:00.000Z',
  });
});
afterAll(closeClouds);

const things = () => cloud.db.collection('things');
const command = (name: string, ...operands: unknown[]) => cloud.db.command[name]?.(...operands);

/** The extended JSON of a field, as it lies in the store. */
async function stored(field: string): Promise<unknown> {
  const response = await fetch(cloud.admin, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      action: 'database.getDocument',
      collectionName: 'things',
      query: '{"_id":"x"}',
      queryType: 'DOC',
    }),
  });
  const { data } = (await response.json()) as { data: { list: string[] } };
  return (JSON.parse(data.list[0] ?? '{}') as Record<string, unknown>)[field];
}

async function put(value: unknown): Promise<void> {
  cloud.importDocuments('things', [{ _id: 'x', v: 0 }]);
  await things()
    .doc('x')
    .update({ data: { v: command('set', value) } });
}

const kept: Record<string, [sent: unknown, stored: unknown, seen: unknown]> = {
  'an int': [5, { $numberInt: '5' }, 5],
  'a long': [2 ** 40, { $numberLong: '1099511627776' }, 2 ** 40],
  'a double': [5.5, { $numberDouble: '5.5' }, 5.5],
  'a small long': [long('5'), { $numberLong: '5' }, 5],
  'a whole double': [new bson.Double(5), { $numberDouble: '5.0' }, 5],
  'a long beyond all doubles': [
    long('9007199254740993'),
    { $numberLong: '9007199254740993' },
    // The SDK reads longs as numbers, which have no such value.
    9007199254740992,
  ],
  'the least long': [
    long('-9223372036854775808'),
    { $numberLong: '-9223372036854775808' },
    -(2 ** 63),
  ],
  'an endless number': [-Infinity, { $numberDouble: '-Infinity' }, -Infinity],
  'no number': [NaN, { $numberDouble: 'NaN' }, NaN],
  'null': [null, null, null],
  'a date before 1970': [new Date(-1), { $date: { $numberLong: '-1' } }, new Date(-1)],
  'an id': [
    new bson.ObjectId('507f1f77bcf86cd799439011'),
    '507f1f77bcf86cd799439011',
    '507f1f77bcf86cd799439011',
  ],
  'a list of many': [
    [1, 'x', null, [new Date(0)], { a: [true] }],
    [{ $numberInt: '1' }, 'x', null, [{ $date: { $numberLong: '0' } }], { a: [true] }],
    [1, 'x', null, [new Date(0)], { a: [true] }],
  ],
};

test.each(Object.entries(kept))('keeps %s', async (_, [sent, text, seen]) => {
  await put(sent);
  expect(await stored('v')).toEqual(text);
  expect((await things().doc('x').get()).data['v']).toEqual(seen);
});

/** Whatever the SDK makes of them. */
const carried: Record<string, [sent: unknown, stored: unknown]> = {
  'a decimal': [bson.Decimal128.fromString('0.10'), { $numberDecimal: '0.10' }],
  'bytes': [
    new bson.Binary(Buffer.from('hello')),
    { $binary: { base64: 'aGVsbG8=', subType: '00' } },
  ],
  'bytes of another kind': [
    new bson.Binary(Buffer.from('hello'), 5),
    { $binary: { base64: 'aGVsbG8=', subType: '05' } },
  ],
  'a time stamp': [bson.Timestamp.fromBits(1, 2), { $timestamp: { t: 2, i: 1 } }],
  'the least key': [new bson.MinKey(), { $minKey: 1 }],
  'a pattern with its options': [
    new bson.BSONRegExp('a/b', 'ix'),
    { $regularExpression: { pattern: 'a/b', options: 'ix' } },
  ],
};

test.each(Object.entries(carried))('carries %s', async (_, [sent, text]) => {
  await put(sent);
  expect(await stored('v')).toEqual(text);
  await things()
    .doc('x')
    .update({ data: { other: 1 } });
  expect(await stored('v')).toEqual(text);
});

const calculated: Record<string, [before: unknown, change: () => unknown, after: unknown]> = {
  'an int that overflows becomes a long': [
    2147483647,
    () => command('inc', 1),
    { $numberLong: '2147483648' },
  ],
  'a long counts on with all its digits': [
    long('9007199254740993'),
    () => command('inc', 1),
    { $numberLong: '9007199254740994' },
  ],
  'by a long': [
    1,
    () => command('inc', long('9007199254740992')),
    { $numberLong: '9007199254740993' },
  ],
  'a long stays a long': [2 ** 40, () => command('inc', -(2 ** 40)), { $numberLong: '0' }],
  'a double stays a double': [0.5, () => command('inc', 0.5), { $numberDouble: '1.0' }],
  'an int and a double make a double': [4, () => command('mul', 0.5), { $numberDouble: '2.0' }],
  'longs are multiplied exactly': [
    long('3037000500'),
    () => command('mul', long('3037000499')),
    { $numberLong: '9223372033963249500' },
  ],
  'the greater of a long and a double': [
    long('9007199254740993'),
    () => command('max', 9007199254740992),
    { $numberLong: '9007199254740993' },
  ],
  'bits of a long': [
    long('9007199254740993'),
    () => command('bit', { and: 1 }),
    { $numberLong: '1' },
  ],
};

test.each(Object.entries(calculated))('%s', async (_, [before, change, after]) => {
  await put(before);
  await things()
    .doc('x')
    .update({ data: { v: change() } });
  expect(await stored('v')).toEqual(after);
});

test('refuses a sum that no long can hold', async () => {
  await put(long('9223372036854775807'));
  const work = things()
    .doc('x')
    .update({ data: { v: command('inc', 1) } });
  await expect(work).rejects.toMatchObject({
    errCode: -502001,
    errMsg: expect.stringContaining('Failed to apply $inc operations to current value') as string,
  });
});

test('orders and finds longs by all their digits, with an index and without', async () => {
  const digits = ['9007199254740992', '9007199254740993', '9007199254740994', '-9007199254740993'];
  for (const collection of ['things', 'sorted']) {
    const target = cloud.db.collection(collection);
    cloud.importDocuments(
      collection,
      digits.map((_, i) => ({ _id: `n${i}`, kind: 'n' })),
    );
    for (const [i, text] of digits.entries()) {
      await target.doc(`n${i}`).update({ data: { n: command('set', long(text)) } });
    }
    const ids = async (condition: unknown) =>
      (await target.where(condition).orderBy('n', 'asc').get()).data.map(({ _id }) => _id);
    expect(await ids({ kind: 'n' })).toEqual(['n3', 'n0', 'n1', 'n2']);
    expect(await ids({ kind: 'n', n: command('lte', 9007199254740992) })).toEqual(['n3', 'n0']);
    expect(await ids({ n: command('gt', 9007199254740992) })).toEqual(['n1', 'n2']);
    expect(await ids({ n: 9007199254740992 })).toEqual(['n0']);
  }
});

test('adds longs in an aggregation without losing digits', async () => {
  await put(long('9007199254740993'));
  const { list } = await cloud.db
    .collection('things')
    .aggregate()
    .match({ _id: 'x' })
    .project({
      isNext: { $eq: [{ $add: ['$v', 1] }, { $literal: 9007199254740994 }] },
      isSame: { $eq: ['$v', { $literal: 9007199254740992 }] },
      type: { $type: '$v' },
    })
    .end();
  expect(list).toEqual([{ _id: 'x', isNext: true, isSame: false, type: 'long' }]);
});

test('reads server dates in conditions too', async () => {
  cloud.importDocuments('things', [
    { _id: 'past', at: new Date('2026-04-30T23:00:00.000Z') },
    { _id: 'future', at: new Date('2026-05-01T01:00:00.000Z') },
  ]);
  const now = (offset: number) => cloud.db.serverDate({ offset });
  const before = (offset: number) =>
    things()
      .where({ at: command('lt', now(offset)) })
      .count();
  expect((await before(0)).total).toBe(1);
  expect((await before(2 * 3600_000)).total).toBe(2);
});
