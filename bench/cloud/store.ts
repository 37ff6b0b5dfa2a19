// The work of a call without SDK, HTTP and protocol.
import { CloudClock } from '../../src/localcloud/clock';
import { Database } from '../../src/localcloud/database/database';
import { median } from '../quantiles';
import { benchCollections } from './documents';
import { type Collection, targetOf } from './lanes';
import type { Operation } from './operations';

const nothing = (): void => undefined;

/** Opens the store of a cloud that has ended. */
export async function withStore<T>(
  dataDir: string,
  work: (store: Database) => Promise<T>,
): Promise<T> {
  const store = new Database({
    ...{ dataDir, env: 'bench', clock: new CloudClock() },
    ...{ onRead: nothing, onReadById: nothing, onTransactionEnd: nothing, onWait: nothing },
  });
  store.declare(benchCollections);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Median milliseconds of as many calls again as warm up. */
export async function measureOnStore(
  store: Database,
  operation: Operation,
  { collection, calls }: { collection: Collection; calls: number },
): Promise<number> {
  const ms: number[] = [];
  for (let index = -calls; index < calls; index += 1) {
    const target = targetOf(index + calls, collection);
    const started = performance.now();
    await operation.direct(store, target);
    if (index >= 0) ms.push(performance.now() - started);
  }
  return median(ms);
}
