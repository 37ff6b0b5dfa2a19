// Shops in, baskets played, books audited.
import { mkdirSync } from 'node:fs';
import { audit, type Audit } from '../../src/domain/audit/audit';
import { readBooks } from '../../src/usecases/audit/read-books';
import { toDocument } from '../../src/wxcloud/documents';
import { operatorWorld } from '../cloud/operator-world';
import { startProductCloud } from '../cloud/product-cloud';
import { readBaskets } from './baskets';
import { finish, play } from './play';
import { readProgress, type Progress } from './progress';
import { readShops } from './shops';

export interface ReplayOptions {
  readonly basketsFile: string;
  readonly shopsFile: string;
  /** Kept, so that a replay that was killed goes on. */
  readonly dataDir: string;
  readonly limit?: number;
  readonly onStart?: (total: number, played: number) => void;
  readonly onProgress?: (played: number) => void;
  readonly log?: (line: string) => void;
}

export interface Replayed extends Progress {
  readonly audit: Audit;
  /** Of this run. */
  readonly seconds: number;
  readonly orders: number;
  /** To the cloud, by the functions of this run. */
  readonly requests: number;
}

const POLICY = 'demo';

export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { dataDir, limit, onStart, onProgress, log } = options;
  const baskets = await readBaskets(options.basketsFile, limit);
  const shops = await readShops(options.shopsFile);
  const stores = [...new Set(baskets.map(({ store }) => store))].sort();
  mkdirSync(dataDir, { recursive: true });
  const { played } = readProgress(dataDir);
  const clock = new Date((baskets[played] ?? baskets.at(-1))?.at ?? 0).toISOString();
  const cloud = await startProductCloud({
    ...{ port: 0, dataDir, policy: POLICY, clock },
    ...(log !== undefined && { log }),
  });
  try {
    if (played === 0) cloud.importDocuments('merchants', shops.map(toDocument));
    onStart?.(baskets.length, played);
    const started = performance.now();
    const done = await play({
      ...{ cloud, dataDir, baskets },
      codeOf: (store) => shops[stores.indexOf(store) % shops.length]?.code ?? '',
      onProgress: (count) => onProgress?.(count),
    });
    await finish(cloud);
    const seconds = (performance.now() - started) / 1000;
    const { requests } = cloud.stats();
    const world = operatorWorld(cloud, { policy: POLICY, now: () => cloud.now().getTime() });
    const books = await readBooks(world);
    return { ...done, audit: audit(books), seconds, orders: done.played - played, requests };
  } finally {
    await cloud.close();
  }
}
