// A large collection: how long it takes to fill and to open, also after a kill -9 among writes and
// with an index that is new, and how much memory and disk it needs.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SdkDatabase } from '../../src/wxcloud/sdk';
import type { Row, Section } from '../section';
import { Child } from './child';
import { LARGE, order, orderId, scattered } from './documents';
import { openSdk, pointSdkAt } from './sdk';

interface Options {
  readonly dataDir: string;
  readonly documents: number;
  /** What filling took. */
  readonly fillMs: number;
  readonly say: (line: string) => void;
}

const COLUMNS = ['seconds', 'first get ms', 'memory MB', 'disk MB'];
const NOTE =
  'Seconds: until the cloud serves, without the start of its process. Memory: of the whole process after a thousand gets, scattered over the collection. What was answered before the kill is looked for afterwards; a document that is missing fails the bench.';
const MOST_SECONDS = 5;
const GETS = 1000;
const WRITERS = 8;
const WRITE_MS = 2000;
const MEGABYTE = 1_000_000;

export async function measureSize(options: Options): Promise<Section> {
  const { dataDir, documents, fillMs, say } = options;
  const db = openSdk();
  const name = `${documents.toLocaleString('en')} documents`;
  const rows: Row[] = [
    { name: `${name}, imported`, figures: { seconds: fillMs / 1000 }, budgets: [] },
  ];
  const open = async (how: string, args: readonly string[]): Promise<Child> => {
    say(`size: ${how}`);
    const cloud = await Child.start(require.resolve('./serve-cloud'), [dataDir, ...args]);
    rows.push(await rowOf(`${name}, ${how}`, { db, cloud, options }));
    return cloud;
  };
  const answered = await writeUntilKilled(db, await open('opened', []));
  const after = await open(`opened after kill -9 among writes`, []);
  await assertAllThere(db, answered);
  await after.kill();
  const indexed = await open('opened with a new index', ['one more']);
  await indexed.kill();
  return { title: 'A large collection', note: NOTE, columns: COLUMNS, rows };
}

async function rowOf(
  name: string,
  { db, cloud, options }: { db: SdkDatabase; cloud: Child; options: Options },
): Promise<Row> {
  pointSdkAt(cloud.url);
  const get = (index: number) =>
    db
      .collection(LARGE)
      .doc(orderId(scattered(index, options.documents)))
      .get();
  const started = performance.now();
  await get(0);
  const firstMs = performance.now() - started;
  for (let index = 1; index < GETS; index += 1) await get(index);
  const { rssBytes } = await cloud.usage();
  return {
    name,
    figures: {
      'seconds': cloud.startMs / 1000,
      'first get ms': firstMs,
      'memory MB': rssBytes / MEGABYTE,
      'disk MB': bytesIn(options.dataDir) / MEGABYTE,
    },
    budgets: name.includes('new index') ? [] : [{ of: 'seconds', atMost: MOST_SECONDS }],
  };
}

function bytesIn(dataDir: string): number {
  const files = readdirSync(dataDir).filter((file) => file.startsWith('cloud.db'));
  return files.reduce((sum, file) => sum + statSync(join(dataDir, file)).size, 0);
}

/** @returns the ids whose insertion was answered */
async function writeUntilKilled(db: SdkDatabase, cloud: Child): Promise<string[]> {
  const answered: string[] = [];
  let isKilled = false;
  const write = async (writer: number): Promise<void> => {
    for (let number = 0; ; number += 1) {
      const _id = `killed-${writer}-${number}`;
      try {
        await db.collection(LARGE).add({ data: { ...order(number), _id } });
      } catch (fault) {
        if (isKilled) return;
        throw fault;
      }
      answered.push(_id);
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));
  await Promise.race([...writers, new Promise((resolve) => setTimeout(resolve, WRITE_MS))]);
  isKilled = true;
  await cloud.kill();
  await Promise.all(writers);
  return answered;
}

async function assertAllThere(db: SdkDatabase, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { data } = await db.collection(LARGE).doc(id).get();
    if (data === null) throw new Error(`${id} was answered before the kill and is lost`);
  }
}
