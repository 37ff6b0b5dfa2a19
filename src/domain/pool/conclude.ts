// What the pool does when its journal is read to the end: return lapsed cover, pay what refunds
// are owed, then declare every dividend whose threshold is reached and which the fund covers.
import { advanceFill, type AdvanceRules } from '../advance/budget';
import { journalEntry, moveFen, type JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import {
  add,
  coveredRate,
  coverOf,
  smaller,
  subtract,
  type Centipoints,
  type Fen,
  type Ppb,
} from '../money/amounts';
import { lotExpiry } from '../coupons/lot';
import { nextThreshold, tableRate, type Dividend, type RateTable } from './dividend';
import { applyMoves } from './fold';
import type { PoolState } from './state';

export interface PoolRules {
  readonly version: string;
  readonly firstThreshold: Centipoints;
  readonly growthPercent: number;
  readonly rateTable: RateTable;
  /** Below this a period waits. */
  readonly minRate: Ppb;
  readonly periodsPerRun: number;
  readonly lotValidMonths: number;
  /** The operator's kill switch: periods wait. */
  readonly releasesStopped: boolean;
  readonly advance: AdvanceRules;
}

export interface Conclusion {
  readonly state: PoolState;
  readonly entries: readonly JournalEntry[];
  readonly dividends: readonly Dividend[];
  /** What advances may draw from now on. */
  readonly advanceFen: Fen;
}

interface Run {
  /** Everything up to this instant (ms) is folded: the new cursor and the dividends' cut. */
  readonly upTo: number;
  /** Clock of the transaction attempt. */
  readonly at: number;
  readonly rules: PoolRules;
  /** What advances could draw until now: pool/advance, read in the same transaction. */
  readonly advanceFen: Fen;
}

/** Concludes a run whose two passes are both exhausted up to `upTo`. */
export function conclude(state: PoolState, run: Run): Conclusion {
  const { upTo: cursor, advanceFen } = run;
  const start: Conclusion = { state: { ...state, cursor }, entries: [], dividends: [], advanceFen };
  return fillAdvance(declareAll(payOwed(returnLapsed(start, run), run), run), run);
}

/** Writes an entry of the fold's own and applies it at once. */
function write(conclusion: Conclusion, entry: JournalEntry): Conclusion {
  return {
    ...conclusion,
    state: applyMoves(conclusion.state, { moves: entry.moves, at: entry.at }),
    entries: [...conclusion.entries, journalEntry(entry)],
  };
}

function returnLapsed(start: Conclusion, { upTo, at }: Run): Conclusion {
  let done = start;
  for (const { period, amountFen, expiresAt } of start.state.uncollected) {
    if (expiresAt > upTo) continue;
    const uncollected = done.state.uncollected.filter((each) => each.period !== period);
    done = { ...done, state: { ...done.state, uncollected } };
    const moves = moveFen({ from: names.DIVIDEND_COMMITTED, to: names.DIVIDEND_FREE }, amountFen);
    if (moves.length === 0) continue;
    const id = `dividend:${period}:lapsed`;
    done = write(done, { id, kind: 'dividend-lapsed', at, effectiveAt: at, moves, matures: [] });
  }
  return done;
}

function payOwed(start: Conclusion, { upTo, at }: Run): Conclusion {
  let done = start;
  for (const debt of start.state.owed) {
    const amountFen = smaller(debt.amountFen, done.state.balances.freeFen);
    if (amountFen <= 0) return done;
    const left = subtract(debt.amountFen, amountFen);
    const others = done.state.owed.filter(({ id }) => id !== debt.id);
    const owed = left === 0 ? others : [{ ...debt, amountFen: left }, ...others];
    done = write(
      { ...done, state: { ...done.state, owed } },
      {
        id: `owed:${debt.id}:${upTo}`,
        kind: 'owed-paid',
        at,
        effectiveAt: at,
        moves: moveFen({ from: names.DIVIDEND_FREE, to: names.owed(debt.id) }, amountFen),
        matures: [],
      },
    );
  }
  return done;
}

function declareAll(start: Conclusion, run: Run): Conclusion {
  let done = start;
  for (let count = 0; count < run.rules.periodsPerRun; count += 1) {
    const dividend = dueDividend(done.state, run);
    if (dividend === undefined) return done;
    done = declare(done, { dividend, run });
  }
  return done;
}

/** The next dividend, or undefined while its threshold, its cover or the switch makes it wait. */
function dueDividend(
  { points, nextThreshold: threshold, period: last, balances }: PoolState,
  { upTo, at, rules }: Run,
): Dividend | undefined {
  if (rules.releasesStopped || points < threshold) return undefined;
  const period = last + 1;
  const table = tableRate(rules.rateTable, period);
  const covered = coveredRate(balances.freeFen, points);
  const rate = covered < table ? covered : table;
  if (rate < rules.minRate) return undefined;
  return {
    period,
    rate,
    tableRate: table,
    threshold,
    points,
    freeBeforeFen: balances.freeFen,
    issuedFen: coverOf(points, rate),
    cut: upTo,
    at,
    expiresAt: lotExpiry(at, rules.lotValidMonths),
    policyVersion: rules.version,
  };
}

function declare(
  done: Conclusion,
  { dividend, run }: { dividend: Dividend; run: Run },
): Conclusion {
  const { period, issuedFen, expiresAt, at } = dividend;
  const moves = moveFen({ from: names.DIVIDEND_FREE, to: names.DIVIDEND_COMMITTED }, issuedFen);
  const written = write(done, {
    id: `dividend:${period}`,
    kind: 'dividend',
    at,
    effectiveAt: at,
    moves,
    matures: [],
  });
  return {
    ...written,
    dividends: [...written.dividends, dividend],
    state: {
      ...written.state,
      period,
      nextThreshold: nextThreshold(written.state.nextThreshold, run.rules.growthPercent),
      uncollected: [...written.state.uncollected, { period, amountFen: issuedFen, expiresAt }],
    },
  };
}

/** Sets free cover aside for advances, or gives it back once they are switched off. */
function fillAdvance(done: Conclusion, { upTo, at, rules }: Run): Conclusion {
  const amountFen = advanceFill({
    ...{ freeFen: done.state.balances.freeFen, availableFen: done.advanceFen },
    rules: rules.advance,
  });
  if (amountFen === 0) return done;
  const ends = { from: names.DIVIDEND_FREE, to: names.DIVIDEND_ADVANCE };
  const filled = write(done, {
    ...{ id: `advance:filled:${upTo}`, kind: 'advance-filled', at, effectiveAt: at },
    moves: moveFen(ends, amountFen),
    matures: [],
  });
  return { ...filled, advanceFen: add(done.advanceFen, amountFen) };
}
