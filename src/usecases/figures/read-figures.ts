// The stored figures of all sites, and what the journal has had since.
import { EMPTY_FIGURES, foldFigures, type FiguresState } from '../../domain/figures/site-figures';
import type { JournalEntry } from '../../domain/journal/entry';
import type { Pass } from '../../domain/pool/fold';
import type { Reader } from '../../wxcloud/database';
import { JOURNAL_PAGE, readJournal } from '../journal/read-page';
import type { World } from '../serving/context';

export const FIGURES_ID = 'sites';

const PASSES: readonly Pass[] = ['at', 'effectiveAt'];

export async function storedFigures(reader: Reader): Promise<FiguresState> {
  const stored = await reader.get('figures', FIGURES_ID);
  if (stored === undefined) return EMPTY_FIGURES;
  const { reading, sites, fund, activities } = stored;
  return { reading, sites, fund, activities };
}

export interface FiguresRead {
  readonly state: FiguresState;
  readonly entries: number;
  /** Both passes have reached the limit. */
  readonly isExhausted: boolean;
}

/** Reads both passes on, up to `upTo` (ms) or for `pages` pages each: a request a page. */
export async function readFiguresOn(
  world: World,
  { state: start, upTo, pages }: { state: FiguresState; upTo: number; pages: number },
): Promise<FiguresRead> {
  let [state, entries, exhausted] = [start, 0, 0];
  for (const pass of PASSES) {
    for (let page = 0; page < pages; page += 1) {
      const found = await readPass(world, { state, pass, upTo });
      state = foldFigures(state, { pass, entries: found });
      entries += found.length;
      if (found.length === JOURNAL_PAGE) continue;
      exhausted += 1;
      break;
    }
  }
  return { state, entries, isExhausted: exhausted === PASSES.length };
}

/**
 * The figures of one instant, now or as near to it as a page of each pass goes: two requests. Both
 * passes end at that instant, so that what came in and what stands there add up.
 */
export async function figuresAsOf(
  world: World,
  { state, now }: { state: FiguresState; now: number },
): Promise<{ state: FiguresState; at: number }> {
  const found = await Promise.all(
    PASSES.map(async (pass) => ({ pass, page: await readPass(world, { state, pass, upTo: now }) })),
  );
  const at = Math.min(now, ...found.map(({ pass, page }) => completeUpTo(page, pass)));
  const folded = found.reduce(
    (so, { pass, page }) =>
      foldFigures(so, { pass, entries: page.filter((entry) => entry[pass] <= at) }),
    state,
  );
  return { state: folded, at };
}

/** After a full page more entries of its last instant may follow. */
function completeUpTo(page: readonly JournalEntry[], pass: Pass): number {
  const last = page.length < JOURNAL_PAGE ? undefined : page[page.length - 1];
  return last === undefined ? Infinity : last[pass] - 1;
}

function readPass(
  world: World,
  { state, pass, upTo }: { state: FiguresState; pass: Pass; upTo: number },
): Promise<JournalEntry[]> {
  return readJournal(world.cloud, { world, pass, position: state.reading[pass], upTo });
}
