// Reads journal entries into the pool's state, a page at a time and in any number of pages.
import { FOLD_KINDS, type JournalEntry, type Move } from '../journal/entry';
import * as names from '../journal/names';
import { add, centipoints, fen, negate, subtract, type Fen } from '../money/amounts';
import { invariant } from '../result';
import type { PoolState, Uncollected } from './state';

/** The journal is read twice: once by `at` for moves, once by `effectiveAt` for matures. */
export type Pass = 'at' | 'effectiveAt';

/** Applies a page of one pass, in the order of (time, id) and behind where that pass stands. */
export function foldPage(
  state: PoolState,
  { pass, entries }: { pass: Pass; entries: readonly JournalEntry[] },
): PoolState {
  let folded = state;
  for (const entry of entries) {
    const stands = folded.reading[pass];
    const isBehind =
      entry[pass] > stands.time || (entry[pass] === stands.time && entry.id > stands.id);
    invariant(isBehind, `${entry.id} was read before`);
    if (!FOLD_KINDS.has(entry.kind)) folded = applyEntry(folded, { pass, entry });
    const reading = { ...folded.reading, [pass]: { time: entry[pass], id: entry.id } };
    folded = { ...folded, reading };
  }
  return folded;
}

function applyEntry(
  state: PoolState,
  { pass, entry }: { pass: Pass; entry: JournalEntry },
): PoolState {
  if (pass === 'effectiveAt') return applyMoves(state, { moves: entry.matures, at: entry.at });
  const moved = applyMoves(state, { moves: entry.moves, at: entry.at });
  return { ...moved, uncollected: useCover(moved.uncollected, entry.collected ?? []) };
}

/** Applies moves to the balances that the pool keeps; other accounts pass by. */
export function applyMoves(
  state: PoolState,
  { moves, at }: { moves: readonly Move[]; at: number },
): PoolState {
  let { points, owed } = state;
  const balances = { ...state.balances };
  for (const { from, to, amount } of moves) {
    for (const [name, signed] of [
      [from, -amount],
      [to, amount],
    ] as const) {
      const balance = balanceOf(name);
      if (balance !== undefined) balances[balance] = add(balances[balance], fen(signed));
      if (isHolderOfPoints(name)) points = add(points, centipoints(signed));
    }
    if (from.startsWith(OWED)) {
      owed = [...owed, { id: from.slice(OWED.length), amountFen: fen(amount), at }];
    }
  }
  return { ...state, points, owed, balances };
}

const OWED = names.owed('');

function balanceOf(name: names.AccountName): keyof PoolState['balances'] | undefined {
  if (name === names.FUND_PENDING) return 'pendingFen';
  if (name === names.DIVIDEND_FREE) return 'freeFen';
  if (name === names.DIVIDEND_COMMITTED) return 'committedFen';
  if (name === names.INCOME_PLATFORM) return 'platformFen';
  if (name === names.DIVIDEND_ADVANCE) return 'advanceFen';
  return name.startsWith('coupons/') && name !== names.COUPONS_ISSUED ? 'couponsFen' : undefined;
}

function isHolderOfPoints(name: names.AccountName): boolean {
  return name.startsWith('points/') && name !== names.POINTS_ISSUED;
}

function useCover(
  uncollected: readonly Uncollected[],
  collected: NonNullable<JournalEntry['collected']>,
): readonly Uncollected[] {
  return collected.reduce<readonly Uncollected[]>((left, { period, amountFen }) => {
    invariant(
      left.some((each) => each.period === period),
      `period ${period} has no cover to collect`,
    );
    return left.map((each) =>
      each.period === period ? { ...each, amountFen: subtract(each.amountFen, amountFen) } : each,
    );
  }, uncollected);
}

/**
 * Coverage of what people hold: committed less coupons out and less what is declared but not
 * collected. Never negative, nor is free.
 */
export function spareCover(state: PoolState): Fen {
  const promised = state.uncollected.reduce(
    (sum, { amountFen }) => add(sum, amountFen),
    state.balances.couponsFen,
  );
  return add(state.balances.committedFen, negate(promised));
}
