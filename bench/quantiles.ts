// Figures out of many samples, and rows out of several rounds: machines are noisy.
import type { Row } from './section';

/** The value below which `share` of the samples lie (nearest rank). Throws without samples. */
function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
export const p95 = (samples: readonly number[]): number => quantile(samples, 0.95);

/** Counts, of which the largest of all rounds is told; of everything else the median. */
const COUNTS: ReadonlySet<string> = new Set(['requests', 'conflicts']);

/** Runs the rounds one after the other; every round has the same rows. */
export async function inRounds(
  rounds: number,
  measure: (round: number) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const measured: (readonly Row[])[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measure(round));
  return (measured[0] ?? []).map((first, index) => {
    const same = measured.map((rows) => rows[index]?.figures ?? {});
    return { ...first, figures: ofRounds(Object.keys(first.figures), same) };
  });
}

function ofRounds(
  columns: readonly string[],
  rounds: readonly Row['figures'][],
): Record<string, number> {
  return Object.fromEntries(
    columns.map((column) => {
      const values = rounds.map((figures) => figures[column] ?? NaN);
      return [column, COUNTS.has(column) ? Math.max(...values) : median(values)];
    }),
  );
}
