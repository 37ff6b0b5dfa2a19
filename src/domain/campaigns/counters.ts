// A campaign's total, shared over counters, so that many may claim at once without meeting.
import type { Campaign } from './campaign';

/** What is left of a share of a campaign's total. */
export interface Counter {
  /** `<campaign>:<place>` */
  readonly id: string;
  readonly campaignId: string;
  readonly left: number;
}

export const MOST_COUNTERS = 16;
const LEAST_SHARE = 4;

function counterCount(total: number): number {
  return Math.max(1, Math.min(MOST_COUNTERS, Math.floor(total / LEAST_SHARE)));
}

/** The counters of a new campaign; together they hold its total. */
export function countersOf({ id, total }: Campaign): Counter[] {
  const counters = counterCount(total);
  return Array.from({ length: counters }, (_, place) => ({
    id: `${id}:${place}`,
    campaignId: id,
    left: Math.floor(total / counters) + (place < total % counters ? 1 : 0),
  }));
}

/** The counter that a claim takes from: by its own hash, so that claims spread. */
export function counterFor(counters: readonly Counter[], hash: string): Counter | undefined {
  const open = counters.filter(({ left }) => left > 0);
  return open[Number.parseInt(hash.slice(0, 6), 16) % open.length];
}
