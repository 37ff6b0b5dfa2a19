import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {
  closeClouds,
  failure,
  functionsFolder,
  openCloud,
  temporaryFolder,
  type TestCloud,
} from './fixture';

let cloud: TestCloud;

beforeAll(async () => {
  const site = temporaryFolder();
  mkdirSync(path.join(site, 'app', 'js'), { recursive: true });
  mkdirSync(path.join(site, 'pictures'));
  writeFileSync(path.join(site, 'secret.txt'), 'secret');
  writeFileSync(path.join(site, 'app', 'index.html'), '<h1>众店生活圈</h1>');
  writeFileSync(path.join(site, 'app', 'js', 'app.js'), 'run()');
  writeFileSync(path.join(site, 'pictures', '面.png'), 'png');
  cloud = await openCloud({
    clock: '2026-05-01T00:00:00.000Z',
    control: true,
    collections: [{ name: 'notes', indexes: [] }],
    staticDirs: [
      { prefix: '/', dir: path.join(site, 'app') },
      { prefix: '/pictures', dir: path.join(site, 'pictures') },
    ],
    functionsDir: functionsFolder({
      tick: { main: `async (event) => event.TriggerName`, timer: '0 0 0 1 1 * 2099' },
    }),
  });
});
afterAll(closeClouds);

const control = async (command: string, body?: string) => {
  const response = await fetch(
    `${cloud.url}/control/${command}`,
    body === undefined ? {} : { method: 'POST', body },
  );
  return { status: response.status, body: (await response.json()) as unknown };
};

test('moves the clock', async () => {
  expect(await control('clock', '{"advanceSeconds":90}')).toEqual({
    status: 200,
    body: { now: '2026-05-01T00:01:30.000Z' },
  });
  expect(await control('clock', '{"now":"2026-06-01T08:00:00+08:00"}')).toEqual({
    status: 200,
    body: { now: '2026-06-01T00:00:00.000Z' },
  });
  expect(cloud.now()).toEqual(new Date('2026-06-01T00:00:00.000Z'));
  for (const body of ['{}', '{"now":"soon"}', '{"advanceSeconds":null}', 'x', '[]']) {
    expect((await control('clock', body)).status).toBe(400);
  }
  expect(cloud.now()).toEqual(new Date('2026-06-01T00:00:00.000Z'));
});

test('runs a timer and answers with its result', async () => {
  expect(await control('timers/tick', '')).toEqual({ status: 200, body: { result: 'tick-timer' } });
});

test('counts, and starts to count anew', async () => {
  expect((await control('stats/reset', '')).status).toBe(200);
  await cloud.db.collection('notes').add({ data: { a: 1 } });
  await cloud.db.collection('notes').where({ a: 1 }).get();
  expect((await control('stats')).body).toEqual({
    requests: 2,
    actions: { 'database.getDocument': 1, 'database.insertDocument': 1 },
    functions: {},
    transactions: { started: 0, committed: 0, aborted: 0, conflicted: 0, expired: 0 },
    documentsRead: 1,
  });
});

test('knows no other command', async () => {
  expect((await control('nothing')).status).toBe(404);
  expect((await control('clock')).status).toBe(404);
});

test('is closed to control unless it is opened', async () => {
  const closed = await openCloud();
  for (const [command, method] of [
    ['stats', 'GET'],
    ['clock', 'POST'],
  ] as const) {
    const response = await fetch(`${closed.url}/control/${command}`, { method });
    expect(response.status).toBe(404);
  }
});

const get = async (urlPath: string) => {
  const response = await fetch(cloud.url + urlPath);
  return [response.status, response.headers.get('content-type'), await response.text()];
};

test('serves the app and its pictures with their types', async () => {
  expect(await get('/')).toEqual([200, 'text/html; charset=utf-8', '<h1>众店生活圈</h1>']);
  expect(await get('/index.html?x=1')).toEqual([
    200,
    'text/html; charset=utf-8',
    '<h1>众店生活圈</h1>',
  ]);
  expect(await get('/js/app.js')).toEqual([200, 'text/javascript; charset=utf-8', 'run()']);
  expect(await get(`/pictures/${encodeURIComponent('面.png')}`)).toEqual([200, 'image/png', 'png']);
  expect((await get('/pictures/none.png'))[0]).toBe(404);
  expect((await get('/js'))[0]).toBe(404);
  const head = await fetch(`${cloud.url}/js/app.js`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    '5',
    '',
  ]);
  expect((await fetch(`${cloud.url}/js/app.js`, { method: 'DELETE' })).status).toBe(404);
});

/** A request whose path is sent as it is written. */
const raw = (urlPath: string, headers: Record<string, string> = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { port } = new URL(cloud.url);
    http
      .get({ host: '127.0.0.1', port, path: urlPath, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
      .once('error', reject);
  });

test('gives nothing that lies outside of its folders', async () => {
  for (const urlPath of [
    '/../secret.txt',
    '/pictures/../secret.txt',
    '/..%2fsecret.txt',
    '/pictures/%2e%2e/secret.txt',
    '/%00',
    '/%',
    '//etc/passwd',
    '/pictures/..\\secret.txt',
  ]) {
    expect(await raw(urlPath)).toBe(404);
  }
});

test('answers only to names of this machine', async () => {
  expect(await raw('/', { host: 'evil.example' })).toBe(403);
  expect(await raw('/', { host: 'localhost:80' })).toBe(200);
});

test('imports dates and nested values, and refuses what cannot be stored', () => {
  expect(() => {
    cloud.importDocuments('notes', [{ _id: 'i', run: () => 1 }]);
  }).toThrow('field run: a function cannot be stored');
});

test('keeps its port to itself', async () => {
  const taken = Number(new URL(cloud.url).port);
  expect((await failure(openCloud({ port: taken }))).code).toBe('EADDRINUSE');
});
