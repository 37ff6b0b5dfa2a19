// What something took: requests, time on the clock and on the processors, and many such together.
import type { BenchCloud } from './bench-cloud';
import { median, p95 } from './quantiles';

export interface Sample {
  /** Requests that the measured function sent. */
  readonly requests: number;
  readonly ms: number;
  /** Processor time of cloud, function and caller; steadier than the clock on a busy machine. */
  readonly cpuMs: number;
}

export async function sampleOf(
  { cloud }: BenchCloud,
  functionName: string,
  act: () => Promise<unknown>,
): Promise<Sample> {
  cloud.resetStats();
  const times = await timesOf(act);
  return { ...times, requests: cloud.stats().functions[functionName]?.requests ?? 0 };
}

export async function timesOf(act: () => Promise<unknown>): Promise<Omit<Sample, 'requests'>> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await act();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

export const sampleColumns = ['requests', 'p50 ms', 'p95 ms', 'CPU ms'];

/** The most requests of any sample, and quantiles of times. */
export function figuresOf(samples: readonly Sample[]): Record<string, number> {
  const times = samples.map(({ ms }) => ms);
  return {
    'requests': Math.max(...samples.map(({ requests }) => requests)),
    'p50 ms': median(times),
    'p95 ms': p95(times),
    'CPU ms': median(samples.map(({ cpuMs }) => cpuMs)),
  };
}
