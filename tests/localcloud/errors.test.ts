// What the caller of the real SDK sees when the cloud refuses.
import {
  closeClouds,
  failure,
  openCloud,
  pointSdkAt,
  sdk,
  sdkEnvironment,
  testEnv,
  type TestCloud,
} from './fixture';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    collections: [
      {
        name: 'shops',
        indexes: [
          { name: 'one_code', keys: [{ field: 'code', direction: '1' }], unique: true },
          {
            name: 'one_phone',
            keys: [{ field: 'phone', direction: '1' }],
            unique: true,
            sparse: true,
          },
          {
            name: 'one_seat',
            keys: [
              { field: 'row', direction: '1' },
              { field: 'seat', direction: '1' },
            ],
            unique: true,
            sparse: true,
          },
        ],
      },
    ],
  });
  await shops()
    .doc('s')
    .set({ data: { code: 'A', phone: '1', row: 1, seat: 1, name: '面馆' } });
});
afterAll(closeClouds);

const shops = () => cloud.db.collection('shops');
const command = (name: string, ...operands: unknown[]) => cloud.db.command[name]?.(...operands);

const contact = 'Please check your request, but if the problem cannot be solved, contact us.';

const refusals: Record<
  string,
  [() => Promise<unknown>, number | undefined, string | undefined, string]
> = {
  'an unknown collection': [
    () => cloud.db.collection('nope').get(),
    -502005,
    undefined,
    `collection.get:fail -502005 database collection not exists. [ResourceNotFound] Db or Table not exist: nope. ${contact}`,
  ],
  'an unknown collection in an aggregation': [
    () => cloud.db.collection('nope').aggregate().match({}).end(),
    -1,
    'DATABASE_COLLECTION_NOT_EXIST',
    '[ResourceNotFound] Db or Table not exist: nope',
  ],
  'a collection that exists': [
    () => cloud.db.createCollection('shops'),
    -1,
    'DATABASE_COLLECTION_ALREADY_EXIST',
    'Db or Table already exist: shops',
  ],
  'an id that is taken': [
    () => shops().add({ data: { _id: 's', code: 'B' } }),
    -502001,
    undefined,
    `E11000 duplicate key error collection: tnt-${testEnv}.shops index: _id_ dup key: { _id: "s" }`,
  ],
  'a unique key that is taken': [
    () => shops().add({ data: { code: 'A' } }),
    -502001,
    undefined,
    `collection.add:fail -502001 database request fail. [FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-${testEnv}.shops index: one_code dup key: { code: "A" }}]}, {<nil>}]. ${contact}`,
  ],
  'a unique compound key that is taken': [
    () => shops().add({ data: { code: 'C', row: 1, seat: 1 } }),
    -502001,
    undefined,
    'index: one_seat dup key: { row: 1, seat: 1 }',
  ],
  'a key that an update takes from another': [
    async () => {
      await shops()
        .doc('t')
        .set({ data: { code: 'T' } });
      await shops()
        .doc('t')
        .update({ data: { code: 'A' } });
    },
    -502001,
    undefined,
    'E11000',
  ],
  'an update of everything': [
    () =>
      shops()
        .where({})
        .update({ data: { a: 1 } }),
    -501007,
    undefined,
    'collection.update:fail -501007 invalid parameters.',
  ],
  'a removal of everything': [
    () => shops().where({}).remove(),
    -501007,
    undefined,
    'collection.remove:fail -501007 invalid parameters.',
  ],
  'a field name that begins with a dollar': [
    () => shops().add({ data: { code: 'D', nested: { $bad: 1 } } }),
    -502001,
    undefined,
    "The dollar ($) prefixed field '$bad'",
  ],
  'a document that is not there': [
    () => shops().doc('nobody').get(),
    -1,
    undefined,
    'document.get:fail document with _id nobody does not exist',
  ],
  'an operator that is unknown': [
    () =>
      shops()
        .where({ name: { $near2: 1 } })
        .get(),
    -502001,
    undefined,
    'unknown operator: $near2',
  ],
  'a near query without an index': [
    () =>
      shops()
        .where({ place: command('geoNear', { geometry: new cloud.db.Geo.Point(120, 30) }) })
        .get(),
    -502001,
    undefined,
    'unable to find index for $geoNear query',
  ],
  'a count of what is no number': [
    () =>
      shops()
        .doc('s')
        .update({ data: { name: command('inc', 1) } }),
    -502001,
    undefined,
    'Cannot apply $inc to a value of non-numeric type',
  ],
  'a field inside of a text': [
    () =>
      shops()
        .doc('s')
        .update({ data: { 'name.first': 1 } }),
    -502001,
    undefined,
    "Cannot create field 'first' in element {name:",
  ],
  'a push onto what is no list': [
    () =>
      shops()
        .doc('s')
        .update({ data: { name: command('push', 1) } }),
    -502001,
    undefined,
    'Cannot apply $push to a non-array value',
  ],
  'a stage that is unknown': [
    () =>
      cloud.db
        .collection('shops')
        .aggregate()
        .match({ name: { $nope: 1 } })
        .end(),
    -1,
    'DATABASE_REQUEST_FAILED',
    'unknown operator: $nope',
  ],
  'a function that is not there': [
    () => sdk.callFunction({ name: 'nope' }),
    -1,
    'FUNCTION_NOT_FOUND',
    'callFunction:fail FunctionName parameter could not be found: nope',
  ],
  'an openapi that is not served': [
    async () => sdk.openapi['wxacode']?.['get']?.({ path: 'p' }),
    -604101,
    undefined,
    'error code: -604101',
  ],
  'a pay call that is unknown': [
    async () => sdk.cloudPay['payTaxes']?.({ fen: 1 }),
    -501007,
    undefined,
    'unknown pay action payTaxes',
  ],
};

test.each(Object.entries(refusals))(
  'tells the caller about %s',
  async (_, [work, errCode, code, message]) => {
    const seen = await failure(work());
    expect({ errCode: seen.errCode, code: seen.code }).toEqual({ errCode, code });
    expect(seen.message).toContain(message);
  },
);

test('counts a missing field as null in a unique index, unless the index is sparse', async () => {
  await shops().add({ data: { _id: 'n1' } });
  expect((await failure(shops().add({ data: { _id: 'n2' } }))).message).toContain(
    'dup key: { code: null }',
  );
  await shops().add({ data: { _id: 'n3', code: 'N3' } });
  await shops().add({ data: { _id: 'n4', code: 'N4' } });
});

test('keeps the documents before the one that fails, and none after it', async () => {
  cloud.importDocuments('shops', [
    { _id: 'm1', code: 'M1' },
    { _id: 'm2', code: 'M2' },
  ]);
  const taken = failure(
    shops()
      .where({ _id: command('in', ['m1', 'm2']) })
      .update({ data: { code: 'M' } }),
  );
  expect((await taken).message).toContain('E11000');
  expect((await shops().doc('m1').get()).data['code']).toBe('M');
  expect((await shops().doc('m2').get()).data['code']).toBe('M2');
});

test('allows a hundred collections', async () => {
  for (let n = 1; n < 100; n++) await cloud.db.createCollection(`c${n}`);
  expect(await failure(cloud.db.createCollection('c100'))).toMatchObject({
    errCode: -1,
    code: 'DATABASE_COLLECTION_EXCEED_LIMIT',
  });
});

test('answers any request with HTTP 200, and garbage with an error inside', async () => {
  const post = async (body: string) => {
    const response = await fetch(cloud.admin, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  for (const body of [
    '',
    'nonsense',
    '[]',
    '{}',
    '{"action":"database.dropEverything"}',
    '{"action":"database.getDocument","collectionName":"shops","query":"{"}',
    '{"action":"database.insertDocument","collectionName":"shops","data":[{}]}',
  ]) {
    const answer = await post(body);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      code: expect.any(String) as string,
      requestId: expect.any(String) as string,
    });
  }
});

test('runs no code that stands in a query', async () => {
  const seen = await failure(shops().where({ $where: 'true' }).get());
  expect(seen.errCode).toBe(-502001);
});

test('gives a caller that says who it is by its address that person’s orders', async () => {
  pointSdkAt(`${cloud.admin}/as/oBob`);
  const order = await sdk.cloudPay['unifiedOrder']?.({
    ...{ body: '面', outTradeNo: 'as-bob', subMchId: '1', totalFee: 100 },
    ...{ envId: testEnv, functionName: 'f', spbillCreateIp: '127.0.0.1' },
  });
  const window = `${cloud.url}/cashier/${String(order?.['prepayId'])}`;
  const pay = (openid: string) =>
    fetch(window, {
      method: 'POST',
      headers: { 'x-openid': openid },
      body: '{"outcome":"cancel"}',
    });
  expect((await pay('oEve')).status).toBe(403);
  expect((await pay('oBob')).status).toBe(200);
  Object.assign(process.env, sdkEnvironment(cloud.admin));
});
