// The data of this bench, made once in a folder.
import { startLocalCloud } from '../../src/localcloud';
import type { Document } from '../../src/localcloud/values/value';
import { benchCollections, LARGE, order, place, PLACES, SMALL } from './documents';

/** How many documents the collections have. */
export interface Sizes {
  readonly small: number;
  readonly large: number;
  readonly places: number;
}

const LOT = 10_000;

/** @returns the milliseconds that the large collection took */
export async function fill(dataDir: string, { small, large, places }: Sizes): Promise<number> {
  const cloud = await startLocalCloud({
    ...{ port: 0, dataDir, env: 'bench', appId: 'wx0000000000000000' },
    collections: benchCollections,
  });
  const put = (name: string, count: number, make: (number: number) => Document): void => {
    for (let from = 0; from < count; from += LOT) {
      const length = Math.min(LOT, count - from);
      const documents = Array.from({ length }, (_, index) => make(from + index));
      cloud.importDocuments(name, documents);
    }
  };
  put(SMALL, small, order);
  put(PLACES, places, place);
  const started = performance.now();
  put(LARGE, large, order);
  const ms = performance.now() - started;
  await cloud.close();
  return ms;
}
