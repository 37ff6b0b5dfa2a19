// What a simulation says of a seed: a line, and the history of what it found.
import type { Simulated } from './simulate';

const LINES = 40;
const FINDINGS = 20;

export function summaryOf({ seed, world, counts, found, seconds }: Simulated): string {
  const sums = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  const verdict = found.length === 0 ? 'nothing is wrong' : `${found.length} findings`;
  return `seed ${seed} ${world}: ${sums.join(', ')}; ${seconds.toFixed(0)} s; ${verdict}`;
}

/** The last steps, what the functions said, and the findings with their place. */
export function historyOf({ seed, world, trace, log, found }: Simulated): string {
  const [first] = found;
  if (first === undefined) return '';
  const { day, step, action } = first;
  return [
    ...trace.slice(-LINES),
    ...log.slice(-LINES).map((line) => `  ${line.slice(0, 300)}`),
    `seed ${seed} (${world}), day ${day}, step ${step}, ${action}:`,
    ...found.slice(0, FINDINGS).map(({ rule, text }) => `  ${rule}: ${text}`),
    `again: npm run sim -- --seed ${seed} --world ${world} --days ${day + 1}`,
  ].join('\n');
}
