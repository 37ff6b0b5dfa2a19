// Each fault of requests through the real SDK: what the caller sees, and what is there afterwards.
import { createRequire } from 'node:module';
import { closeClouds, failure, openCloud, sdk, type TestCloud } from './fixture';
import type { FaultRule } from '../../src/localcloud';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    collections: [
      { name: 'notes', indexes: [] },
      { name: 'others', indexes: [] },
    ],
  });
});
beforeEach(async () => {
  cloud.setFaults({ seed: 1, rules: [] });
  for (const name of ['a', 'b']) await note(name).set({ data: { n: 0 } });
});
afterAll(closeClouds);

const note = (id: string) => cloud.db.collection('notes').doc(id);
const storedN = async (id: string) => {
  cloud.setFaults({ seed: 1, rules: [] });
  return (await note(id).get()).data['n'];
};
const on = (...rules: FaultRule[]) => {
  cloud.setFaults({ seed: 1, rules });
};
const fired = () => cloud.faults().rules.map(({ fired: times }) => times);
const one = { data: { n: 1 } };

/** A transaction that writes both notes. */
const writeBoth = (times?: number) => {
  let attempts = 0;
  const done = cloud.db.runTransaction(async (transaction) => {
    attempts++;
    await transaction.collection('notes').doc('a').update(one);
    await transaction.collection('notes').doc('b').update(one);
  }, times);
  return { done, attempts: () => attempts };
};

test('a conflict at an operation reaches the caller as the cloud tells it, and the transaction is over', async () => {
  on({ fault: 'conflict', count: 1 });
  const transaction = await cloud.db.startTransaction();
  const a = transaction.collection('notes').doc('a');
  expect((await a.get()).data['n']).toBe(0);
  const seen = await failure(a.update(one));
  expect(seen).toMatchObject({ errCode: -501001 });
  expect(seen.message).toContain(
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict',
  );
  expect((await failure(transaction.commit())).message).toContain('TransactionNotExist');
  await note('a').update({ data: { n: 2 } });
  expect(await storedN('a')).toBe(2);
});

test('runTransaction does not repeat what met a conflict at an operation', async () => {
  on({ fault: 'conflict', count: 1 });
  const { done, attempts } = writeBoth(3);
  expect((await failure(done)).message).toContain('TransactionConflict');
  expect(attempts()).toBe(1);
  expect([await storedN('a'), await storedN('b')]).toEqual([0, 0]);
});

test('reads and writes outside of transactions meet no conflict', async () => {
  on({ fault: 'conflict' }, { fault: 'conflict-at-commit' });
  await note('a').update(one);
  const transaction = await cloud.db.startTransaction();
  await transaction.collection('notes').doc('a').get();
  await transaction.rollback();
  expect(fired()).toEqual([0, 0]);
});

test('runTransaction repeats what met a conflict at its commit: three times, and it is done once', async () => {
  on({ fault: 'conflict-at-commit', count: 3 });
  const { done, attempts } = writeBoth(3);
  await done;
  expect(attempts()).toBe(4);
  expect(fired()).toEqual([3]);
  expect([await storedN('a'), await storedN('b')]).toEqual([1, 1]);
});

test('a conflict at the last commit is told with its code, and nothing is there', async () => {
  on({ fault: 'conflict-at-commit' });
  expect((await failure(writeBoth(1).done)).code).toBe('DATABASE_TRANSACTION_CONFLICT');
  expect([await storedN('a'), await storedN('b')]).toEqual([0, 0]);
});

test('a commit whose reply is lost has committed', async () => {
  on({ fault: 'reply-lost', action: 'database.commitTransaction', count: 1 });
  const transaction = await cloud.db.startTransaction();
  await transaction.collection('notes').doc('a').update(one);
  await transaction.collection('notes').doc('b').update(one);
  const seen = await failure(transaction.commit());
  expect(seen.code ?? seen.message).toMatch(/ECONNRESET|socket hang up/);
  expect((await failure(transaction.rollback())).message).toContain('TransactionNotExist');
  expect([await storedN('a'), await storedN('b')]).toEqual([1, 1]);
});

test('a lost reply hides a refusal, too', async () => {
  on({ fault: 'reply-lost', action: 'database.insertDocument' });
  const add = cloud.db.collection('notes').add({ data: { _id: 'a' } });
  expect((await failure(add)).message).toMatch(/socket hang up|ECONNRESET/);
  expect(await storedN('a')).toBe(0);
});

test.each([
  ['SYS_ERR', -501001],
  ['SERVER_TIMEOUT', -501002],
  ['EXCEED_REQUEST_LIMIT', -501003],
  ['EXCEED_CONCURRENT_REQUEST_LIMIT', -501004],
  ['DATABASE_REQUEST_FAILED', -502001],
] as const)(
  'an error before: %s is %i for the caller, and nothing is done',
  async (code, errCode) => {
    on({ fault: 'error-before', collection: 'notes', code });
    expect((await failure(note('a').update(one))).errCode).toBe(errCode);
    expect(await storedN('a')).toBe(0);
  },
);

test('an error after: the caller sees it, and all is done', async () => {
  on({ fault: 'error-after', collection: 'notes' });
  expect((await failure(note('a').update(one))).errCode).toBe(-501001);
  expect(await storedN('a')).toBe(1);
});

test('an error before an operation leaves its transaction open, with its locks, for the caller to end', async () => {
  on({ fault: 'error-before', action: 'database.modifyDocument', count: 1 });
  const transaction = await cloud.db.startTransaction();
  const notes = transaction.collection('notes');
  expect((await failure(notes.doc('a').update(one))).errCode).toBe(-501001);
  await notes.doc('b').update(one);
  await transaction.commit();
  expect([await storedN('a'), await storedN('b')]).toEqual([0, 1]);
});

test('a delay holds the answer back for at most its seconds', async () => {
  on({ fault: 'delay', seconds: 0.4 });
  const began = performance.now();
  for (let n = 1; n <= 4; n++) await note('a').update({ data: { n } });
  const ms = performance.now() - began;
  expect(fired()).toEqual([4]);
  expect(ms).toBeGreaterThan(100);
  expect(ms).toBeLessThan(4 * 400 + 1000);
  expect(await storedN('a')).toBe(4);
});

test.each([
  ['done', true, 1],
  ['not done', false, 0],
] as const)('a request that times out and is %s gets no answer', async (_, isDone, expected) => {
  on({ fault: 'timeout', isDone, seconds: 0.2 });
  const began = performance.now();
  const seen = await failure(note('a').update(one));
  expect(performance.now() - began).toBeGreaterThanOrEqual(190);
  expect(seen.message).toMatch(/socket hang up|ECONNRESET/);
  expect(await storedN('a')).toBe(expected);
});

test('without its seconds a timeout lasts until the SDK gives up', async () => {
  on({ fault: 'timeout', isDone: true, count: 1 });
  const impatient = cloudbaseOf(cloud.admin, 300);
  const seen = await failure(impatient.collection('notes').doc('a').update({ n: 1 }));
  expect(seen.code).toMatch(/TIMEDOUT/);
  expect(await storedN('a')).toBe(1);
});

test('strikes only where its rule says', async () => {
  on({ fault: 'error-before', action: 'database.modify*', collection: 'others' });
  await note('a').update(one);
  await cloud.db.collection('others').add({ data: { _id: 'x', n: 0 } });
  const other = cloud.db.collection('others').doc('x').update(one);
  expect((await failure(other)).errCode).toBe(-501001);
  expect(fired()).toEqual([1]);
});

test('a refund whose reply is lost was made, and finds itself when it is asked for again', async () => {
  const order = { subMchId: '1900000109', outTradeNo: 'lost-refund', totalFee: 100 };
  const made = await sdk.cloudPay['unifiedOrder']?.({
    ...order,
    ...{ body: '面', spbillCreateIp: '127.0.0.1', envId: cloud.env, functionName: 'paid' },
  });
  await fetch(`${cloud.url}/cashier/${String(made?.['prepayId'])}`, {
    method: 'POST',
    body: JSON.stringify({ outcome: 'pay' }),
  });
  on({ fault: 'reply-lost', action: 'wx.wxPayApi.refund', count: 1 });
  const refund = () => sdk.cloudPay['refund']?.({ ...order, outRefundNo: 'r1', refundFee: 100 });
  expect((await failure(Promise.resolve(refund()))).message).toMatch(/socket hang up|ECONNRESET/);
  expect(await refund()).toMatchObject({ resultCode: 'SUCCESS', refundFee: 100 });
  const all = await sdk.cloudPay['queryRefund']?.({ ...order, outRefundNo: '' });
  expect(all).toMatchObject({ refundCount: 1 });
});

interface PlainDatabase {
  collection(name: string): {
    doc(id: string): { update(data: Record<string, unknown>): Promise<unknown> };
  };
}

/** The SDK below wx-server-sdk, which can be told how long to wait. */
function cloudbaseOf(serviceUrl: string, timeout: number): PlainDatabase {
  const requireOfSdk = createRequire(require.resolve('wx-server-sdk'));
  const cloudbase = requireOfSdk('@cloudbase/node-sdk') as {
    init(options: Record<string, unknown>): { database(): PlainDatabase };
  };
  return cloudbase.init({ env: cloud.env, serviceUrl, timeout }).database();
}
