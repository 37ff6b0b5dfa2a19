// The dividend timer beside 1 to 2 000 000 accounts: its requests follow the entries, never the
// accounts. All accounts really lie in the store, and together they always hold the same points.
import { newAccount } from '../src/domain/accounts/account';
import { journalEntry, movePoints } from '../src/domain/journal/entry';
import { POINTS_ISSUED, pointsOf } from '../src/domain/journal/names';
import { centipoints, fen } from '../src/domain/money/amounts';
import { emptyPool } from '../src/domain/pool/state';
import { toDocument } from '../src/wxcloud/documents';
import { accountOf } from '../src/wxcloud/identity';
import { type BenchCloud, withBenchCloud } from './bench-cloud';
import { inRounds } from './quantiles';
import { sampleOf } from './sample';
import type { Bench, Row } from './section';

/** Centipoints of all accounts together: 20 million points. */
const ALL_POINTS = 2_000_000_000;
const PAGE = 1000;
/** Both passes of a run end with a page that is not full. */
const LAST_PAGES = 2;
/** Pool read, start, pool read and written, dividend and its entry, commit. */
const CONSTANT = 7;
const BATCH = 10_000;
const NOTE =
  'Every run reads its new entries and declares one period. The accounts are documents in the store. Budget: pages of 1000 entries and a constant of 7. Last column: how long an owner of one of the accounts then waits for the wallet with the new coupons.';

interface Size {
  readonly accounts: number;
  readonly entries: number;
}

export const dividends: Bench = async ({ quick, say }) => {
  const counts = quick ? [1, 1000] : [1, 1000, 100_000, 2_000_000];
  const sizes = [
    ...counts.map((accounts) => ({ accounts, entries: 1 })),
    { accounts: 1000, entries: (quick ? 1 : 3) * PAGE },
  ];
  const rows: Row[] = [];
  for (const size of sizes) {
    say(`dividends: ${nameOf(size)}`);
    rows.push(...(await withBenchCloud((cloud) => measureTimer(cloud, size, quick ? 2 : 7))));
  }
  return {
    title: 'Dividend timer',
    note: NOTE,
    columns: ['requests', 'ms', 'CPU ms', 'wallet ms'],
    rows,
  };
};

const nameOf = ({ accounts, entries }: Size): string =>
  `${counted(accounts, ['account', 'accounts'])}, ${counted(entries, ['new entry', 'new entries'])}`;

const counted = (count: number, [one, many]: readonly [string, string]): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

async function measureTimer(cloud: BenchCloud, size: Size, rounds: number): Promise<Row[]> {
  importAccounts(cloud, size.accounts);
  const atMost = CONSTANT + LAST_PAGES * (1 + Math.floor(size.entries / PAGE));
  // The first round starts the instances.
  await measureRun(cloud, size, 0);
  return inRounds(rounds, async (round) => [
    {
      name: nameOf(size),
      figures: await measureRun(cloud, size, round + 1),
      budgets: [{ of: 'requests', atMost }],
    },
  ]);
}

function importAccounts({ cloud }: BenchCloud, count: number): void {
  const points = centipoints(Math.floor(ALL_POINTS / count));
  for (let from = 0; from < count; from += BATCH) {
    const length = Math.min(BATCH, count - from);
    const accounts = Array.from({ length }, (_, index) => ({
      ...newAccount({ id: accountOf(ownerOf(from + index)), period: 0 }),
      points,
    }));
    cloud.importDocuments('accounts', accounts.map(toDocument));
  }
}

const ownerOf = (index: number): string => `owner-${index}`;

async function measureRun(
  cloud: BenchCloud,
  { accounts, entries }: Size,
  round: number,
): Promise<Record<string, number>> {
  await cloud.letFoldReach();
  putPoolBeforePeriod(cloud, round);
  importEntries(cloud, { entries, round });
  await cloud.letFoldReach();
  const { requests, ms, cpuMs } = await sampleOf(cloud, 'dividends', async () => {
    const { periods } = await cloud.runDividends();
    if (periods.length !== 1) throw new Error(`${periods.length} periods were declared`);
  });
  const owner = ownerOf(Math.floor((accounts * round) / (round + 1)));
  const wallet = await sampleOf(cloud, 'wallet', async () => {
    const seen = await cloud.call(owner, 'wallet', { action: 'summary', input: {} });
    if (seen.balanceFen === 0) throw new Error(`${owner} got no coupon`);
  });
  return { requests, ms, 'CPU ms': cpuMs, 'wallet ms': wallet.ms };
}

/** A pool that has read everything so far and is one point short of its next period. */
function putPoolBeforePeriod({ cloud }: BenchCloud, round: number): void {
  const cursor = cloud.now().getTime();
  const read = { time: cursor, id: '' };
  const nextThreshold = centipoints(ALL_POINTS + 1);
  const { balances, ...rest } = emptyPool(nextThreshold);
  const state = {
    ...rest,
    ...{ id: 'state', cursor, period: round, points: centipoints(ALL_POINTS) },
    reading: { at: read, effectiveAt: read },
    balances: { ...balances, freeFen: fen(ALL_POINTS) },
  };
  cloud.importDocuments('pool', [toDocument(state)]);
}

function importEntries(
  { cloud }: BenchCloud,
  { entries, round }: { entries: number; round: number },
): void {
  const at = cloud.now().getTime() + 1;
  const earned = Array.from({ length: entries }, (_, index) => {
    const payer = accountOf(ownerOf(0));
    const ends = { from: POINTS_ISSUED, to: pointsOf(payer) };
    const id = `bench-${round}-${String(index).padStart(8, '0')}:paid`;
    const matures = movePoints(ends, centipoints(1_00));
    return journalEntry({ id, kind: 'paid', at, effectiveAt: at, payer, moves: [], matures });
  });
  cloud.importDocuments('journal', earned.map(toDocument));
}
