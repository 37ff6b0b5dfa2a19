// Folds the journal into the figures of each site, and gives back what campaigns that are over have
// left. One writer; a run that overlaps another finds
// the state moved, and leaves it alone.
import { closeActivities } from '../../domain/campaigns/activities';
import { SECOND } from '../../domain/time';
import { abort, commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { FIGURES_ID, readFiguresOn, storedFigures } from './read-figures';

const PAGES_PER_STEP = 10;
const TIME_BUDGET = 40 * SECOND;

/** Timer. The value says how many entries it has read. */
export async function runFigures(world: World): Promise<{ entries: number }> {
  const start = world.now();
  const upTo = start - world.policy.foldLagSeconds * SECOND;
  let entries = 0;
  while (world.now() - start < TIME_BUDGET) {
    const read = await step(world, upTo);
    entries += read.entries;
    if (read.isLast) break;
  }
  return { entries };
}

/** A step is the last at the end of the journal, and when another run was faster. */
async function step(world: World, upTo: number): Promise<{ entries: number; isLast: boolean }> {
  const nothing = { entries: 0, isLast: true };
  const base = await storedFigures(world.cloud);
  const read = await readFiguresOn(world, { state: base, upTo, pages: PAGES_PER_STEP });
  if (read.entries === 0) return nothing;
  const done = await world.cloud.transact(async (transaction, at) => {
    const stored = await storedFigures(transaction);
    if (JSON.stringify(stored.reading) !== JSON.stringify(base.reading)) return abort(nothing);
    const closed = read.isExhausted
      ? closeActivities(read.state.activities, { upTo, at })
      : { activities: read.state.activities, entries: [] };
    const { activities } = closed;
    await transaction.set('figures', { ...read.state, activities, id: FIGURES_ID });
    for (const entry of closed.entries) await transaction.add('journal', entry);
    return commit({ entries: read.entries, isLast: read.isExhausted });
  });
  return orBusy(done);
}
