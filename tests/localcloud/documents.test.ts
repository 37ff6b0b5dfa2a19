import fc from 'fast-check';
import { closeClouds, failure, type Fields, openCloud, type TestCloud } from './fixture';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    collections: [{ name: 'notes', indexes: [] }],
    clock: '2026-05-01T00:00:00.000Z',
  });
});
afterAll(closeClouds);

const notes = () => cloud.db.collection('notes');
const stored = async (id: string) => (await notes().doc(id).get()).data;

test('makes ids of 32 hexadecimal characters, and keeps those that are given', async () => {
  expect((await notes().add({ data: { a: 1 } }))._id).toMatch(/^[0-9a-f]{32}$/);
  expect((await notes().add({ data: { _id: 'mine', a: 1 } }))._id).toBe('mine');
  expect(await stored('mine')).toEqual({ _id: 'mine', a: 1 });
});

test('keeps a number apart from a text as id', async () => {
  await notes()
    .doc(7)
    .set({ data: { kind: 'number' } });
  await notes()
    .doc('7')
    .set({ data: { kind: 'text' } });
  expect((await notes().doc(7).get()).data).toEqual({ _id: 7, kind: 'number' });
  expect(await stored('7')).toEqual({ _id: '7', kind: 'text' });
});

test('tells by set whether a document was made or replaced', async () => {
  expect(
    (
      await notes()
        .doc('s')
        .set({ data: { a: 1, b: 2 } })
    ).stats,
  ).toEqual({ created: 1, updated: 0 });
  expect(
    (
      await notes()
        .doc('s')
        .set({ data: { a: 3 } })
    ).stats,
  ).toEqual({ created: 0, updated: 1 });
  expect(await stored('s')).toEqual({ _id: 's', a: 3 });
});

test('counts by update only documents that have become different', async () => {
  await notes()
    .doc('u')
    .set({ data: { a: 1 } });
  expect(
    (
      await notes()
        .doc('u')
        .update({ data: { a: 2 } })
    ).stats.updated,
  ).toBe(1);
  expect(
    (
      await notes()
        .doc('u')
        .update({ data: { a: 2 } })
    ).stats.updated,
  ).toBe(0);
  expect(
    (
      await notes()
        .doc('nobody')
        .update({ data: { a: 2 } })
    ).stats.updated,
  ).toBe(0);
});

test('removes one and many', async () => {
  for (const n of [1, 2, 3])
    await notes()
      .doc(`r${n}`)
      .set({ data: { group: 'r', n } });
  expect((await notes().doc('r1').remove()).stats.removed).toBe(1);
  expect((await notes().doc('r1').remove()).stats.removed).toBe(0);
  expect((await notes().where({ group: 'r' }).remove()).stats.removed).toBe(2);
  expect((await notes().where({ group: 'r' }).count()).total).toBe(0);
});

test('puts the time of the cloud where a server date stands, also deep inside and in updates', async () => {
  const now = () => cloud.db.serverDate();
  await notes()
    .doc('d')
    .set({
      data: { at: now(), deep: { list: [{ at: cloud.db.serverDate({ offset: 60_000 }) }] } },
    });
  expect(await stored('d')).toEqual({
    _id: 'd',
    at: new Date('2026-05-01T00:00:00.000Z'),
    deep: { list: [{ at: new Date('2026-05-01T00:01:00.000Z') }] },
  });
  await cloud.advanceClock(5);
  await notes()
    .doc('d')
    .update({ data: { 'deep.seen': now(), 'log': cloud.db.command['push']?.({ at: now() }) } });
  expect(await stored('d')).toMatchObject({
    deep: { seen: new Date('2026-05-01T00:00:05.000Z') },
    log: [{ at: new Date('2026-05-01T00:00:05.000Z') }],
  });
});

const values: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.maxSafeInteger(),
    // The SDK itself sends minus zero as zero.
    fc.double({ noNaN: true }).map((value) => value + 0),
    fc.string({ unit: 'grapheme' }),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => name !== 'type'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

test('gives back what was stored, types and all', async () => {
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      await notes().doc('v').set({ data: { value } });
      expect((await stored('v'))['value']).toEqual(value);
    }),
    { numRuns: 150 },
  );
});

test('gives back what is neither JSON nor a date', async () => {
  const { Geo } = cloud.db;
  const data = {
    pattern: /^a.*z$/i,
    point: new Geo.Point(120.15, 30.27),
    line: new Geo.LineString([new Geo.Point(1, 2), new Geo.Point(3, 4)]),
    area: new Geo.Polygon([
      new Geo.LineString([
        new Geo.Point(0, 0),
        new Geo.Point(1, 0),
        new Geo.Point(1, 1),
        new Geo.Point(0, 0),
      ]),
    ]),
    tiny: 5e-324,
    huge: 1.7976931348623157e308,
    long: 2 ** 53 - 1,
  };
  await notes().doc('t').set({ data });
  const { pattern, ...rest } = await stored('t');
  const { pattern: sent, ...expected } = data;
  expect(rest).toEqual({ _id: 't', ...expected });
  expect(pattern).toMatchObject({ pattern: sent.source, options: sent.flags });
});

test('leaves out fields that are undefined', async () => {
  await notes()
    .doc('x')
    .set({ data: { a: undefined, b: { c: undefined, d: 1 } } });
  expect(await stored('x')).toEqual({ _id: 'x', b: { d: 1 } });
});

test('gets 100 by default, 1000 at most, and pages by skip', async () => {
  cloud.importDocuments(
    'notes',
    Array.from({ length: 1200 }, (_, n) => ({
      _id: `p${String(n).padStart(4, '0')}`,
      page: true,
      n,
    })),
  );
  const pages = notes().where({ page: true });
  expect((await pages.get()).data).toHaveLength(100);
  expect((await pages.limit(5000).get()).data).toHaveLength(1000);
  const third = await pages.orderBy('n', 'desc').skip(2).limit(2).get();
  expect(third.data.map(({ n }) => n)).toEqual([1197, 1196]);
});

test('answers only the fields that are asked for', async () => {
  await notes()
    .doc('f')
    .set({ data: { a: 1, b: { c: 2, d: 3 }, list: [1, 2, 3] } });
  const only = async (fields: Fields) =>
    (await notes().where({ _id: 'f' }).field(fields).get()).data[0];
  expect(await only({ a: true })).toEqual({ _id: 'f', a: 1 });
  expect(await only({ a: true, _id: false })).toEqual({ a: 1 });
  expect(await only({ 'b.c': true })).toEqual({ _id: 'f', b: { c: 2 } });
  expect(await only({ b: false, list: false })).toEqual({ _id: 'f', a: 1 });
});

test('answers the parts of lists that are asked for', async () => {
  const { project } = cloud.db.command;
  const list = [1, 2, 3, 4, 5];
  await notes()
    .doc('parts')
    .set({ data: { a: 1, list, in: { list }, docs: [{ n: 1 }, { n: 2, m: 3 }, { n: 2 }] } });
  const only = async (fields: Fields) => (await notes().doc('parts').field(fields).get()).data;
  const slice = (operand: unknown) => project['slice']?.(operand);
  expect((await only({ list: slice(2) }))['list']).toEqual([1, 2]);
  expect((await only({ list: slice(-2) }))['list']).toEqual([4, 5]);
  expect((await only({ list: slice([1, 2]) }))['list']).toEqual([2, 3]);
  expect((await only({ list: slice([-4, 2]) }))['list']).toEqual([2, 3]);
  expect((await only({ 'in.list': slice(1) }))['in']).toEqual({ list: [1] });
  expect(Object.keys(await only({ list: slice(2) }))).toEqual(['_id', 'a', 'list', 'in', 'docs']);
  expect(await only({ a: true, list: slice(1) })).toEqual({ _id: 'parts', a: 1, list: [1] });
  expect(await only({ 'a': true, 'in.list': slice(1) })).toEqual({
    ...{ _id: 'parts', a: 1, in: { list: [1] } },
  });
  const two = project['elemMatch']?.({ n: 2 });
  expect(await only({ docs: two })).toEqual({ _id: 'parts', docs: [{ n: 2, m: 3 }] });
  const none = project['elemMatch']?.({ n: 9 });
  expect(await only({ a: true, docs: none })).toEqual({ _id: 'parts', a: 1 });
});

test('refuses to answer and to leave out at once', async () => {
  const work = notes().where({ _id: 'f' }).field({ a: true, b: false }).get();
  expect((await failure(work)).message).toContain('Cannot do exclusion in an inclusion projection');
});

test('adds many at once, and changes or removes one of many when it is told to', async () => {
  const added = await notes().add({
    data: [1, 2, 3].map((n) => ({ _id: `many${n}`, many: true })),
  });
  expect(added._ids).toEqual(['many1', 'many2', 'many3']);
  const many = notes().where({ many: true });
  expect((await many.update({ data: { a: 1 }, multi: false })).stats.updated).toBe(1);
  expect((await many.remove({ multi: false })).stats.removed).toBe(1);
  expect((await many.update({ data: { a: 2 } })).stats.updated).toBe(2);
});

test('makes collections on demand', async () => {
  await cloud.db.createCollection('later');
  await cloud.db.collection('later').add({ data: { _id: '1' } });
  expect((await cloud.db.collection('later').count()).total).toBe(1);
});
