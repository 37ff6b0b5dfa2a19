// Dividends against the points that the journal had at each cut.
import type { JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import type { Dividend } from '../pool/dividend';
import type { Books } from './books';

export function auditDividends({
  journal,
  dividends,
  pool,
  rules,
  firstThreshold,
}: Books): string[] {
  const ordered = [...dividends].sort((a, b) => a.period - b.period);
  const pointsAt = pointsByTime(journal);
  const findings: string[] = [];
  let threshold = BigInt(firstThreshold);
  ordered.forEach((dividend, index) => {
    const { period, points, cut, rate, tableRate, issuedFen, freeBeforeFen } = dividend;
    const say = (what: string): void => void findings.push(`period ${period}: ${what}`);
    const real = pointsAt(cut);
    if (period !== index + 1) say(`stands in place ${index + 1}`);
    if (real !== BigInt(points)) say(`computed on ${points} points, there were ${real}`);
    if (BigInt(points) < threshold) say(`declared below its threshold ${threshold}`);
    if (rate > tableRate) say('above the table');
    if (BigInt(issuedFen) !== cover(dividend))
      say(`set aside ${issuedFen}, not ${cover(dividend)}`);
    if (issuedFen > freeBeforeFen) say('not covered');
    threshold = (threshold * BigInt(100 + rules.growthPercent) + 99n) / 100n;
  });
  if (BigInt(pool.nextThreshold) !== threshold) {
    findings.push(`next threshold: stored ${pool.nextThreshold}, by the periods ${threshold}`);
  }
  return findings;
}

function cover({ points, rate }: Dividend): bigint {
  return (BigInt(points) * BigInt(rate) + 999_999_999n) / 1_000_000_000n;
}

/** All points in effect at an instant; instants are asked for in any order. */
function pointsByTime(journal: readonly JournalEntry[]): (instant: number) => bigint {
  const changes = journal
    .flatMap(({ effectiveAt, matures }) =>
      matures
        .filter(({ asset }) => asset === 'points')
        .map(({ from, amount }) => ({
          effectiveAt,
          change: from === names.POINTS_ISSUED ? BigInt(amount) : -BigInt(amount),
        })),
    )
    .sort((a, b) => a.effectiveAt - b.effectiveAt);
  return (instant) => {
    let sum = 0n;
    for (const { effectiveAt, change } of changes) {
      if (effectiveAt > instant) break;
      sum += change;
    }
    return sum;
  };
}
