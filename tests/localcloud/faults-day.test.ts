// The day itself: how it is set and read, and that a seed makes the same day again.
import { closeClouds, failure, openCloud, pointSdkAt, type TestCloud } from './fixture';
import type { BadDay, FiredFault } from '../../src/localcloud';

afterEach(closeClouds);

const collections = [{ name: 'notes', indexes: [] }];
const control = async (cloud: TestCloud, body?: unknown) => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${cloud.url}/control/faults`, init);
  return { status: response.status, body: (await response.json()) as unknown };
};
const day = (seed: number): BadDay => ({
  seed,
  rules: [
    { fault: 'error-before', rate: 0.2 },
    { fault: 'reply-lost', action: 'database.commitTransaction', rate: 0.3 },
    { fault: 'conflict', rate: 0.1 },
  ],
});

test('is set over HTTP, tells what it has done, and ends with an empty list', async () => {
  const cloud = await openCloud({ collections, control: true });
  const rule = { fault: 'error-before', collection: 'notes', count: 1 };
  expect(await control(cloud, { seed: 5, rules: [rule] })).toEqual({ status: 200, body: {} });
  const notes = cloud.db.collection('notes');
  await failure(notes.add({ data: { _id: 'a' } }));
  await notes.add({ data: { _id: 'a' } });
  const insert = { action: 'database.insertDocument', collection: 'notes', stream: '' };
  expect((await control(cloud)).body).toEqual({
    seed: 5,
    rules: [{ ...rule, met: 2, fired: 1 }],
    fired: [{ rule: 0, fault: 'error-before', ...insert }],
  });
  expect(cloud.logged.some((line) => line.startsWith('FAULT error-before'))).toBe(true);
  await control(cloud, { rules: [] });
  expect((await control(cloud)).body).toEqual({ seed: 0, rules: [], fired: [] });
});

test('is on from the start when the options say so', async () => {
  const cloud = await openCloud({
    collections,
    faults: { seed: 1, rules: [{ fault: 'error-before' }] },
  });
  expect((await failure(cloud.db.collection('notes').get())).errCode).toBe(-501001);
});

test.each<[unknown, string]>([
  [{}, 'rules is a list'],
  [{ rules: [], seeds: 1 }, 'unknown field seeds'],
  [{ rules: [], seed: 0.5 }, 'seed is a whole number'],
  [{ rules: [null] }, 'rule 0 is no object'],
  [{ rules: [{ rate: 1 }] }, 'names no fault'],
  [{ rules: [{ fault: 'fire' }] }, 'fault is one of conflict, conflict-at-commit'],
  [
    { rules: [{ fault: 'delay' }, { fault: 'delay', rate: 2 }] },
    'rule 1: rate is a number from 0 to 1',
  ],
  [{ rules: [{ fault: 'delay', count: 1.5 }] }, 'count is a whole number'],
  [{ rules: [{ fault: 'delay', seconds: -1 }] }, 'seconds is a number'],
  [{ rules: [{ fault: 'error-after', code: 'OOPS' }] }, 'code is one of SYS_ERR'],
  [{ rules: [{ fault: 'timeout', isDone: 1 }] }, 'isDone is true or false'],
  [{ rules: [{ fault: 'clock-skew', seconds: 61 }] }, 'at most 60 seconds'],
  [{ rules: [{ fault: 'delay', often: 1 }] }, 'unknown field often'],
  [{ rules: [{ fault: 'delay', action: '' }] }, 'action is a text'],
])('refuses the day %j', async (body, why) => {
  const cloud = await openCloud({ control: true });
  const answer = await control(cloud, body);
  expect(answer.status).toBe(400);
  expect((answer.body as { error: string }).error).toContain(why);
  expect(cloud.faults().rules).toEqual([]);
});

/** One client's transactions on its own document, whatever goes wrong. */
async function work(cloud: TestCloud, id: string, transactions: number): Promise<void> {
  for (let n = 0; n < transactions; n++) {
    await cloud.db
      .runTransaction(async (transaction) => {
        await transaction.collection('notes').doc(id).set({ data: { n } });
      }, 1)
      .catch(() => undefined);
  }
}

async function dayOf(seed: number): Promise<readonly FiredFault[]> {
  const cloud = await openCloud({ collections, faults: day(seed) });
  await work(cloud, 'mine', 60);
  return cloud.faults().fired;
}

test('the same seed gives the same day, another seed another one', async () => {
  const first = await dayOf(7);
  expect(first.length).toBeGreaterThan(20);
  expect(await dayOf(7)).toEqual(first);
  expect(await dayOf(8)).not.toEqual(first);
});

test('a client meets the same faults alone as among others', async () => {
  const alone = await openCloud({ collections, faults: day(7) });
  pointSdkAt(`${alone.admin}/as/mine`);
  await work(alone, 'mine', 40);
  const expected = alone.faults().fired;

  const crowded = await openCloud({ collections, faults: day(7) });
  const crowd = Array.from({ length: 5 }, (_, other) => crowdOn(crowded, other));
  pointSdkAt(`${crowded.admin}/as/mine`);
  await Promise.all([work(crowded, 'mine', 40), ...crowd]);
  const mine = crowded.faults().fired.filter(({ stream }) => stream === 'mine');
  expect(expected.length).toBeGreaterThan(10);
  expect(mine).toEqual(expected);
  expect(crowded.faults().fired.length).toBeGreaterThan(mine.length + 50);
});

/** Requests of somebody else, past the SDK of this process. */
async function crowdOn({ admin }: TestCloud, other: number): Promise<void> {
  for (let n = 0; n < 80; n++) {
    await fetch(`${admin}/as/other-${other}`, {
      method: 'POST',
      body: JSON.stringify({ action: 'database.calculateDocument', collectionName: 'notes' }),
    });
  }
}
