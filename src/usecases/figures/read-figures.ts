// The stored figures of all sites, and what the journal has had since.
import { EMPTY_FIGURES, foldFigures, type FiguresState } from '../../domain/figures/site-figures';
import type { Pass } from '../../domain/pool/fold';
import type { Reader } from '../../wxcloud/database';
import { JOURNAL_PAGE, readJournal } from '../journal/read-page';
import type { World } from '../serving/context';

export const FIGURES_ID = 'sites';

export async function storedFigures(reader: Reader): Promise<FiguresState> {
  const stored = await reader.get('figures', FIGURES_ID);
  return stored === undefined ? EMPTY_FIGURES : { reading: stored.reading, sites: stored.sites };
}

export interface FiguresRead {
  readonly state: FiguresState;
  readonly entries: number;
  /** Everything up to this instant (ms) is in it. */
  readonly at: number;
}

/** Reads both passes on, up to `upTo` or for `pages` pages each: a request a page. */
export async function readFiguresOn(
  world: World,
  { state: start, upTo, pages }: { state: FiguresState; upTo: number; pages: number },
): Promise<FiguresRead> {
  let read: FiguresRead = { state: start, entries: 0, at: upTo };
  for (const pass of ['at', 'effectiveAt'] as const) {
    read = await readPass(world, { read, pass, upTo, pages });
  }
  return read;
}

async function readPass(
  world: World,
  { read, pass, upTo, pages }: { read: FiguresRead; pass: Pass; upTo: number; pages: number },
): Promise<FiguresRead> {
  let { state, entries } = read;
  for (let page = 0; page < pages; page += 1) {
    const position = state.reading[pass];
    const found = await readJournal(world.cloud, { world, pass, position, upTo });
    state = foldFigures(state, { pass, entries: found });
    entries += found.length;
    if (found.length < JOURNAL_PAGE) return { ...read, state, entries };
  }
  return { state, entries, at: Math.min(read.at, state.reading[pass].time) };
}
