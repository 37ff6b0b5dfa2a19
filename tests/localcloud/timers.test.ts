import { nextTime, parseCron } from '../../src/localcloud/timers/cron';
import { closeClouds, functionsFolder, openCloud } from './fixture';

afterAll(closeClouds);

/** The next few times in the hours of China. */
function times(expression: string, after: string, count = 3): string[] {
  const cron = parseCron(expression);
  const found: string[] = [];
  let at = Date.parse(`${after}+08:00`);
  while (found.length < count) {
    const next = nextTime(cron, at);
    if (next === undefined) break;
    found.push(new Date(next + 8 * 3_600_000).toISOString().slice(0, 19));
    at = next;
  }
  return found;
}

test.each<[string, string, string[]]>([
  [
    '0 * * * * * *',
    '2026-01-01T00:00:00',
    ['2026-01-01T00:01:00', '2026-01-01T00:02:00', '2026-01-01T00:03:00'],
  ],
  [
    '*/20 * * * * * *',
    '2026-01-01T00:00:59',
    ['2026-01-01T00:01:00', '2026-01-01T00:01:20', '2026-01-01T00:01:40'],
  ],
  [
    '0 30 2 * * * *',
    '2026-01-01T02:30:00',
    ['2026-01-02T02:30:00', '2026-01-03T02:30:00', '2026-01-04T02:30:00'],
  ],
  [
    '0 0 0 1 * * *',
    '2026-01-15T00:00:00',
    ['2026-02-01T00:00:00', '2026-03-01T00:00:00', '2026-04-01T00:00:00'],
  ],
  [
    '0 0 9 * * MON-WED *',
    '2026-05-06T10:00:00',
    ['2026-05-11T09:00:00', '2026-05-12T09:00:00', '2026-05-13T09:00:00'],
  ],
  [
    '0 0 0 * * 0 *',
    '2026-05-04T00:00:00',
    ['2026-05-10T00:00:00', '2026-05-17T00:00:00', '2026-05-24T00:00:00'],
  ],
  [
    '0 0 0 * * 7 *',
    '2026-05-04T00:00:00',
    ['2026-05-10T00:00:00', '2026-05-17T00:00:00', '2026-05-24T00:00:00'],
  ],
  [
    '0 0 0 13 * FRI *',
    '2026-05-04T00:00:00',
    ['2026-05-08T00:00:00', '2026-05-13T00:00:00', '2026-05-15T00:00:00'],
  ],
  [
    '0 0 12 29 2 * *',
    '2026-01-01T00:00:00',
    ['2028-02-29T12:00:00', '2032-02-29T12:00:00', '2036-02-29T12:00:00'],
  ],
  [
    '0 0,30 8-9 * JAN,mar * 2027',
    '2026-01-01T00:00:00',
    ['2027-01-01T08:00:00', '2027-01-01T08:30:00', '2027-01-01T09:00:00'],
  ],
  [
    '15/15 0 0 1 1 * *',
    '2026-06-01T00:00:00',
    ['2027-01-01T00:00:15', '2027-01-01T00:00:30', '2027-01-01T00:00:45'],
  ],
  ['0 0 0 31 12 * 2025', '2026-01-01T00:00:00', []],
  ['0 0 0 30 2 * *', '2026-01-01T00:00:00', []],
])('%s after %s', (expression, after, expected) => {
  expect(times(expression, after)).toEqual(expected);
});

test.each([
  '* * * * *',
  '0 0 0 * * *',
  '60 * * * * * *',
  '* * 24 * * * *',
  '* * * 0 * * *',
  'x * * * * * *',
  '*/0 * * * * * *',
  '* * * * * * * *',
  '5- * * * * * *',
])('refuses the expression %s', (expression) => {
  expect(() => parseCron(expression)).toThrow(SyntaxError);
});

const recorder = `async (event) => {
  await cloud.database().collection('runs').add({ data: { ...event, now: new Date(), source: cloud.getWXContext().SOURCE } });
}`;

test('fires under a moved clock when the clock is moved past the time, once however often it was due', async () => {
  const cloud = await openCloud({
    clock: '2026-05-01T00:00:00+08:00',
    collections: [{ name: 'runs', indexes: [] }],
    functionsDir: functionsFolder({
      minutely: { main: recorder, timer: '0 * * * * * *' },
      nightly: { main: recorder, timer: '0 0 3 * * * *' },
    }),
  });
  const runs = async () =>
    (await cloud.db.collection('runs').get()).data.map(({ TriggerName, now }) => [
      TriggerName,
      (now as Date).toISOString(),
    ]);
  await cloud.advanceClock(59);
  expect(await runs()).toEqual([]);
  await cloud.advanceClock(1);
  expect(await runs()).toEqual([['minutely-timer', '2026-04-30T16:01:00.000Z']]);
  await cloud.advanceClock(4 * 3600);
  const later = '2026-04-30T20:01:00.000Z';
  expect((await runs()).slice(1).sort()).toEqual([
    ['minutely-timer', later],
    ['nightly-timer', later],
  ]);
  expect((await cloud.db.collection('runs').get()).data.map(({ source }) => source)).toEqual(
    Array(3).fill('wx_trigger'),
  );
});

test('fires on the real clock, with the event of a timer', async () => {
  const cloud = await openCloud({
    collections: [{ name: 'runs', indexes: [] }],
    functionsDir: functionsFolder({ often: { main: recorder, timer: '* * * * * * *' } }),
  });
  const runs = cloud.db.collection('runs');
  const deadline = Date.now() + 8000;
  while ((await runs.count()).total < 2 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { data } = await runs.limit(2).get();
  expect(data).toHaveLength(2);
  for (const { Type, TriggerName, Time, Message } of data) {
    expect({ Type, TriggerName, Message }).toEqual({
      Type: 'Timer',
      TriggerName: 'often-timer',
      Message: '',
    });
    expect(Time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Math.abs(Date.now() - Date.parse(String(Time)))).toBeLessThan(60_000);
  }
}, 15_000);

test('goes on after a timer that fails', async () => {
  const cloud = await openCloud({
    clock: '2026-05-01T00:00:00+08:00',
    functionsDir: functionsFolder({
      failing: { main: `async () => { throw new Error('no'); }`, timer: '0 * * * * * *' },
    }),
  });
  await cloud.advanceClock(60);
  await cloud.advanceClock(60);
  expect(cloud.stats().functions['failing']).toMatchObject({ invocations: 2, errors: 2 });
});
