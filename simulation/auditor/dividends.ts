// Each dividend by the rules: due, of the published rate or what the fund covered, and exact.
import type { Books } from './books';
import { monthEndAfter } from './calendar';
import type { DividendDocument } from './documents';
import { KINDS_OF_FOLD } from './entries/kinds';
import { FREE, POINTS } from './entries/rule';
import { holds, same, type Finding } from './finding';
import { ceilingOf, least, PPB, type Numbers } from './numbers';

/** A dividend with the cover and points that the journal had at its cut. */
export function checkDividend(dividend: DividendDocument, books: Books): Finding[] {
  const { numbers } = books;
  const { period, cut, at, rate, points, freeBeforeFen } = dividend;
  const table = tableRate(numbers, period);
  const stood = stoodAt(dividend, books);
  const covered = coveredRate(stood.free, stood.points);
  const previous = books.dividends[period - 2];
  const threshold =
    previous === undefined
      ? BigInt(numbers.firstThreshold)
      : grown(BigInt(previous.threshold), numbers.growthPercent);
  const is = (what: string, says: number, expected: bigint | number): Finding[] =>
    same('declared-exactly', `period ${period} ${what}`, { says, is: expected });
  const together = books.dividends.filter((each) => each.cut === cut).length;
  return [
    ...is('points', points, stood.points),
    ...is('free before', freeBeforeFen, stood.free),
    ...is('threshold', dividend.threshold, threshold),
    ...holds('declared-exactly', stood.points >= threshold, `period ${period} was not due`),
    ...is('table rate', dividend.tableRate, table),
    ...is('rate', rate, least(table, covered)),
    ...holds('declared-exactly', rate >= numbers.minRatePpb, `period ${period} had to wait`),
    ...is('issued', dividend.issuedFen, ceilingOf(stood.points * BigInt(rate), PPB)),
    ...holds(
      'covered',
      BigInt(dividend.issuedFen) <= stood.free,
      `period ${period} is not covered`,
    ),
    ...is('end', dividend.expiresAt, monthEndAfter(at, numbers.lotValidMonths)),
    ...holds(
      'declared-exactly',
      together <= numbers.periodsPerRun,
      `${together} periods at ${cut}`,
    ),
  ];
}

export function tableRate({ firstRatePpb, stepPpb, ceilingPpb }: Numbers, period: number): bigint {
  return least(BigInt(ceilingPpb), BigInt(firstRatePpb) + BigInt(stepPpb) * BigInt(period - 1));
}

export function coveredRate(free: bigint, points: bigint): bigint {
  return free <= 0n || points <= 0n ? 0n : least(PPB, (free * PPB) / points);
}

export function grown(points: bigint, percent: number): bigint {
  return ceilingOf(points * BigInt(100 + percent), 100n);
}

/** Points at the cut, and the free fund before the dividend, with what its own run wrote before. */
function stoodAt({ period, cut }: DividendDocument, { journal }: Books) {
  let [free, points] = [0n, 0n];
  const before = journal.findIndex(({ _id }) => _id === `dividend:${period}`);
  journal.forEach(({ kind, at, effectiveAt, moves, matures }, index) => {
    const isOfFold = KINDS_OF_FOLD.has(kind);
    if (isOfFold ? before < 0 || index < before : at <= cut) free += changeOf(moves, FREE);
    if (isOfFold || effectiveAt > cut) return;
    free += changeOf(matures, FREE);
    points -= changeOf(matures, POINTS);
  });
  return { free, points };
}

function changeOf(
  moves: readonly { from: string; to: string; amount: number }[],
  name: string,
): bigint {
  let change = 0n;
  for (const { from, to, amount } of moves) {
    if (to === name) change += BigInt(amount);
    if (from === name) change -= BigInt(amount);
  }
  return change;
}
