// One shop paid at ten counters at once: no document is shared, so nothing conflicts.
import { type BenchCloud, withBenchCloud } from './bench-cloud';
import { inRounds, median, p95 } from './quantiles';
import { type Sample, timesOf } from './sample';
import type { Bench, Row } from './section';

const COUNTERS = 10;
/** To place and to post one order; a repeated attempt would cost more. */
const MOST_REQUESTS = 6 + 8;

export const oneShop: Bench = async ({ quick, say }) => {
  const times = quick ? 3 : 20;
  say(`one shop: ${times} times ten people at once`);
  const rows = await withBenchCloud(async (cloud) => {
    // A new person's posting reads the pool, too, so everybody has paid before.
    for (let group = 0; group < times; group += 1) await payAtAllCounters(cloud, group);
    return inRounds(quick ? 1 : 3, () => measureCounters(cloud, times));
  });
  return {
    title: `One shop, ${COUNTERS} counters at once`,
    note: 'Ten people pay the same shop at the same moment, then ten others. Requests are of one order; time is until the last of the ten is posted.',
    columns: ['requests', 'conflicts', 'p50 ms', 'p95 ms', 'CPU ms'],
    rows,
  };
};

async function measureCounters(cloud: BenchCloud, times: number): Promise<Row[]> {
  cloud.cloud.resetStats();
  const samples: Omit<Sample, 'requests'>[] = [];
  for (let group = 0; group < times; group += 1) {
    samples.push(await timesOf(() => payAtAllCounters(cloud, group)));
  }
  const { requests, transactions } = cloud.cloud.stats();
  const waits = samples.map(({ ms }) => ms);
  const figures = {
    'requests': requests / (times * COUNTERS),
    'conflicts': transactions.conflicted + transactions.aborted,
    'p50 ms': median(waits),
    'p95 ms': p95(waits),
    'CPU ms': median(samples.map(({ cpuMs }) => cpuMs)),
  };
  const budgets = [
    { of: 'requests', atMost: MOST_REQUESTS },
    { of: 'conflicts', atMost: 0 },
  ];
  return [{ name: 'ten orders placed, paid, posted', figures, budgets }];
}

/** Ends when the last of the ten orders is posted. */
async function payAtAllCounters(cloud: BenchCloud, group: number): Promise<void> {
  const people = Array.from({ length: COUNTERS }, (_, index) => `person-${group}-${index}`);
  await Promise.all(people.map((openid) => cloud.buy(openid, { amountFen: 5000 })));
}
