// Through which shops' codes the person has come while the app runs: what is to be told to the
// cloud, and whose line stands on 生活圈. Nothing of it outlives the app.
import { create } from 'zustand';
import type { InputOf } from '../../cloud/types';

export type Visit = InputOf<'account', 'visit'>;

interface Arrivals {
  /** Visits that the cloud does not know of yet. */
  readonly untold: readonly Visit[];
  /** How many codes were read so far; a page that is seen looks again when there is one more. */
  readonly count: number;
  /** The shop whose entry code was read last; null once its line was closed. */
  readonly broughtBy: string | null;
}

export const useArrivals = create<Arrivals>()(() => ({ untold: [], count: 0, broughtBy: null }));

/** A code was read; the page that follows tells the cloud once it is seen. */
export function arrive(visit: Visit): void {
  useArrivals.setState(({ untold, count, broughtBy }) => ({
    count: count + 1,
    untold: [...untold.filter((each) => !isSame(each, visit)), visit],
    broughtBy: visit.by === 'entry-code' ? visit.merchantCode : broughtBy,
  }));
}

export function closeLine(): void {
  useArrivals.setState({ broughtBy: null });
}

/** Takes the visits that are to be told, so that two pages do not tell the same. */
export function takeUntold(): readonly Visit[] {
  const { untold } = useArrivals.getState();
  useArrivals.setState({ untold: [] });
  return untold;
}

/** A visit that could not be told waits for the next page. */
export function keepUntold(visit: Visit): void {
  useArrivals.setState(({ untold }) => ({ untold: [...untold, visit] }));
}

function isSame(one: Visit, other: Visit): boolean {
  return one.merchantCode === other.merchantCode && one.by === other.by;
}
