// Each call through the unmodified SDK and HTTP, on a small and on a large collection, beside the
// same call against a server that does nothing, and the same work straight on the store.
import type { Database } from '../../src/localcloud/database/database';
import type { Budget, Row, Section } from '../section';
import { Child } from './child';
import { LARGE, PLACES, SMALL } from './documents';
import { startEmpty } from './empty';
import type { Sizes } from './fill';
import { type Amount, type Collection, type Measured, measureLanes } from './lanes';
import { type Operation, operations } from './operations';
import { openSdk } from './sdk';
import { measureOnStore, withStore } from './store';

interface Options {
  readonly dataDir: string;
  readonly sizes: Sizes;
  readonly amount: Amount;
  readonly say: (line: string) => void;
}

const COLUMNS = ['ms', 'empty ms', 'of empty', 'CPU ms', 'empty CPU ms', 'store ms', 'growth'];
const NOTE =
  'Medians of calls one after the other. ms: through the SDK and HTTP to a cloud in a process of its own; empty: the same call to a server that answers at once what the cloud answered; CPU: of the server alone; store: the same work without SDK and HTTP. Growth: ms on the large collection over ms on the small one.';
/** Through the SDK, over the empty server: for calls of one request that find one document. */
const MOST_OF_EMPTY = 1.3;
/** A call by an index must not notice a thousand times as many documents, but for noise. */
const MOST_GROWTH = 1.25;
const STORE_CALLS = 500;

export async function measureCalls({ dataDir, sizes, amount, say }: Options): Promise<Section> {
  const db = openSdk();
  const cloud = await Child.start(require.resolve('./serve-cloud'), [dataDir]);
  const empty = await startEmpty({ db, cloud, dataDir });
  const found: Found[] = [];
  for (const operation of operations) {
    say(`calls: ${operation.name}`);
    const collections = collectionsOf(operation, sizes);
    const lanes = [
      ...collections.map((collection) => ({ ...collection, server: cloud, url: cloud.url })),
      { name: SMALL, documents: sizes.small, server: empty.child, url: empty.urlOf(operation) },
    ];
    found.push({
      operation,
      collections,
      measured: await measureLanes(db, { operation, lanes, amount }),
    });
  }
  await Promise.all([cloud.kill(), empty.child.kill()]);
  say('calls: straight on the store');
  const rows = await withStore(dataDir, async (store) => {
    const all: Row[] = [];
    for (const each of found) all.push(...(await rowsOf(each, store)));
    return all;
  });
  return { title: 'Calls', note: NOTE, columns: COLUMNS, rows };
}

interface Found {
  readonly operation: Operation;
  readonly collections: readonly Collection[];
  /** On each of the collections, and last at the empty server. */
  readonly measured: readonly Measured[];
}

function collectionsOf({ on }: Operation, sizes: Sizes): Collection[] {
  if (on === 'places') return [{ name: PLACES, documents: sizes.places }];
  return [
    { name: SMALL, documents: sizes.small },
    { name: LARGE, documents: sizes.large },
  ];
}

async function rowsOf(
  { operation, collections, measured }: Found,
  store: Database,
): Promise<Row[]> {
  const empty = measured.at(-1);
  const rows: Row[] = [];
  for (const [index, collection] of collections.entries()) {
    const own = measured[index];
    const first = measured[0];
    if (!own || !first || !empty) throw new Error('a lane was not measured');
    const isLarger = index > 0;
    rows.push({
      name: `${operation.name}, of ${collection.documents.toLocaleString('en')}`,
      figures: {
        'ms': own.ms,
        'empty ms': empty.ms,
        'of empty': own.ms / empty.ms,
        'CPU ms': own.cpuMs,
        'empty CPU ms': empty.cpuMs,
        'store ms': await measureOnStore(store, operation, { collection, calls: STORE_CALLS }),
        ...(isLarger && { growth: own.ms / first.ms }),
      },
      budgets: budgetsOf(operation, isLarger),
    });
  }
  return rows;
}

function budgetsOf({ isSingle }: Operation, isLarger: boolean): Budget[] {
  return [
    ...(isSingle ? [{ of: 'of empty', atMost: MOST_OF_EMPTY }] : []),
    ...(isLarger ? [{ of: 'growth', atMost: MOST_GROWTH }] : []),
  ];
}
