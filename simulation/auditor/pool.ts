// pool/state against the journal up to its cursor, and what the pool should have done by then.
import { Balances } from './balances';
import type { Books } from './books';
import { coveredRate, grown, tableRate } from './dividends';
import type { PoolDocument } from './documents';
import { KINDS_OF_FOLD } from './entries/kinds';
import { COMMITTED, FREE, ISSUED, PENDING, POINTS } from './entries/rule';
import { holds, same, type Finding } from './finding';
import { least } from './numbers';

export function checkPool(pool: PoolDocument, books: Books): Finding[] {
  const { numbers, dividends } = books;
  const read = readUpTo(pool.cursor, books);
  const coupons = read.sum('coupons/') - read.get(ISSUED);
  const last = dividends.at(-1);
  const threshold =
    last === undefined
      ? BigInt(numbers.firstThreshold)
      : grown(BigInt(last.threshold), numbers.growthPercent);
  const is = (what: string, says: number | bigint, expected: bigint | number): Finding[] =>
    same('pool-rebuilt', `pool ${what}`, { says, is: expected });
  return [
    ...is('points', pool.points, -read.get(POINTS)),
    ...is('pending', pool.balances.pendingFen, read.get(PENDING)),
    ...is('free', pool.balances.freeFen, read.get(FREE)),
    ...is('committed', pool.balances.committedFen, read.get(COMMITTED)),
    ...is('coupons', pool.balances.couponsFen, coupons),
    ...is('platform', pool.balances.platformFen, read.get('income/platform')),
    ...is('advances', pool.balances.advanceFen, read.get('fund/dividend/advance')),
    ...is('period', pool.period, dividends.length),
    ...is('next threshold', pool.nextThreshold, threshold),
    ...checkOwed(pool, read),
    ...checkUncollected(pool, books),
    ...checkDue(pool, { books, threshold }),
  ];
}

function readUpTo(cursor: number, { journal }: Books): Balances {
  const read = new Balances();
  for (const { kind, at, effectiveAt, moves, matures } of journal) {
    const isOfFold = KINDS_OF_FOLD.has(kind);
    if (isOfFold || at <= cursor) read.apply(moves);
    if (isOfFold || effectiveAt <= cursor) read.apply(matures);
  }
  return read;
}

/** Each debt once, and none is left waiting while something is free. */
function checkOwed({ owed, balances }: PoolDocument, read: Balances): Finding[] {
  const says = new Balances();
  for (const { id, amountFen } of owed) says.add(`owed/${id}`, -BigInt(amountFen));
  const is = new Balances();
  for (const name of read.names('owed/')) is.add(name, read.get(name));
  return [
    ...says.differences(is).map((text) => ({ rule: 'owed-exactly', text: `pool: ${text}` })),
    ...holds(
      'owed-exactly',
      owed.length === 0 || balances.freeFen === 0,
      `pool: ${owed.length} debts wait while ${balances.freeFen} is free`,
    ),
  ];
}

function checkUncollected({ uncollected, cursor }: PoolDocument, books: Books): Finding[] {
  const open = new Map<number, bigint>();
  for (const { period, issuedFen, expiresAt } of books.dividends) {
    if (expiresAt > cursor) open.set(period, BigInt(issuedFen));
  }
  for (const { at, collected = [] } of books.journal) {
    if (at > cursor) continue;
    for (const { period, amountFen } of collected) {
      const left = open.get(period);
      if (left !== undefined) open.set(period, left - BigInt(amountFen));
    }
  }
  const says = JSON.stringify(uncollected.map((each) => [each.period, each.amountFen]));
  const is = JSON.stringify([...open].map(([period, amount]) => [period, Number(amount)]));
  return same('pool-rebuilt', 'pool not collected', { says, is });
}

/** A dividend that is due and covered waits only when its run has declared enough of them. */
function checkDue(
  { cursor, points, period, balances }: PoolDocument,
  { books: { numbers, dividends }, threshold }: { books: Books; threshold: bigint },
): Finding[] {
  const rate = least(
    tableRate(numbers, period + 1),
    coveredRate(BigInt(balances.freeFen), BigInt(points)),
  );
  const isDue = BigInt(points) >= threshold && rate >= numbers.minRatePpb;
  const inRun = dividends.filter(({ cut }) => cut === cursor).length;
  return holds(
    'declared-in-time',
    !isDue || inRun >= numbers.periodsPerRun,
    `period ${period + 1} is due at ${points} points and ${balances.freeFen} free`,
  );
}
