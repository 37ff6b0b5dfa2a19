// Random histories of many clients, judged by a checker that knows nothing but the history.
import { checkSnapshotIsolation, type Attempt } from './snapshot-isolation-checker';
import { randomOf } from './random';
import { closeClouds, openCloud, type SdkTransaction, type TestCloud } from './fixture';

const keys = ['k0', 'k1', 'k2', 'k3', 'k4'];
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({
    collections: [
      {
        name: 'lists',
        indexes: [{ name: 'by_length', keys: [{ field: 'length', direction: '1' }] }],
      },
    ],
  });
});
afterAll(closeClouds);

const push = (value: string) => cloud.db.command['push']?.([value]);
const inc = () => cloud.db.command['inc']?.(1);
const change = (value: string) => ({ data: { values: push(value), length: inc() } });

/** One client: transactions of random reads and appends, some rolled back, and writes outside. */
async function client(name: string, random: () => number, count: number): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const pick = () => keys[Math.floor(random() * keys.length)] ?? 'k0';
  for (let n = 0; n < count; n++) {
    const attempt: Attempt = {
      id: `${name}.${n}`,
      client: name,
      begun: tick(),
      ended: 0,
      outcome: 'unknown',
      reads: [],
      appends: [],
    };
    attempts.push(attempt);
    if (random() < 0.15) await appendOutside(attempt, pick());
    else await runTransaction(attempt, random, pick);
    attempt.ended = tick();
  }
  return attempts;
}

let ticks = 0;
const tick = () => ++ticks;

async function appendOutside(attempt: Attempt, key: string): Promise<void> {
  attempt.appends.push({ key, value: attempt.id });
  await cloud.db.collection('lists').doc(key).update(change(attempt.id));
  attempt.outcome = 'committed';
}

async function runTransaction(
  attempt: Attempt,
  random: () => number,
  pick: () => string,
): Promise<void> {
  const transaction = await cloud.db.startTransaction();
  try {
    const steps = 1 + Math.floor(random() * 4);
    for (let step = 0; step < steps; step++)
      await takeStep(attempt, transaction, { random, pick, step });
    if (random() < 0.1) {
      await transaction.rollback();
      attempt.outcome = 'aborted';
    } else {
      await transaction.commit();
      attempt.outcome = 'committed';
    }
  } catch (error) {
    if (!(error as Error).message.includes('Transaction')) throw error;
    attempt.outcome = 'aborted';
  }
}

async function takeStep(
  attempt: Attempt,
  transaction: SdkTransaction,
  { random, pick, step }: { random: () => number; pick: () => string; step: number },
): Promise<void> {
  const lists = transaction.collection('lists');
  const chance = random();
  if (chance < 0.4) {
    const key = pick();
    const { data } = await lists.doc(key).get();
    attempt.reads.push({ key, values: data['values'] as string[] });
  } else if (chance < 0.55) {
    const { data } = await lists.where({ length: cloud.db.command['gte']?.(0) }).get();
    for (const { _id, values } of data) {
      attempt.reads.push({ key: _id as string, values: values as string[] });
    }
  } else {
    const key = pick();
    const value = `${attempt.id}.${step}`;
    attempt.appends.push({ key, value });
    await lists.doc(key).update(change(value));
  }
}

test.each([1, 2, 3])(
  'keeps snapshot isolation in the history of seed %i',
  async (seed) => {
    for (const key of keys) {
      await cloud.db
        .collection('lists')
        .doc(key)
        .set({ data: { values: [], length: 0 } });
    }
    cloud.resetStats();
    const clients = Array.from({ length: 12 }, (_, n) =>
      client(`c${n}`, randomOf(seed * 100 + n), 30),
    );
    const attempts = (await Promise.all(clients)).flat();
    const { data } = await cloud.db.collection('lists').get();
    const final = new Map(data.map(({ _id, values }) => [_id as string, values as string[]]));
    expect(checkSnapshotIsolation(attempts, final)).toEqual([]);
    const { committed, conflicted } = cloud.stats().transactions;
    expect(committed).toBeGreaterThan(100);
    expect(conflicted).toBeGreaterThan(20);
  },
  60_000,
);

const attempt = (id: string, parts: Partial<Attempt>): Attempt => ({
  ...{ id, client: id, begun: 0, ended: 100, outcome: 'committed', reads: [], appends: [] },
  ...parts,
});

test.each<[string, Attempt[], Record<string, string[]>]>([
  [
    'lost update',
    [
      attempt('a', { reads: [{ key: 'k', values: [] }], appends: [{ key: 'k', value: 'a' }] }),
      attempt('b', { reads: [{ key: 'k', values: [] }], appends: [{ key: 'k', value: 'b' }] }),
    ],
    { k: ['a', 'b'] },
  ],
  [
    'read skew',
    [
      attempt('a', {
        appends: [
          { key: 'k', value: 'a' },
          { key: 'l', value: 'a' },
        ],
      }),
      attempt('b', {
        reads: [
          { key: 'k', values: ['a'] },
          { key: 'l', values: [] },
        ],
      }),
    ],
    { k: ['a'], l: ['a'] },
  ],
  [
    'dirty read',
    [
      attempt('a', { outcome: 'aborted', appends: [{ key: 'k', value: 'a' }] }),
      attempt('b', { reads: [{ key: 'k', values: ['a'] }] }),
    ],
    { k: [] },
  ],
  ['lost write', [attempt('a', { appends: [{ key: 'k', value: 'a' }] })], { k: [] }],
  [
    'stale read',
    [
      attempt('a', { ended: 1, appends: [{ key: 'k', value: 'a' }] }),
      attempt('b', { begun: 2, reads: [{ key: 'k', values: [] }] }),
    ],
    { k: ['a'] },
  ],
])('the checker finds a %s', (_, attempts, final) => {
  expect(checkSnapshotIsolation(attempts, new Map(Object.entries(final)))).not.toEqual([]);
});

test('the checker lets write skew pass', () => {
  const attempts = [
    attempt('a', { reads: [{ key: 'l', values: [] }], appends: [{ key: 'k', value: 'a' }] }),
    attempt('b', { reads: [{ key: 'k', values: [] }], appends: [{ key: 'l', value: 'b' }] }),
  ];
  expect(
    checkSnapshotIsolation(
      attempts,
      new Map([
        ['k', ['a']],
        ['l', ['b']],
      ]),
    ),
  ).toEqual([]);
});
