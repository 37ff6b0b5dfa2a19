// Pay callbacks on a bad day: lost, late, doubled, out of order.
import { closeClouds, functionsFolder, openCloud, sdk, testEnv, type TestCloud } from './fixture';
import type { FaultRule } from '../../src/localcloud';
import { pollUntil } from '../support/poll';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    clock: '2026-05-01T00:00:00.000Z',
    collections: [{ name: 'calls', indexes: [] }],
    functionsDir: functionsFolder({
      paid: {
        main: `async ({ outTradeNo }) => {
          if (outTradeNo === 'slow') await new Promise((resolve) => setTimeout(resolve, 400));
          await cloud.database().collection('calls').add({ data: { outTradeNo, at: Date.now(), order: process.hrtime.bigint().toString() } });
          return { errcode: 0, errmsg: '' };
        }`,
      },
    }),
  });
});
afterAll(closeClouds);

const on = (...rules: FaultRule[]) => {
  cloud.setFaults({ seed: 1, rules });
};
const calls = async (outTradeNo: string) =>
  (await cloud.db.collection('calls').where({ outTradeNo }).get()).data;

async function pay(outTradeNo: string): Promise<void> {
  const made = await sdk.cloudPay['unifiedOrder']?.({
    ...{ subMchId: '1900000109', outTradeNo, totalFee: 8800, body: '面' },
    ...{ spbillCreateIp: '127.0.0.1', envId: testEnv, functionName: 'paid' },
  });
  const answer = await fetch(`${cloud.url}/cashier/${String(made?.['prepayId'])}`, {
    method: 'POST',
    body: JSON.stringify({ outcome: 'pay' }),
  });
  expect(answer.status).toBe(200);
}

/** Every callback that is due now has ended. */
const settle = () => cloud.advanceClock(0);

test('a lost callback comes again after its pause', async () => {
  on({ fault: 'callback-lost', count: 2 });
  await pay('lost');
  await settle();
  expect(await calls('lost')).toEqual([]);
  await cloud.advanceClock(15);
  expect(await calls('lost')).toEqual([]);
  await cloud.advanceClock(15);
  expect(await calls('lost')).toHaveLength(1);
  expect(cloud.faults().rules).toMatchObject([{ fired: 2 }]);
});

test('a late callback comes when its seconds are over, and only once', async () => {
  on({ fault: 'callback-late', seconds: 100 });
  await pay('late');
  await settle();
  await cloud.advanceClock(99);
  expect(await calls('late')).toEqual([]);
  await cloud.advanceClock(1);
  expect(await calls('late')).toHaveLength(1);
  await cloud.advanceClock(7200);
  expect(await calls('late')).toHaveLength(1);
});

test('a doubled callback comes twice at once', async () => {
  on({ fault: 'callback-doubled' });
  await pay('doubled');
  await settle();
  expect(await calls('doubled')).toHaveLength(2);
  await cloud.advanceClock(7200);
  expect(await calls('doubled')).toHaveLength(2);
});

test('a callback that was confirmed comes again later, once', async () => {
  on({ fault: 'callback-doubled', seconds: 300 });
  await pay('again');
  await settle();
  await cloud.advanceClock(299);
  expect(await calls('again')).toHaveLength(1);
  await cloud.advanceClock(1);
  expect(await calls('again')).toHaveLength(2);
  await cloud.advanceClock(7200);
  expect(await calls('again')).toHaveLength(2);
});

test('callbacks out of order: the first payment is told after the second', async () => {
  on({ fault: 'callback-out-of-order', count: 1 });
  await pay('first');
  await settle();
  expect(await calls('first')).toEqual([]);
  await pay('second');
  await settle();
  const [first, second] = [await calls('first'), await calls('second')];
  expect([first.length, second.length]).toEqual([1, 1]);
  expect(BigInt(String(first[0]?.['order']))).toBeGreaterThan(BigInt(String(second[0]?.['order'])));
});

test('the clock waits for a callback that a later payment has set off', async () => {
  on({ fault: 'callback-out-of-order', count: 1 });
  await pay('slow');
  await settle();
  await pay('prompt');
  await pollUntil(
    async () => (await calls('prompt')).length === 1,
    () => 'the callback of the later payment',
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  await settle();
  expect(await calls('slow')).toHaveLength(1);
});

test('a callback that nothing overtakes comes when its seconds are over', async () => {
  on({ fault: 'callback-out-of-order', seconds: 40 });
  await pay('alone');
  await settle();
  await cloud.advanceClock(39);
  expect(await calls('alone')).toEqual([]);
  await cloud.advanceClock(1);
  expect(await calls('alone')).toHaveLength(1);
});

test('two that would overtake each other come due together, and both come once', async () => {
  on({ fault: 'callback-out-of-order', seconds: 40 });
  await Promise.all([pay('left'), pay('right')]);
  await settle();
  await cloud.advanceClock(40);
  expect(await calls('left')).toHaveLength(1);
  expect(await calls('right')).toHaveLength(1);
});

test('a callback whose function fails to be invoked is repeated', async () => {
  on({ fault: 'error-after', action: 'functions.invokeFunction', function: 'paid', count: 1 });
  await pay('failed');
  await settle();
  expect(await calls('failed')).toHaveLength(1);
  await cloud.advanceClock(15);
  expect(await calls('failed')).toHaveLength(2);
});
