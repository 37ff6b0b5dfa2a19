// Calls of one operation against several servers in turns, so that other work meets all alike.
import type { SdkDatabase } from '../../src/wxcloud/sdk';
import { median } from '../quantiles';
import type { Child } from './child';
import { scattered } from './documents';
import type { Operation, Target } from './operations';
import { pointSdkAt } from './sdk';

export interface Collection {
  readonly name: string;
  /** How many there were at the start. */
  readonly documents: number;
}

export interface Lane extends Collection {
  readonly server: Child;
  /** What the SDK is pointed at. */
  readonly url: string;
}

export interface Measured {
  readonly ms: number;
  /** Of the server's process, each call. */
  readonly cpuMs: number;
}

export interface Amount {
  readonly rounds: number;
  readonly callsInRound: number;
}

/** @returns medians by lane; the first round warms up and does not count */
export async function measureLanes(
  db: SdkDatabase,
  { operation, lanes, amount }: { operation: Operation; lanes: readonly Lane[]; amount: Amount },
): Promise<Measured[]> {
  const samples = lanes.map((lane) => ({ lane, ms: [] as number[], cpuMs: [] as number[] }));
  const { rounds, callsInRound } = amount;
  for (let round = 0; round <= rounds; round += 1) {
    for (const { lane, ms, cpuMs } of samples) {
      const range = { from: round * callsInRound, count: callsInRound };
      const sample = await callInTurn(db, operation, { lane, ...range });
      if (round === 0) continue;
      ms.push(...sample.ms);
      cpuMs.push(sample.cpuMs);
    }
  }
  return samples.map(({ ms, cpuMs }) => ({ ms: median(ms), cpuMs: median(cpuMs) }));
}

async function callInTurn(
  db: SdkDatabase,
  operation: Operation,
  { lane, from, count }: { lane: Lane; from: number; count: number },
): Promise<{ ms: number[]; cpuMs: number }> {
  pointSdkAt(lane.url);
  const ms: number[] = [];
  const before = await lane.server.usage();
  for (let index = from; index < from + count; index += 1) {
    const target = targetOf(index, lane);
    const started = performance.now();
    await operation.call(db, target);
    ms.push(performance.now() - started);
  }
  const after = await lane.server.usage();
  return { ms, cpuMs: (after.cpuMs - before.cpuMs) / count };
}

/** Documents that lie scattered over the collection. */
export function targetOf(index: number, { name, documents }: Collection): Target {
  const numbers = [0, 1, 2].map((part) => scattered(3 * index + part, documents));
  return { collection: name, numbers };
}
