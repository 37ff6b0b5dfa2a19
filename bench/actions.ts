// One person after the other: what each step of a purchase costs, in requests and milliseconds.
import { type BenchCloud, withBenchCloud } from './bench-cloud';
import { inRounds } from './quantiles';
import { figuresOf, type Sample, sampleColumns, sampleOf } from './sample';
import type { Bench, Row } from './section';

/** Enough for several periods, each of which is new to an instance once. */
const FIRST_BILL_FEN = 1000_00;
const NOTE =
  'One person after the other; time from the call until its answer, of a posting from the tap in the payment window until the order is completed. An instance reads each new period once, and the first spending after a period also writes what it gave: these rare cases have rows of their own.';

export const actions: Bench = async ({ quick, say }) => {
  const people = quick ? 6 : 60;
  const rows = await inRounds(quick ? 1 : 3, async (round) => {
    say(`actions: round ${round + 1}, ${people} people`);
    return withBenchCloud((cloud) => measureActions(cloud, people));
  });
  return {
    title: 'Actions',
    note: NOTE,
    columns: sampleColumns,
    rows,
  };
};

async function measureActions(cloud: BenchCloud, count: number): Promise<Row[]> {
  const people = Array.from({ length: count }, (_, index) => `person-${index}`);
  await warmUp(cloud);
  const newcomers: Sample[] = [];
  for (const openid of people) newcomers.push(await posting(cloud, openid));
  const newPeriods = await measureNewPeriods(cloud);
  const each = async (act: (openid: string) => Promise<Sample>): Promise<Sample[]> => {
    const samples: Sample[] = [];
    for (const openid of people) samples.push(await act(openid));
    return samples;
  };
  return [
    rowOf('quote', 3, await each((openid) => quoting(cloud, openid))),
    rowOf('quote, an instance’s first after a period', 3, newPeriods.quotes),
    rowOf('place', 8, await each((openid) => placing(cloud, openid))),
    rowOf('place with coupons, first after a period', 8, await each(spending(cloud, A_PART))),
    rowOf('place with coupons', 8, await each(spending(cloud, A_PART))),
    rowOf('place, paid by coupons alone', 8, await each(spending(cloud, ALL_OF_IT))),
    rowOf('post a payment', 9, await each((openid) => posting(cloud, openid))),
    rowOf('post a payment of a new person', 9, newcomers),
    rowOf('wallet', 3, await each((openid) => lookingAtWallet(cloud, openid))),
    rowOf('wallet, an instance’s first after a period', 3, newPeriods.wallets),
  ];
}

function rowOf(name: string, atMost: number, samples: readonly Sample[]): Row {
  return { name, figures: figuresOf(samples), budgets: [{ of: 'requests', atMost }] };
}

/** Instances start before anything is measured; their start has a bench of its own. */
async function warmUp(cloud: BenchCloud): Promise<void> {
  await cloud.buy('somebody-else', { amountFen: 100 });
  await lookingAtWallet(cloud, 'somebody-else');
  await cloud.quote('somebody-else', 100);
}

/** Each run of the timer declares periods that no instance has read yet. */
async function measureNewPeriods(
  cloud: BenchCloud,
): Promise<{ quotes: Sample[]; wallets: Sample[] }> {
  const [quotes, wallets]: [Sample[], Sample[]] = [[], []];
  for (let run = await declare(cloud); run.length > 0; run = await declare(cloud)) {
    quotes.push(await quoting(cloud, 'person-0'));
    wallets.push(await lookingAtWallet(cloud, 'person-0'));
  }
  return { quotes, wallets };
}

/** @returns the periods that the timer declared */
async function declare(cloud: BenchCloud): Promise<readonly number[]> {
  await cloud.letFoldReach();
  return (await cloud.runDividends()).periods;
}

function quoting(cloud: BenchCloud, openid: string): Promise<Sample> {
  return sampleOf(cloud, 'orders', () => cloud.quote(openid, 5000));
}

function placing(cloud: BenchCloud, openid: string): Promise<Sample> {
  return sampleOf(cloud, 'orders', () => cloud.place(openid, { amountFen: 5000 }));
}

interface Spending {
  readonly amountFen: number;
  readonly couponFen: number;
}

const A_PART: Spending = { amountFen: 5000, couponFen: 1 };
const ALL_OF_IT: Spending = { amountFen: 100, couponFen: 100 };

/** Places with the coupon that a quote offers. */
function spending(
  cloud: BenchCloud,
  { amountFen, couponFen }: Spending,
): (openid: string) => Promise<Sample> {
  return async (openid) => {
    const [offered] = await cloud.quote(openid, amountFen);
    if (offered === undefined) throw new Error(`${openid} has no coupon`);
    const uses = [{ lotId: offered.lotId, amountFen: couponFen }];
    return sampleOf(cloud, 'orders', () => cloud.place(openid, { amountFen, uses }));
  };
}

async function posting(cloud: BenchCloud, openid: string): Promise<Sample> {
  const placed = await cloud.place(openid, { amountFen: FIRST_BILL_FEN });
  return sampleOf(cloud, 'payments', async () => {
    await cloud.pay(openid, placed);
    await cloud.untilPosted();
  });
}

function lookingAtWallet(cloud: BenchCloud, openid: string): Promise<Sample> {
  return sampleOf(cloud, 'wallet', () =>
    cloud.call(openid, 'wallet', { action: 'summary', input: {} }),
  );
}
