import { closeClouds, failure, functionsFolder, openCloud, sdk, type TestCloud } from './fixture';

let cloud: TestCloud;

const alice = { openid: 'oAlice' };

beforeAll(async () => {
  cloud = await openCloud({
    collections: [{ name: 'notes', indexes: [] }],
    control: true,
    instancesPerFunction: 3,
    functions: {
      sleeper: { timeoutSeconds: 1 },
      spinner: { timeoutSeconds: 1 },
      eater: { memoryMb: 32, timeoutSeconds: 20 },
      relay: { timeoutSeconds: 20 },
    },
    functionEnv: { GREETING: '你好' },
    functionsDir: functionsFolder({
      whoami: {
        main: `async (event, context) => ({ ...cloud.getWXContext(), event, context, greeting: process.env.GREETING, home: process.env.HOME ?? null })`,
      },
      echo: { main: `async (event) => event.value` },
      bump: { main: `(() => { let calls = 0; return async () => ++calls; })()` },
      slowly: {
        main: `async ({ ms, name }) => { await new Promise((done) => setTimeout(done, ms)); return { name, openid: cloud.getWXContext().OPENID }; }`,
      },
      sleeper: { main: `() => new Promise(() => {})` },
      spinner: { main: `async () => { for (;;); }` },
      thrower: {
        main: `async ({ kind }) => { if (kind === 'text') throw 'just text'; if (kind === 'undefined') throw undefined; throw new RangeError('too much'); }`,
      },
      circular: { main: `async () => { const a = {}; a.a = a; return a; }` },
      silent: { main: `async () => {}` },
      functionResult: { main: `async () => () => 1` },
      bigInt: { main: `async () => ({ n: 1n })` },
      eater: {
        main: `async () => { const all = []; for (;;) all.push(new Array(100000).fill({})); }`,
      },
      quitter: { main: `async () => process.exit(3)` },
      late: {
        main: `async () => { setTimeout(() => { throw new Error('later'); }, 20); return 'done'; }`,
      },
      big: { main: `async ({ bytes }) => 'x'.repeat(bytes)` },
      length: { main: `async ({ text }) => text.length` },
      relay: {
        main: `async ({ name, data }) => { const { result } = await cloud.callFunction({ name, data: data ?? {} }); return { result, source: cloud.getWXContext().SOURCE }; }`,
      },
      broken: { main: `undefined; throw new Error('cannot load')` },
      chatty: {
        main: `async () => { console.log('plain', { a: 1 }); console.error('bad'); return 1; }`,
      },
      clock: {
        main: `async () => ({ now: Date.now(), made: new Date().toISOString(), called: typeof Date(), parsed: new Date('2020-01-01').getTime(), isDate: new Date() instanceof Date, utc: Date.UTC(2020, 0, 1), kind: Object.prototype.toString.call(new Date()), json: JSON.stringify({ at: new Date() }) })`,
      },
      store: {
        main: `async () => (await cloud.database().collection('notes').add({ data: { at: new Date(), server: cloud.database().serverDate() } }))._id`,
      },
    }),
  });
});
afterAll(closeClouds);

const call = (name: string, event: unknown = {}) => cloud.call(name, event, alice);

test('tells a function who calls it, and gives it only the environment of the cloud', async () => {
  expect(await call('whoami', { a: 1 })).toMatchObject({
    ...{ OPENID: 'oAlice', APPID: 'wx0000000000000000', SOURCE: 'wx_client', ENV: 'local-test' },
    event: { a: 1, userInfo: { openId: 'oAlice', appId: 'wx0000000000000000' } },
    context: {
      function_name: 'whoami',
      namespace: 'local-test',
      time_limit_in_ms: 3000,
      memory_limit_in_mb: 256,
    },
    ...{ greeting: '你好', home: null },
  });
});

test('gives a timer no person, also in an instance that has served one', async () => {
  await call('whoami');
  const seen = (await cloud.invokeTimer('whoami')) as Record<string, unknown>;
  expect(seen['SOURCE']).toBe('wx_trigger');
  expect(seen).not.toHaveProperty('OPENID');
  expect(seen['event']).toMatchObject({ Type: 'Timer', TriggerName: 'whoami' });
  expect(seen['event']).not.toHaveProperty('userInfo');
});

test('answers over HTTP as wx.cloud.callFunction does', async () => {
  const post = async (name: string, body: string, openid?: string) => {
    const headers: Record<string, string> = openid === undefined ? {} : { 'x-openid': openid };
    const response = await fetch(`${cloud.url}/call/${name}`, { method: 'POST', headers, body });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  expect(await post('echo', '{"value":[1,"二"]}', 'oBob')).toEqual({
    status: 200,
    body: { result: [1, '二'] },
  });
  expect(await post('echo', '', 'oBob')).toEqual({ status: 200, body: { result: null } });
  expect(await post('thrower', '{}', 'oBob')).toEqual({
    status: 200,
    body: {
      errCode: -504002,
      errMsg: expect.stringMatching(
        /^cloud\.callFunction:fail Error: errCode: -504002 functions execute fail \| errMsg: RangeError: too much/,
      ) as string,
    },
  });
  expect(await post('nobody', '{}', 'oBob')).toMatchObject({
    status: 200,
    body: { errCode: -501000 },
  });
  expect((await post('echo', '{}')).status).toBe(400);
  expect((await post('echo', 'nonsense', 'oBob')).status).toBe(400);
  expect((await fetch(`${cloud.url}/call/echo`)).status).toBe(405);
});

test('keeps an instance warm', async () => {
  cloud.resetStats();
  expect([await call('bump'), await call('bump'), await call('bump')]).toEqual([1, 2, 3]);
  expect(cloud.stats().functions['bump']).toMatchObject({
    invocations: 3,
    errors: 0,
    coldStarts: 1,
    requests: 0,
  });
});

test('runs one invocation at a time in an instance, and as many instances as are allowed', async () => {
  const names = Array.from({ length: 12 }, (_, n) => `p${n}`);
  const results = await Promise.all(
    names.map((name) => cloud.call('slowly', { ms: 30, name }, { openid: `o-${name}` })),
  );
  expect(results).toEqual(names.map((name) => ({ name, openid: `o-${name}` })));
  expect(cloud.stats().functions['slowly']?.coldStarts).toBeLessThanOrEqual(12);
});

const failures: Record<string, [name: string, event: unknown, code: string, message: RegExp]> = {
  'an error': ['thrower', {}, 'FUNCTIONS_EXECUTE_FAIL', /RangeError: too much/],
  'a text that was thrown': ['thrower', { kind: 'text' }, 'FUNCTIONS_EXECUTE_FAIL', /just text/],
  'nothing that was thrown': [
    'thrower',
    { kind: 'undefined' },
    'FUNCTIONS_EXECUTE_FAIL',
    /undefined/,
  ],
  'a promise that never settles': [
    'sleeper',
    {},
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    /timed out after 1 seconds/,
  ],
  'a loop without an end': [
    'spinner',
    {},
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    /timed out after 1 seconds/,
  ],
  'a circle': ['circular', {}, 'FUNCTIONS_EXECUTE_FAIL', /circular/],
  'a function as result': ['functionResult', {}, 'FUNCTIONS_EXECUTE_FAIL', /cannot be serialised/],
  'a BigInt': ['bigInt', {}, 'FUNCTIONS_EXECUTE_FAIL', /BigInt/],
  'too much memory': ['eater', {}, 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', /more than 32 MB/],
  'an exit': ['quitter', {}, 'FUNCTIONS_EXECUTE_FAIL', /exited in the middle/],
  'a bundle that cannot be loaded': ['broken', {}, 'FUNCTIONS_EXECUTE_FAIL', /cannot load/],
  'a result over 6 MB': [
    'big',
    { bytes: 6 * 1024 * 1024 },
    'FUNCTIONS_EXECUTE_FAIL',
    /upper limit \(6MB\)/,
  ],
  'a result over 1 MB for a client': [
    'big',
    { bytes: 1024 * 1024 },
    'WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT',
    /1MB/,
  ],
  'an event over 6 MB': [
    'length',
    { text: 'x'.repeat(6 * 1024 * 1024) },
    'FUNCTIONS_REQUEST_FAIL',
    /6MB/,
  ],
};

test.each(Object.entries(failures))(
  'tells the caller about %s, and the function runs again',
  async (_, [name, event, code, message]) => {
    const seen = await failure(call(name, event));
    expect(seen.code).toBe(code);
    expect(seen.message).toMatch(message);
    expect(await call('echo', { value: 1 })).toBe(1);
    if (name === 'thrower') expect((await failure(call(name, event))).code).toBe(code);
  },
  20_000,
);

test('outlives an error that a function leaves behind', async () => {
  expect(await call('late')).toBe('done');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await call('late')).toBe('done');
});

test('hands a long text on, and no result as null', async () => {
  expect(await call('length', { text: 'x'.repeat(1024 * 1024) })).toBe(1024 * 1024);
  expect(await call('silent')).toBeNull();
});

test('names the chain of callers in the source', async () => {
  expect(await call('relay', { name: 'whoami' })).toMatchObject({
    source: 'wx_client',
    result: { SOURCE: 'wx_client,scf', OPENID: 'oAlice' },
  });
  expect(await call('relay', { name: 'relay', data: { name: 'whoami' } })).toMatchObject({
    result: { source: 'wx_client,scf', result: { SOURCE: 'wx_client,scf,scf' } },
  });
  expect((await sdk.callFunction({ name: 'whoami' })).result).toMatchObject({ SOURCE: 'scf' });
});

test('lets a call that fails fail at its caller, with the reason', async () => {
  const seen = await failure(call('relay', { name: 'thrower' }));
  expect(seen.message).toContain('too much');
});

test('shows what a function prints, with its name and the call', async () => {
  cloud.logged.length = 0;
  await call('chatty');
  expect(cloud.logged[0]).toMatch(/^\[chatty [0-9a-f]{16}\] log: plain \{ a: 1 \}$/);
  expect(cloud.logged[1]).toMatch(/^\[chatty [0-9a-f]{16}\] error: bad$/);
  expect(cloud.logged[2]).toMatch(
    /^\[chatty [0-9a-f]{16}\] wx_client \d+\.\d ms \(cold start\) ok$/,
  );
});

test('counts the requests of each function', async () => {
  await call('store');
  cloud.resetStats();
  await call('store');
  const { functions, actions, requests } = cloud.stats();
  expect(functions['store']).toMatchObject({
    invocations: 1,
    errors: 0,
    coldStarts: 0,
    requests: 1,
  });
  const { ms = 0, cloudMs = 0 } = functions['store'] ?? {};
  expect(cloudMs).toBeGreaterThan(0);
  expect(ms).toBeGreaterThan(cloudMs);
  expect({ actions, requests }).toEqual({ actions: { 'database.insertDocument': 1 }, requests: 1 });
});

test('lets a function see the cloud’s clock once it is moved', async () => {
  const before = (await call('clock')) as { now: number };
  expect(Math.abs(before.now - Date.now())).toBeLessThan(5000);
  await cloud.setClock('2031-02-03T04:05:06.789Z');
  const now = Date.UTC(2031, 1, 3, 4, 5, 6, 789);
  expect(await call('clock')).toEqual({
    ...{
      now,
      made: '2031-02-03T04:05:06.789Z',
      called: 'string',
      isDate: true,
      kind: '[object Date]',
    },
    ...{
      parsed: Date.UTC(2020, 0, 1),
      utc: Date.UTC(2020, 0, 1),
      json: '{"at":"2031-02-03T04:05:06.789Z"}',
    },
  });
  await cloud.advanceClock(60);
  expect(await call('clock')).toMatchObject({ now: now + 60_000 });
  const id = (await call('store')) as string;
  const { data } = await cloud.db.collection('notes').doc(id).get();
  expect(data).toMatchObject({ at: new Date(now + 60_000), server: new Date(now + 60_000) });
  expect(cloud.now()).toEqual(new Date(now + 60_000));
});
