// The same cloud through @cloudbase/node-sdk itself, whose answers and errors have other forms.
import { createRequire } from 'node:module';
import { closeClouds, type Fields, openCloud, testEnv, type TestCloud } from './fixture';

type Answer = Promise<Fields>;
interface NodeQuery {
  where(condition: unknown): NodeQuery;
  options(options: Fields): NodeQuery;
  orderBy(field: string, order: string): NodeQuery;
  limit(count: number): NodeQuery;
  skip(count: number): NodeQuery;
  field(fields: Fields): NodeQuery;
  get(): Answer;
  count(): Answer;
  update(data: unknown): Answer;
  remove(): Answer;
  updateAndReturn(data: unknown): Answer;
}
interface NodeDocument {
  field(fields: Fields): NodeDocument;
  get(): Answer;
  set(data: unknown): Answer;
  update(data: unknown): Answer;
  remove(): Answer;
  delete(): Answer;
  create(data: unknown): Answer;
}
interface NodeCollection extends NodeQuery {
  doc(id: string | number): NodeDocument;
  add(data: unknown): Answer;
  options(options: Fields): NodeCollection;
  aggregate(stages?: unknown[]): { end(): Answer; match(filter: unknown): { end(): Answer } };
}
interface NodeTransaction {
  collection(name: string): NodeCollection;
  commit(): Answer;
  rollback(): Answer;
}
interface NodeDatabase {
  collection(name: string): NodeCollection;
  createCollection(name: string): Answer;
  startTransaction(): Promise<NodeTransaction>;
  runTransaction(work: (transaction: NodeTransaction) => Promise<unknown>): Promise<unknown>;
  command: Record<string, (...operands: unknown[]) => unknown>;
  ObjectId(options: { id: string }): unknown;
}
interface NodeSdk {
  init(options: Record<string, string>): { database(): NodeDatabase };
}

let cloud: TestCloud;
let db: NodeDatabase;

beforeAll(async () => {
  cloud = await openCloud({
    collections: [
      {
        name: 'notes',
        indexes: [
          {
            name: 'one_code',
            keys: [{ field: 'code', direction: '1' }],
            unique: true,
            sparse: true,
          },
        ],
      },
    ],
  });
  const ofSdk = createRequire(require.resolve('wx-server-sdk'));
  const cloudbase = ofSdk('@cloudbase/node-sdk') as NodeSdk;
  const keys = { serviceUrl: cloud.admin, secretId: 'any', secretKey: 'any', env: testEnv };
  db = cloudbase.init(keys).database();
});
afterAll(closeClouds);

const notes = () => db.collection('notes');
const requestId = expect.any(String) as string;
const anyId = expect.stringMatching(/^[0-9a-f]{32}$/) as string;

test('answers as the documents of node-sdk say', async () => {
  expect(await notes().add({ a: 1 })).toEqual({ id: anyId, requestId });
  expect(await notes().add([{ _id: 'x', a: 1 }, { a: 2 }])).toEqual({
    ids: ['x', anyId],
    requestId,
  });
  expect(await notes().doc('x').get()).toEqual({ data: [{ _id: 'x', a: 1 }], requestId });
  expect(await notes().doc('nobody').get()).toEqual({ data: [], requestId });
  expect(await notes().doc('y').create({ b: 1 })).toEqual({ id: 'y', requestId });
  expect(await notes().doc('y').set({ b: 2 })).toEqual({ updated: 1, upsertedId: '', requestId });
  expect(await notes().doc('z').set({ b: 2 })).toEqual({ updated: 0, upsertedId: 'z', requestId });
  expect(await notes().doc('y').update({ b: 3 })).toEqual({ updated: 1, requestId });
  expect(await notes().doc('y').field({ b: true, _id: false }).get()).toMatchObject({
    data: [{ b: 3 }],
  });
  expect(
    await notes()
      .where({ a: db.command['gt']?.(0) })
      .count(),
  ).toEqual({ total: 3, requestId });
  expect(await notes().where({ a: 2 }).update({ c: 1 })).toMatchObject({ updated: 1 });
  expect(await notes().doc('y').delete()).toEqual({ deleted: 1, requestId });
  expect(
    await notes()
      .where({ a: db.command['exists']?.(true) })
      .remove(),
  ).toEqual({ deleted: 3, requestId });
  expect(await db.createCollection('others')).toEqual({ requestId });
});

test('updates and removes one of many when it is told to', async () => {
  await notes().add([1, 2, 3].map((n) => ({ n, one: true })));
  const some = () => notes().where({ one: true }).options({ multiple: false });
  expect(await some().update({ seen: true })).toMatchObject({ updated: 1 });
  expect(await some().remove()).toMatchObject({ deleted: 1 });
  expect(await notes().where({ one: true }).count()).toMatchObject({ total: 2 });
});

test('updates and returns what has become of the document', async () => {
  await notes()
    .doc('counter')
    .set({ n: 1, at: new Date(5) });
  const change = { n: db.command['inc']?.(1) };
  const one = () => notes().where({ _id: 'counter' });
  expect(await one().updateAndReturn(change)).toEqual({
    ...{ updated: 1, doc: { _id: 'counter', n: 2, at: new Date(5) }, requestId },
  });
  expect(await notes().where({ _id: 'nobody' }).updateAndReturn(change)).toMatchObject({
    updated: 0,
    doc: null,
  });
  const rolledBack = db.runTransaction(async (transaction) => {
    const inside = transaction.collection('notes').where({ _id: 'counter' });
    expect(await inside.updateAndReturn(change)).toMatchObject({ doc: { n: 3 } });
    await transaction.rollback();
  });
  await expect(rolledBack).rejects.toBeUndefined();
  expect(await notes().doc('counter').get()).toMatchObject({ data: [{ n: 2 }] });
});

test('takes raw queries, updates and pipelines', async () => {
  await notes().add(
    [1, 2, 3, 4].map((n) => ({ _id: `raw${n}`, raw: n, next: n + 1, text: ` t${n} ` })),
  );
  const raw = () => notes().options({ raw: true });
  expect(
    await raw()
      .where({ raw: { $gte: 3 } })
      .count(),
  ).toMatchObject({ total: 2 });
  await raw()
    .where({ raw: 4 })
    .update({ $set: { list: [1, 2] }, $unset: { text: '' } });
  expect(await notes().doc('raw4').get()).toMatchObject({
    data: [{ _id: 'raw4', raw: 4, next: 5, list: [1, 2] }],
  });
  const stages = [
    { $match: { raw: { $lt: 3 } } },
    { $set: { text: { $trim: { input: '$text' } } } },
    {
      $facet: {
        all: [{ $count: 'n' }],
        texts: [{ $sort: { raw: -1 } }, { $project: { _id: 0, text: 1 } }],
      },
    },
    { $unset: 'nothing' },
  ];
  expect(await raw().aggregate(stages).end()).toEqual({
    data: [{ all: [{ n: 2 }], texts: [{ text: 't2' }, { text: 't1' }] }],
    requestId,
  });
  const tree = [
    { $match: { raw: 1 } },
    {
      $graphLookup: {
        from: 'notes',
        startWith: '$next',
        connectFromField: 'next',
        connectToField: 'raw',
        as: 'found',
      },
    },
    { $project: { n: { $size: '$found' } } },
  ];
  expect(await raw().aggregate(tree).end()).toMatchObject({ data: [{ n: 3 }] });
});

test('keeps ObjectIds, and answers them as texts', async () => {
  const id = '507f1f77bcf86cd799439011';
  await notes()
    .doc('o')
    .set({ ref: db.ObjectId({ id }) });
  expect(await notes().doc('o').get()).toMatchObject({ data: [{ ref: id }] });
  expect(
    await notes()
      .where({ ref: db.ObjectId({ id }) })
      .count(),
  ).toMatchObject({ total: 1 });
  expect(await notes().where({ ref: id }).count()).toMatchObject({ total: 0 });
});

test('answers inside of transactions in their own form', async () => {
  const transaction = await db.startTransaction();
  const inside = transaction.collection('notes');
  expect(await inside.add({ _id: 't' })).toEqual({ inserted: 1, ok: 1, id: 't', requestId });
  expect(await inside.doc('t').get()).toEqual({ data: { _id: 't' }, requestId });
  expect(await inside.doc('nobody').get()).toEqual({ data: null, requestId });
  expect(await inside.doc('u').set({ a: 1 })).toEqual({
    updated: 0,
    upserted: [{ _id: 'u' }],
    requestId,
  });
  expect(await inside.doc('u').delete()).toEqual({ deleted: 1, requestId });
  expect(await transaction.rollback()).toMatchObject({ requestId });
});

const failures: Record<string, [() => Promise<unknown>, code: string, message: string]> = {
  'an unknown collection': [
    () => db.collection('nope').get(),
    'DATABASE_COLLECTION_NOT_EXIST',
    '[ResourceNotFound] Db or Table not exist: nope.',
  ],
  'a collection that exists': [
    () => db.createCollection('notes'),
    'DATABASE_COLLECTION_ALREADY_EXIST',
    'Db or Table already exist: notes',
  ],
  'a key that is taken': [
    () => notes().add([{ code: 1 }, { code: 1 }]),
    'DATABASE_REQUEST_FAILED',
    'E11000 duplicate key error collection',
  ],
  'an update of everything': [
    () => notes().where({}).update({ a: 1 }),
    'INVALID_PARAM',
    'condition',
  ],
  'an operator that is unknown': [
    () =>
      notes()
        .where({ a: { $near2: 1 } })
        .get(),
    'DATABASE_REQUEST_FAILED',
    'unknown operator: $near2',
  ],
  'a stage that is unknown': [
    () =>
      notes()
        .options({ raw: true })
        .aggregate([{ $explode: {} }])
        .end(),
    'DATABASE_REQUEST_FAILED',
    "Unrecognized pipeline stage name: '$explode'",
  ],
  'a stage that writes': [
    () =>
      notes()
        .options({ raw: true })
        .aggregate([{ $out: 'others' }])
        .end(),
    'DATABASE_REQUEST_FAILED',
    "Unrecognized pipeline stage name: '$out'",
  ],
  'a script in a pipeline': [
    () =>
      notes()
        .options({ raw: true })
        .aggregate([{ $project: { a: { $function: { body: 'x', args: [], lang: 'js' } } } }])
        .end(),
    'DATABASE_REQUEST_FAILED',
    "Unrecognized expression '$function'",
  ],
  'a transaction that has ended': [
    async () => {
      const transaction = await db.startTransaction();
      await transaction.commit();
      await transaction.collection('notes').doc('x').get();
    },
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server',
  ],
  'a conflict': [
    async () => {
      const [one, two] = [await db.startTransaction(), await db.startTransaction()];
      await one.collection('notes').doc('c').set({ a: 1 });
      try {
        await two.collection('notes').doc('c').set({ a: 2 });
      } finally {
        await one.rollback();
      }
    },
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  ],
};

test.each(Object.entries(failures))(
  'fails for %s with code and message',
  async (_, [work, code, message]) => {
    await expect(work()).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
      requestId,
    });
  },
);
