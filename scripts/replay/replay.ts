// Shops in, bills played, books audited.
import { mkdirSync } from 'node:fs';
import { audit, type Audit } from '../../src/domain/audit/audit';
import { DAY } from '../../src/domain/time';
import type { CloudStats } from '../../src/localcloud';
import { readBooks } from '../../src/usecases/audit/read-books';
import { toDocument } from '../../src/wxcloud/documents';
import { operatorWorld } from '../cloud/operator-world';
import { startProductCloud } from '../cloud/product-cloud';
import { billOfBasket, readBaskets } from './baskets';
import type { Bill } from './bill';
import { consumerBills, countConsumerBills } from './consumers';
import { finish, stepOf, play } from './play';
import { readProgress, type Progress } from './progress';
import { readShops } from './shops';

export interface ReplayOptions {
  readonly basketsFile: string;
  readonly shopsFiles: readonly string[];
  /** Kept, so that a replay that was killed goes on. */
  readonly dataDir: string;
  /** So many baskets; without it all of them. */
  readonly limit?: number;
  /** Invented, after the baskets. */
  readonly consumers?: number;
  readonly onStart?: (total: number, played: number) => void;
  readonly onProgress?: (played: number) => void;
  readonly log?: (line: string) => void;
}

export interface Replayed extends Progress {
  readonly audit: Audit;
  readonly shops: number;
  /** Bills of this run, and what they took. */
  readonly bills: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly stats: CloudStats;
}

const POLICY = 'demo';

export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { dataDir, onStart, onProgress, log } = options;
  const shops = await readShops(options.shopsFiles);
  const { total, bills } = await readBills(options, shops.length);
  mkdirSync(dataDir, { recursive: true });
  const { played } = readProgress(dataDir);
  const cloud = await startProductCloud({
    ...{ port: 0, dataDir, policy: POLICY, clock: new Date(startOf(bills, played)).toISOString() },
    ...(log !== undefined && { log }),
  });
  try {
    if (played === 0) cloud.importDocuments('merchants', shops.map(toDocument));
    onStart?.(total, played);
    const watch = startWatch();
    const done = await play({
      ...{ cloud, dataDir, bills: bills() },
      codeOf: (shop) => shops[shop]?.code ?? '',
      onProgress: (count) => onProgress?.(count),
    });
    await finish(cloud);
    const took = { ...watch(), stats: cloud.stats() };
    const world = operatorWorld(cloud, { policy: POLICY, now: () => cloud.now().getTime() });
    const books = await readBooks(world);
    const counts = { shops: shops.length, bills: done.played - played };
    return { ...done, audit: audit(books), ...counts, ...took };
  } finally {
    await cloud.close();
  }
}

type Bills = () => Generator<Bill>;

/** Baskets first, then the consumers from the next day on: the same each time they are asked for. */
async function readBills(
  { basketsFile, limit, consumers = 0 }: ReplayOptions,
  shops: number,
): Promise<{ total: number; bills: Bills }> {
  const baskets = await readBaskets(basketsFile, limit);
  const from = stepOf(baskets.at(-1)?.at ?? 0) + DAY;
  return {
    total: baskets.length + countConsumerBills(consumers),
    *bills() {
      for (const basket of baskets) yield billOfBasket(basket, shops);
      yield* consumerBills({ consumers, from, shops });
    },
  };
}

/** Where the clock stands for the next bill; for the last one when all are played. */
function startOf(bills: Bills, played: number): number {
  let at = 0;
  let passed = 0;
  for (const bill of bills()) {
    at = bill.at;
    if (passed === played) break;
    passed += 1;
  }
  return stepOf(at);
}

/** Seconds by the clock and of the processor since it was started. */
function startWatch(): () => { seconds: number; processorSeconds: number } {
  const started = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return {
      seconds: (performance.now() - started) / 1000,
      processorSeconds: (user + system) / 1_000_000,
    };
  };
}
