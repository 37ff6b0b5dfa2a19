// Faults of invocations, instances and timers: what callers see, and what the functions have done.
import { pollUntil } from '../support/poll';
import { closeClouds, failure, functionsFolder, openCloud, sdk, type TestCloud } from './fixture';
import type { FaultRule } from '../../src/localcloud';

let cloud: TestCloud;

const start = '2026-05-01T00:00:00.000Z';
const steps = `async ({ steps = 3 }) => {
  const db = cloud.database();
  for (let n = 0; n < steps; n++) await db.collection('runs').add({ data: { n } });
  return steps;
}`;

beforeAll(async () => {
  cloud = await openCloud({
    clock: start,
    collections: [{ name: 'runs', indexes: [] }],
    control: true,
    functionsDir: functionsFolder({
      steps: { main: steps },
      pair: {
        main: `async () => {
          const transaction = await cloud.database().startTransaction();
          for (const name of ['left', 'right']) await transaction.collection('runs').doc(name).set({ data: { n: 1 } });
          await transaction.commit();
        }`,
      },
      caller: {
        main: `async () => (await cloud.callFunction({ name: 'steps', data: {} })).result`,
      },
      now: {
        main: `async () => { await new Promise((done) => setTimeout(done, 20)); return Date.now(); }`,
      },
      minutely: {
        main: `async (event) => { await cloud.database().collection('runs').add({ data: { at: Date.now(), due: event.Time } }); }`,
        timer: '0 * * * * * *',
      },
    }),
  });
});
beforeEach(async () => {
  on();
  await cloud.db
    .collection('runs')
    .where({ _id: cloud.db.command['exists']?.(true) })
    .remove();
  await cloud.setClock(start);
});
afterAll(closeClouds);

const on = (...rules: FaultRule[]) => {
  cloud.setFaults({ seed: 1, rules });
};
const call = (name: string, event: unknown = {}) => cloud.call(name, event, { openid: 'oAlice' });
const runs = async () => {
  on();
  return (await cloud.db.collection('runs').orderBy('at', 'asc').get()).data;
};
const invocation = 'functions.invokeFunction';

test('an instance that is killed between two requests has done the first and not the second', async () => {
  on({ fault: 'instance-killed', action: 'database.insertDocument', count: 1 });
  const seen = await failure(call('steps'));
  expect(seen.code).toBe('FUNCTIONS_EXECUTE_FAIL');
  expect(seen.message).toContain('exited in the middle');
  expect(await runs()).toMatchObject([{ n: 0 }]);
  expect(await call('steps')).toBe(3);
});

test('a transaction of a killed instance keeps its locks until its 30 seconds are over', async () => {
  on({ fault: 'instance-killed', action: 'database.modifyDocument', count: 1 });
  await failure(call('pair'));
  expect((await failure(call('pair'))).message).toContain('TransactionConflict');
  await cloud.advanceClock(31);
  await call('pair');
  expect((await runs()).filter(({ n }) => n === 1)).toHaveLength(2);
});

test('an instance that is killed after its commit has committed', async () => {
  on({ fault: 'instance-killed', action: 'database.commitTransaction' });
  await failure(call('pair'));
  expect(await runs()).toHaveLength(2);
});

test.each<[FaultRule, string, number]>([
  [{ fault: 'error-before' }, 'SYS_ERR', 0],
  [{ fault: 'error-before', code: 'FUNCTIONS_REQUEST_FAIL' }, 'FUNCTIONS_REQUEST_FAIL', 0],
  [{ fault: 'error-after' }, 'SYS_ERR', 3],
  [{ fault: 'timeout', isDone: false }, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 0],
  [{ fault: 'timeout', isDone: true }, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 3],
])('%j of an invocation is %s for the caller, after %i writes', async (rule, code, written) => {
  on({ ...rule, action: invocation, function: 'steps' });
  expect((await failure(call('steps'))).code).toBe(code);
  expect(await runs()).toHaveLength(written);
});

test('tells the mini-program of a function out of time as the cloud does', async () => {
  on({ fault: 'timeout', action: invocation });
  const answer = await fetch(`${cloud.url}/call/steps`, {
    method: 'POST',
    headers: { 'x-openid': 'oAlice' },
  });
  const { errCode, errMsg } = (await answer.json()) as { errCode: number; errMsg: string };
  expect(errCode).toBe(-504003);
  expect(errMsg).toContain('Invoking task timed out after 3 seconds');
});

test('a client whose reply is lost loses the connection, and the function has run', async () => {
  on({ fault: 'reply-lost', action: invocation, count: 1 });
  const answer = fetch(`${cloud.url}/call/steps`, {
    method: 'POST',
    headers: { 'x-openid': 'oAlice' },
  });
  await expect(answer).rejects.toThrow('fetch failed');
  expect(await runs()).toHaveLength(3);
});

test('a function whose call of another one is lost fails, and the other has run', async () => {
  on({ fault: 'reply-lost', action: invocation, function: 'steps' });
  expect((await failure(call('caller'))).message).toMatch(/socket hang up|ECONNRESET/);
  expect(await runs()).toHaveLength(3);
});

test('the SDK meets faults of the functions it calls', async () => {
  on({ fault: 'error-before', action: invocation, code: 'FUNCTIONS_EXECUTE_FAIL' });
  const seen = await failure(sdk.callFunction({ name: 'steps', data: {} }));
  expect(seen.message).toContain('FUNCTIONS_EXECUTE_FAIL');
});

test('each instance has a clock of its own that is wrong by up to a minute, the same all day', async () => {
  on({ fault: 'clock-skew', seconds: 60 });
  const read = async () => {
    const calls = Array.from({ length: 8 }, () => call('now') as Promise<number>);
    return (await Promise.all(calls)).map((ms) => ms - Date.parse(start));
  };
  const offsets = new Set<number>();
  // On a busy machine one instance can be through with all before the next has started.
  await pollUntil(
    async () => {
      for (const ms of await read()) offsets.add(ms);
      return offsets.size > 1;
    },
    () => 'more than one instance',
  );
  expect(offsets.size).toBeLessThanOrEqual(8);
  for (const ms of offsets) expect(Math.abs(ms)).toBeLessThanOrEqual(60_000);
  expect(Math.max(...[...offsets].map(Math.abs))).toBeGreaterThan(10_000);
  on();
  expect(new Set(await read())).toEqual(new Set([0]));
});

test('a doubled timer runs its function twice', async () => {
  on({ fault: 'timer-doubled', count: 1 });
  await cloud.advanceClock(60);
  expect(await runs()).toHaveLength(2);
  await cloud.advanceClock(60);
  expect(await runs()).toHaveLength(3);
});

test('a late timer fires when its seconds are over, and tells when it was due', async () => {
  on({ fault: 'timer-late', seconds: 20, count: 1 });
  await cloud.advanceClock(60);
  expect(cloud.faults().rules).toMatchObject([{ fired: 1 }]);
  expect((await cloud.db.collection('runs').get()).data).toEqual([]);
  await cloud.advanceClock(19);
  expect((await cloud.db.collection('runs').get()).data).toEqual([]);
  await cloud.advanceClock(1);
  expect(await runs()).toMatchObject([
    { at: Date.parse(start) + 80_000, due: '2026-05-01T00:01:00Z' },
  ]);
});
