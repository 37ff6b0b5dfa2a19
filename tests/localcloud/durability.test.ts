// The cloud's process is killed in the middle of writes: what was answered is there, whole.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeClouds, failure, pointSdkAt, type SdkDatabase, temporaryFolder } from './fixture';

const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await closeClouds();
});

async function serve(dataDir: string): Promise<{ db: SdkDatabase; child: ChildProcess }> {
  const script = require.resolve('./serve-for-durability');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const admin = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error('the cloud did not start'));
    });
    child.stdout.once('data', (line: Buffer) => {
      resolve(line.toString('utf8').trim());
    });
  });
  return { db: pointSdkAt(admin), child };
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}

interface Written {
  answered: Set<string>;
  /** Pairs whose commit was sent; both documents are there or none. */
  pairs: { ids: [string, string]; answered: boolean }[];
}

/** Writes singles and pairs in transactions until the cloud is gone. */
async function writeUntilKilled(
  db: SdkDatabase,
  round: number,
  writer: number,
  written: Written,
): Promise<void> {
  const entries = db.collection('entries');
  for (let n = 0; ; n++) {
    const [single, left, right] = ['s', 'l', 'r'].map(
      (part) => `${round}-${writer}-${n}-${part}`,
    ) as [string, string, string];
    try {
      await entries.add({ data: { _id: single, writer: round * 100 + writer, number: single } });
      written.answered.add(single);
      const transaction = await db.startTransaction();
      for (const id of [left, right]) {
        await transaction
          .collection('entries')
          .add({ data: { _id: id, writer: round * 100 + writer, number: id } });
      }
      const pair = { ids: [left, right] as [string, string], answered: false };
      written.pairs.push(pair);
      await transaction.commit();
      pair.answered = true;
    } catch (error) {
      if (/ECONN|socket hang up/.test((error as Error).message)) return;
      throw error;
    }
  }
}

test('loses nothing that was answered when it is killed, and shows no half of a transaction', async () => {
  const dataDir = temporaryFolder();
  const written: Written = { answered: new Set(), pairs: [] };
  for (const round of [1, 2]) {
    const { db, child } = await serve(dataDir);
    const writers = [0, 1, 2, 3].map((writer) => writeUntilKilled(db, round, writer, written));
    while (written.answered.size < round * 60)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await killed(child);
    await Promise.all(writers);
  }
  const { db, child } = await serve(dataDir);
  const found = new Set<unknown>();
  const entries = db.collection('entries');
  for (let skip = 0; ; skip += 1000) {
    const { data } = await entries.skip(skip).limit(1000).get();
    for (const { _id } of data) found.add(_id);
    if (data.length < 1000) break;
  }
  expect(written.answered.size).toBeGreaterThanOrEqual(120);
  expect([...written.answered].filter((id) => !found.has(id))).toEqual([]);
  for (const { ids, answered } of written.pairs) {
    const there = ids.filter((id) => found.has(id)).length;
    expect(there === 2 || (there === 0 && !answered)).toBe(true);
  }
  const byIndex = await Promise.all(
    [1, 2].flatMap((round) =>
      [0, 1, 2, 3].map((w) => entries.where({ writer: round * 100 + w }).count()),
    ),
  );
  expect(byIndex.reduce((sum, { total }) => sum + total, 0)).toBe(found.size);
  const [taken] = written.answered;
  expect((await failure(entries.add({ data: { number: taken, writer: 0 } }))).message).toContain(
    'E11000',
  );
  await killed(child);
}, 120_000);
