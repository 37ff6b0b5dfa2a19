// What an instance of a function is: it runs one invocation at a time, stays warm, has its limits,
// and dies alone.
import { spawnSync } from 'node:child_process';
import { pollUntil } from '../support/poll';
import { closeClouds, failure, functionsFolder, openCloud, sdk, type TestCloud } from './fixture';

let cloud: TestCloud;
const alice = { openid: 'oAlice' };
const call = (name: string, event: unknown = {}) => cloud.call(name, event, alice);

/** An instance with a name of its own, that counts what runs in it at once. */
const counting = `(() => {
  const instance = Math.random();
  let [calls, active] = [0, 0];
  return async ({ ms = 0, end }, context) => {
    const seen = { instance, calls: ++calls, active: ++active, context };
    await new Promise((done) => setTimeout(done, ms));
    active--;
    if (end === 'exit') process.exit(1);
    return seen;
  };
})()`;

interface Seen {
  readonly instance: number;
  readonly calls: number;
  readonly active: number;
  readonly context: Record<string, unknown>;
}

beforeAll(async () => {
  cloud = await openCloud({
    collections: [{ name: 'notes', indexes: [] }],
    instancesPerFunction: 3,
    functions: { brief: { timeoutSeconds: 0.3 }, long: { timeoutSeconds: 900, memoryMb: 512 } },
    functionsDir: functionsFolder({
      busy: { main: counting },
      brief: { main: counting },
      long: { main: counting },
      crash: { main: counting },
      thrower: { main: `async () => { throw new RangeError('too much'); }` },
      big: { main: `async ({ bytes }) => 'x'.repeat(bytes)` },
      reader: {
        main: `async ({ bytes }) => (await cloud.callFunction({ name: 'big', data: { bytes } })).result.length`,
      },
      abandon: {
        main: `async () => {
          const transaction = await cloud.database().startTransaction();
          await transaction.collection('notes').add({ data: { _id: 'abandoned' } });
          process.exit(1);
        }`,
      },
    }),
  });
});
afterAll(closeClouds);

test('runs one invocation at a time, and more instances while more calls wait', async () => {
  // Calls come while others run, wait and end.
  const later = async (ms: number) => {
    await new Promise((done) => setTimeout(done, ms));
    return (await call('busy', { ms: 50 })) as Seen;
  };
  const instances = new Set<number>();
  // On a busy machine one instance can be through with all before the next has started.
  await pollUntil(
    async () => {
      const started = Array.from({ length: 5 }, (_, n) => later(n));
      await started[0];
      const seen = await Promise.all([...started, ...[0, 10, 20, 30, 60, 90, 200].map(later)]);
      expect(seen.map(({ active }) => active)).toEqual(Array(12).fill(1));
      for (const { instance } of seen) instances.add(instance);
      return instances.size > 1;
    },
    () => 'more than one instance',
  );
  expect(instances.size).toBeLessThanOrEqual(3);
});

test('uses an instance again that is warm', async () => {
  const before = (await call('busy')) as Seen;
  cloud.resetStats();
  const after = (await call('busy')) as Seen;
  expect(after).toMatchObject({ instance: before.instance, calls: before.calls + 1 });
  expect(cloud.stats().functions['busy']).toMatchObject({ invocations: 1, coldStarts: 0 });
});

test('has three seconds and 256 MB by default, and 60 seconds at most', async () => {
  expect(((await call('busy')) as Seen).context).toMatchObject({
    ...{ time_limit_in_ms: 3000, memory_limit_in_mb: 256 },
  });
  expect(((await call('long')) as Seen).context).toMatchObject({
    ...{ time_limit_in_ms: 60_000, memory_limit_in_mb: 512 },
  });
  const slow = await failure(call('busy', { ms: 4000 }));
  expect(slow.code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED');
  expect(slow.message).toBe('Invoking task timed out after 3 seconds');
});

test('an instance that took too long is replaced by one that knows nothing', async () => {
  const first = (await call('brief')) as Seen;
  expect((await failure(call('brief', { ms: 2000 }))).message).toContain('0.3 seconds');
  const next = (await call('brief')) as Seen;
  expect(next.calls).toBe(1);
  expect(next.instance).not.toBe(first.instance);
});

test('a crash fails its own invocation alone', async () => {
  const others = [call('crash', { ms: 300 }), call('crash', { ms: 300 })];
  const crashed = failure(call('crash', { ms: 50, end: 'exit' }));
  expect((await crashed).code).toBe('FUNCTIONS_EXECUTE_FAIL');
  expect(await Promise.all(others)).toHaveLength(2);
  expect(((await call('crash')) as Seen).active).toBe(1);
});

test('what a crashed function had not committed never was', async () => {
  await failure(call('abandon'));
  expect((await cloud.db.collection('notes').where({ _id: 'abandoned' }).get()).data).toEqual([]);
});

test('hands a function more of another’s result than a mini-program gets', async () => {
  const bytes = 2 * 1024 * 1024;
  expect(await call('reader', { bytes })).toBe(bytes);
  const seen = await failure(call('big', { bytes }));
  expect(seen.code).toBe('WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT');
});

test.each<[string, string, unknown, string, RegExp]>([
  ['is not there', 'nobody', {}, 'FUNCTION_NOT_FOUND', /could not be found/],
  ['throws', 'thrower', {}, 'FUNCTIONS_EXECUTE_FAIL', /RangeError: too much/],
  ['takes too long', 'brief', { ms: 900 }, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', /timed out/],
  ['answers too much', 'big', { bytes: 6 * 2 ** 20 }, 'FUNCTIONS_EXECUTE_FAIL', /6MB/],
])('the SDK tells its caller of a function that %s', async (_, name, data, code, message) => {
  const seen = await failure(sdk.callFunction({ name, data }));
  expect({ errCode: seen.errCode, code: seen.code }).toEqual({ errCode: -1, code });
  expect(seen.message).toMatch(message);
});

test('the mini-program sees the numbers of the cloud', async () => {
  const post = async (name: string, event: unknown) => {
    const headers = { 'x-openid': 'oAlice' };
    const body = JSON.stringify(event);
    const response = await fetch(`${cloud.url}/call/${name}`, { method: 'POST', headers, body });
    return (await response.json()) as unknown;
  };
  expect(await post('brief', { ms: 900 })).toEqual({
    errCode: -504003,
    errMsg:
      'cloud.callFunction:fail Error: errCode: -504003  | errMsg: Invoking task timed out after 0.3 seconds',
  });
  expect(await post('big', { bytes: 2 ** 20 })).toMatchObject({ errCode: -604001 });
});

/** Starts a cloud in a process whose machine lies in Shanghai. */
function inShanghai(...args: string[]): { warnings: string[]; midnight: string; offset: number } {
  const script = require.resolve('./tell-time-zone');
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, TZ: 'Asia/Shanghai' },
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as ReturnType<typeof inShanghai>;
}

test('functions see UTC where the cloud’s process does', () => {
  expect(inShanghai('UTC')).toEqual({
    ...{ warnings: [], midnight: '2026-07-01T00:00:00.000Z', offset: 0 },
  });
});

test('a cloud in another time zone says so', () => {
  const { warnings, offset } = inShanghai();
  expect(warnings).toEqual([
    'WARNING functions see the time zone Asia/Shanghai, in the cloud UTC: start with TZ=UTC',
  ]);
  expect(offset).toBe(-480);
});
