// Orders a second through the local cloud, and the same SDK calls against an empty server.
import { type BenchCloud, withBenchCloud } from './bench-cloud';
import { Limit } from './orders-per-second/limit';
import { recordTraffic, type Traffic } from './orders-per-second/record';
import { inRounds } from './quantiles';
import { timesOf } from './sample';
import type { Bench, Row } from './section';

/** Customers at once. */
const LANES = 8;
/** Enough that nobody has so many earnings waiting that a posting settles them. */
const PEOPLE = 400;

interface Kind {
  readonly name: string;
  readonly hasQuote: boolean;
}
const kinds: readonly Kind[] = [
  { name: 'place, pay, post', hasQuote: false },
  { name: 'quote, place, pay, post', hasQuote: true },
];

export const ordersPerSecond: Bench = async ({ quick, say }) => {
  const [orders, people] = quick ? [16, 16] : [200, PEOPLE];
  say(`orders per second: ${people} people pay once before it counts`);
  const traffic = await recordTraffic();
  const limit = await Limit.start([...traffic.quote, ...traffic.order], LANES);
  try {
    const rows = await withBenchCloud(async (cloud) => {
      await buyInLanes(cloud, { orders: people, people, hasQuote: true });
      await limit.send([...traffic.quote, ...traffic.order], people);
      return inRounds(quick ? 1 : 9, (round) => {
        say(`orders per second: round ${round + 1}, ${orders} orders each`);
        return measureKinds({ cloud, limit, traffic }, { orders, people });
      });
    });
    return { title: 'Orders a second', note: NOTE, columns: COLUMNS, rows };
  } finally {
    await limit.close();
  }
};

const COLUMNS = [
  'requests',
  'a second',
  'limit a second',
  'of the limit',
  'CPU ms',
  'limit CPU ms',
];
const NOTE = `${LANES} customers at once, no coupons, from the first call until the last order is posted. The limit is what the unmodified SDK reaches when it sends the same recorded calls to a server that answers each at once with the recorded answer. CPU ms are of one order.`;

interface Worlds {
  readonly cloud: BenchCloud;
  readonly limit: Limit;
  readonly traffic: Traffic;
}

/** Cloud and limit in turns, so that other work on the machine meets both. */
async function measureKinds(
  { cloud, limit, traffic }: Worlds,
  { orders, people }: { orders: number; people: number },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, hasQuote } of kinds) {
    cloud.cloud.resetStats();
    const real = await rateOf(orders, () => buyInLanes(cloud, { orders, people, hasQuote }));
    const { requests } = cloud.cloud.stats();
    const calls = [...(hasQuote ? traffic.quote : []), ...traffic.order];
    const most = await rateOf(orders, () => limit.send(calls, orders));
    rows.push(rowOf(name, { requests: requests / orders, real, most }));
  }
  return rows;
}

interface Rate {
  readonly perSecond: number;
  readonly cpuMs: number;
}

function rowOf(
  name: string,
  { requests, real, most }: { requests: number; real: Rate; most: Rate },
): Row {
  return {
    name,
    figures: {
      requests,
      'a second': real.perSecond,
      'limit a second': most.perSecond,
      'of the limit': real.perSecond / most.perSecond,
      'CPU ms': real.cpuMs,
      'limit CPU ms': most.cpuMs,
    },
    budgets: [
      { of: 'a second', atLeast: 40 },
      { of: 'of the limit', atLeast: 0.5 },
    ],
  };
}

async function rateOf(orders: number, work: () => Promise<void>): Promise<Rate> {
  const { ms, cpuMs } = await timesOf(work);
  return { perSecond: (orders * 1000) / ms, cpuMs: cpuMs / orders };
}

async function buyInLanes(
  cloud: BenchCloud,
  { orders, people, hasQuote }: { orders: number; people: number; hasQuote: boolean },
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let order = next++; order < orders; order = next++) {
      const openid = `customer-${order % people}`;
      if (hasQuote) await cloud.quote(openid, 5000);
      await cloud.pay(openid, await cloud.place(openid, { amountFen: 5000 }));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await cloud.untilPosted();
}
