import { closeClouds, failure, functionsFolder, openCloud, type TestCloud } from './fixture';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    clock: '2026-05-01T00:00:00.000Z',
    collections: [
      {
        name: 'accounts',
        indexes: [
          { name: 'by_kind', keys: [{ field: 'kind', direction: '1' }] },
          {
            name: 'one_phone',
            keys: [{ field: 'phone', direction: '1' }],
            unique: true,
            sparse: true,
          },
        ],
      },
    ],
    functionsDir: functionsFolder({
      forgetful: {
        main: `async () => {
          const db = cloud.database();
          const transaction = await db.startTransaction();
          await transaction.collection('accounts').doc('f').set({ data: { fen: 1 } });
          await db.collection('accounts').where({ kind: 'none' }).count();
          await transaction.commit();
        }`,
      },
      selfish: {
        main: `async () => {
          const db = cloud.database();
          const transaction = await db.startTransaction();
          await transaction.collection('accounts').doc('g').update({ data: { fen: 1 } });
          const own = db.collection('accounts').doc('g').update({ data: { fen: 2 } });
          await new Promise((resolve) => setTimeout(resolve, 50));
          await transaction.commit();
          await own;
        }`,
      },
    }),
  });
});
afterAll(closeClouds);

const accounts = () => cloud.db.collection('accounts');
const fen = async (id: string) => (await accounts().doc(id).get()).data['fen'];
const start = async () => {
  const transaction = await cloud.db.startTransaction();
  return { transaction, in: transaction.collection('accounts') };
};

test('shows nothing of a transaction before its commit, and all of it after', async () => {
  await accounts()
    .doc('a')
    .set({ data: { fen: 1 } });
  const one = await start();
  await one.in.doc('a').update({ data: { fen: 2 } });
  await one.in.add({ data: { _id: 'b', fen: 3 } });
  expect(await fen('a')).toBe(1);
  expect((await accounts().where({ _id: 'b' }).count()).total).toBe(0);
  await one.transaction.commit();
  expect([await fen('a'), await fen('b')]).toEqual([2, 3]);
});

test('leaves nothing of a transaction that was rolled back', async () => {
  await accounts()
    .doc('c')
    .set({ data: { fen: 1 } });
  const one = await start();
  await one.in.doc('c').remove();
  await one.in.add({ data: { _id: 'd', fen: 3 } });
  await one.transaction.rollback();
  expect(await fen('c')).toBe(1);
  expect((await accounts().where({ _id: 'd' }).count()).total).toBe(0);
});

test('sees the moment of its first operation, and its own writes over it', async () => {
  for (const id of ['k1', 'k2', 'k3'])
    await accounts()
      .doc(id)
      .set({ data: { kind: 'seen', fen: 1 } });
  const one = await start();
  await accounts()
    .doc('k1')
    .update({ data: { fen: 2 } });
  expect((await one.in.doc('k1').get()).data['fen']).toBe(2);
  await accounts()
    .doc('k1')
    .update({ data: { fen: 5 } });
  await accounts().doc('k2').remove();
  await accounts().add({ data: { _id: 'k4', kind: 'seen', fen: 9 } });
  await one.in.doc('k3').update({ data: { kind: 'other' } });
  await one.in.add({ data: { _id: 'k5', kind: 'seen', fen: 7 } });
  const seen = await one.in.where({ kind: 'seen' }).orderBy('fen', 'desc').get();
  expect(seen.data.map((d) => [d['_id'], d['fen']])).toEqual([
    ['k5', 7],
    ['k1', 2],
    ['k2', 1],
  ]);
  const two = await one.in.where({ kind: 'seen' }).orderBy('fen', 'desc').skip(1).limit(1).get();
  expect(two.data.map(({ _id }) => _id)).toEqual(['k1']);
  await one.transaction.commit();
  const after = await accounts().where({ kind: 'seen' }).orderBy('fen', 'desc').get();
  expect(after.data.map(({ _id }) => _id)).toEqual(['k4', 'k5', 'k1']);
});

test('fails at once when another transaction has written the document, and is gone then', async () => {
  await accounts()
    .doc('e')
    .set({ data: { fen: 1 } });
  const [one, two] = [await start(), await start()];
  await one.in.doc('e').update({ data: { fen: 2 } });
  const conflict = await failure(two.in.doc('e').update({ data: { fen: 3 } }));
  expect(conflict).toMatchObject({ errCode: -501001 });
  expect(conflict.message).toContain('[ResourceUnavailable.TransactionConflict]');
  const late = await failure(two.in.doc('e').get());
  expect(late.message).toContain('[ResourceUnavailable.TransactionNotExist]');
  expect((await failure(two.transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL');
  await one.transaction.commit();
  expect(await fen('e')).toBe(2);
});

test('fails when the document has changed, vanished or appeared since its snapshot', async () => {
  for (const id of ['x', 'y'])
    await accounts()
      .doc(id)
      .set({ data: { fen: 1 } });
  const changes = [
    [
      () =>
        accounts()
          .doc('x')
          .update({ data: { fen: 2 } }),
      'x',
    ],
    [() => accounts().doc('y').remove(), 'y'],
    [
      () =>
        accounts()
          .doc('z')
          .set({ data: { fen: 2 } }),
      'z',
    ],
  ] as const;
  for (const [change, id] of changes) {
    const one = await start();
    await one.in.doc('a').get();
    await change();
    const conflict = await failure(one.in.doc(id).set({ data: { fen: 3 } }));
    expect(conflict.message).toContain('TransactionConflict');
  }
});

test('lets write skew commit, as snapshot isolation does', async () => {
  for (const id of ['w1', 'w2'])
    await accounts()
      .doc(id)
      .set({ data: { kind: 'skew', fen: 1 } });
  const [one, two] = [await start(), await start()];
  expect((await one.in.where({ kind: 'skew' }).get()).data).toHaveLength(2);
  expect((await two.in.where({ kind: 'skew' }).get()).data).toHaveLength(2);
  await one.in.doc('w1').update({ data: { fen: 0 } });
  await two.in.doc('w2').update({ data: { fen: 0 } });
  await one.transaction.commit();
  await two.transaction.commit();
  expect([await fen('w1'), await fen('w2')]).toEqual([0, 0]);
});

test('makes a writer outside wait until the document is free', async () => {
  await accounts()
    .doc('q')
    .set({ data: { fen: 1 } });
  const one = await start();
  await one.in.doc('q').update({ data: { fen: 10 } });
  let isDone = false;
  const outside = accounts()
    .doc('q')
    .update({ data: { fen: cloud.db.command['inc']?.(5) } })
    .then(() => (isDone = true));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(isDone).toBe(false);
  await one.transaction.commit();
  await outside;
  expect(await fen('q')).toBe(15);
});

test('keeps a unique key for the transaction that took it', async () => {
  await accounts()
    .doc('u0')
    .set({ data: { phone: '100' } });
  const [one, two] = [await start(), await start()];
  await two.in.doc('u0').get();
  await one.in.add({ data: { _id: 'u1', phone: '200' } });
  expect((await failure(two.in.add({ data: { _id: 'u2', phone: '200' } }))).message).toContain(
    'TransactionConflict',
  );
  const outside = failure(accounts().add({ data: { _id: 'u3', phone: '200' } }));
  await one.transaction.commit();
  expect((await outside).message).toContain('E11000');
  const three = await start();
  expect((await failure(three.in.add({ data: { _id: 'u4', phone: '100' } }))).message).toContain(
    'E11000',
  );
});

test('frees a unique key by removing its document in the same transaction', async () => {
  await accounts()
    .doc('v0')
    .set({ data: { phone: '300' } });
  const one = await start();
  await one.in.doc('v0').remove();
  await one.in.add({ data: { _id: 'v1', phone: '300' } });
  await one.transaction.commit();
  expect((await accounts().where({ phone: '300' }).get()).data.map(({ _id }) => _id)).toEqual([
    'v1',
  ]);
});

test('refuses a unique key that a transaction has taken twice', async () => {
  const one = await start();
  await one.in.add({ data: { _id: 't1', phone: '400' } });
  expect((await failure(one.in.add({ data: { _id: 't2', phone: '400' } }))).message).toContain(
    'E11000',
  );
});

test('conflicts with a document that took the key after the snapshot', async () => {
  const one = await start();
  await one.in.doc('a').get();
  await accounts()
    .doc('n1')
    .set({ data: { phone: '500' } });
  expect((await failure(one.in.add({ data: { _id: 'n2', phone: '500' } }))).message).toContain(
    'TransactionConflict',
  );
});

test('ends after 30 seconds of the cloud’s clock and frees what it held', async () => {
  await accounts()
    .doc('l')
    .set({ data: { fen: 1 } });
  const one = await start();
  await one.in.doc('l').update({ data: { fen: 2 } });
  await cloud.advanceClock(29);
  expect((await one.in.doc('l').get()).data['fen']).toBe(2);
  const outside = accounts()
    .doc('l')
    .update({ data: { fen: 3 } });
  await cloud.advanceClock(2);
  await outside;
  expect(await fen('l')).toBe(3);
  expect((await failure(one.transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL');
});

test('counts how transactions end', async () => {
  cloud.resetStats();
  const [one, two, three] = [await start(), await start(), await start()];
  await one.in.doc('s').set({ data: { fen: 1 } });
  await failure(two.in.doc('s').set({ data: { fen: 2 } }));
  await one.transaction.commit();
  await three.transaction.rollback();
  expect(cloud.stats().transactions).toEqual({
    started: 3,
    committed: 1,
    aborted: 1,
    conflicted: 1,
    expired: 0,
  });
});

test('runs with hundreds open at a time', async () => {
  const all = await Promise.all(Array.from({ length: 300 }, start));
  await Promise.all(
    all.map((one, n) => one.in.doc(`h${n}`).set({ data: { kind: 'many', fen: n } })),
  );
  expect((await accounts().where({ kind: 'many' }).count()).total).toBe(0);
  await Promise.all(all.map((one) => one.transaction.commit()));
  expect((await accounts().where({ kind: 'many' }).count()).total).toBe(300);
});

test('warns of a request that escapes the function’s own transaction', async () => {
  cloud.logged.length = 0;
  await cloud.call('forgetful', {}, { openid: 'oAlice' });
  expect(cloud.logged.join('\n')).toMatch(
    /WARNING \[forgetful \w+\] database.calculateDocument on accounts runs OUTSIDE/,
  );
});

test('warns of a function that waits for itself', async () => {
  await accounts()
    .doc('g')
    .set({ data: { fen: 0 } });
  cloud.logged.length = 0;
  await cloud.call('selfish', {}, { openid: 'oAlice' });
  expect(cloud.logged.join('\n')).toMatch(
    /WARNING \[selfish \w+\] waits for its own open transaction/,
  );
});
