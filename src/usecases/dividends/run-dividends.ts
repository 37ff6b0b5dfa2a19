// Folds the journal into pool/state and declares the dividends that are due. One writer; its cost
// is pages of entries plus a constant, whatever the number of accounts.
import { conclude, type Conclusion } from '../../domain/pool/conclude';
import { foldPage } from '../../domain/pool/fold';
import type { PoolState } from '../../domain/pool/state';
import { SECOND } from '../../domain/time';
import { abort, commit } from '../../wxcloud/transact';
import { JOURNAL_PAGE, readJournal } from '../journal/read-page';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { readBudget, writeBudget } from '../advance/budget';
import { readPool } from '../wallet/settled-account';

/** Pages that one transaction takes in; the next goes on from there. */
const PAGES_PER_STEP = 20;
const TIME_BUDGET = 40 * SECOND;

export interface DividendRun {
  readonly entries: number;
  /** Periods declared by this run. */
  readonly periods: readonly number[];
}

interface Reading {
  readonly state: PoolState;
  readonly entries: number;
  /** Both passes have reached the limit. */
  readonly isExhausted: boolean;
}

/** Timer. A run that overlaps another finds the state moved, and leaves it alone. */
export async function runDividends(world: World): Promise<DividendRun> {
  const start = world.now();
  const upTo = start - world.policy.foldLagSeconds * SECOND;
  let state = await readPool(world.cloud, world);
  let entries = 0;
  const periods: number[] = [];
  while (upTo > state.cursor && world.now() - start < TIME_BUDGET) {
    const read = await readOn(world, { state, upTo });
    const step = await keep(world, { base: state, read, upTo });
    if (step === undefined) break;
    entries += read.entries;
    state = step.state;
    periods.push(...step.dividends.map(({ period }) => period));
    if (read.isExhausted) break;
  }
  return { entries, periods };
}

/** Reads both passes on; nothing appears behind them, since they keep the lag. */
async function readOn(
  world: World,
  { state, upTo }: { state: PoolState; upTo: number },
): Promise<Reading> {
  let reading: Reading = { state, entries: 0, isExhausted: false };
  let pages = 0;
  for (const pass of ['at', 'effectiveAt'] as const) {
    for (let isLast = false; !isLast;) {
      if (pages === PAGES_PER_STEP) return reading;
      const position = reading.state.reading[pass];
      const page = await readJournal(world.cloud, { world, pass, position, upTo });
      pages += 1;
      isLast = page.length < JOURNAL_PAGE;
      reading = {
        state: foldPage(reading.state, { pass, entries: page }),
        entries: reading.entries + page.length,
        isExhausted: isLast && pass === 'effectiveAt',
      };
    }
  }
  return reading;
}

/** State, entries and dividends in one transaction that checks that the state is still the base. */
async function keep(
  world: World,
  { base, read, upTo }: { base: PoolState; read: Reading; upTo: number },
): Promise<Conclusion | undefined> {
  const done = await world.cloud.transact<Conclusion | undefined>(async (transaction, at) => {
    const stored = await readPool(transaction, world);
    if (!isSameReading(stored, base)) return abort(undefined);
    const advanceFen = await readBudget(transaction, { world, pool: stored });
    const step: Conclusion = read.isExhausted
      ? conclude(read.state, { upTo, at, rules: world.policy, advanceFen })
      : { state: read.state, entries: [], dividends: [], advanceFen };
    if (read.entries === 0 && step.entries.length === 0) return abort(step);
    await transaction.set('pool', { ...step.state, id: 'state' });
    if (step.advanceFen !== advanceFen) await writeBudget(transaction, step.advanceFen);
    for (const entry of step.entries) await transaction.add('journal', entry);
    for (const dividend of step.dividends) {
      await transaction.add('dividends', { ...dividend, id: `period-${dividend.period}` });
    }
    return commit(step);
  });
  return orBusy(done);
}

function isSameReading(a: PoolState, b: PoolState): boolean {
  return JSON.stringify([a.cursor, a.reading]) === JSON.stringify([b.cursor, b.reading]);
}
