// One shop paid at ten counters at once: no document is shared, so nothing conflicts.
import { type BenchCloud, withBenchCloud } from './bench-cloud';
import { inRounds, median, p95 } from './quantiles';
import type { Bench, Row } from './section';

const COUNTERS = 10;
/** To place and to post one order; a repeated attempt would cost more. */
const MOST_REQUESTS = 5 + 8;

export const oneShop: Bench = async ({ quick, say }) => {
  const times = quick ? 3 : 20;
  say(`one shop: ${times} times ${COUNTERS} people at once`);
  const rows = await withBenchCloud(async (cloud) => {
    // A new person's posting reads the pool, too; everybody has paid before.
    await payAtAllCounters(cloud);
    return inRounds(quick ? 1 : 3, () => measureCounters(cloud, times));
  });
  return {
    title: `One shop, ${COUNTERS} counters at once`,
    note: 'Ten people pay the same shop at the same moment, again and again. Requests are of one order; time is until the last of the ten is posted.',
    columns: ['requests', 'conflicts', 'p50 ms', 'p95 ms'],
    rows,
  };
};

async function measureCounters(cloud: BenchCloud, times: number): Promise<Row[]> {
  cloud.cloud.resetStats();
  const waits: number[] = [];
  for (let n = 0; n < times; n += 1) waits.push(await payAtAllCounters(cloud));
  const { requests, transactions } = cloud.cloud.stats();
  const figures = {
    'requests': requests / (times * COUNTERS),
    'conflicts': transactions.conflicted + transactions.aborted,
    'p50 ms': median(waits),
    'p95 ms': p95(waits),
  };
  const budgets = [
    { of: 'requests', atMost: MOST_REQUESTS },
    { of: 'conflicts', atMost: 0 },
  ];
  return [{ name: 'ten orders placed, paid, posted', figures, budgets }];
}

/** @returns milliseconds until the last of the ten orders is posted */
async function payAtAllCounters(cloud: BenchCloud): Promise<number> {
  const people = Array.from({ length: COUNTERS }, (_, index) => `counter-${index}`);
  const started = performance.now();
  await Promise.all(people.map((openid) => cloud.buy(openid, { amountFen: 5000 })));
  return performance.now() - started;
}
