// What stands behind the coupons: balances of the fund from the journal alone, for the open ledger.
// They are folded from the entries from which the sites' figures are, so both are of one instant.
import type { JournalEntry, Move } from '../journal/entry';
import * as names from '../journal/names';
import { add, fen, negate, NO_FEN, subtract, totalFen, type Fen } from '../money/amounts';
import type { Pass } from '../pool/fold';

export interface FundFigures {
  /** Shares of rebates that take effect later. */
  readonly pendingFen: Fen;
  /** Not promised to anybody. */
  readonly freeFen: Fen;
  /** Stands behind coupons. */
  readonly committedFen: Fen;
  /** Coupons out: lots and holds together. */
  readonly couponsFen: Fen;
  /** Declared, not collected yet. */
  readonly uncollectedFen: Fen;
  /** Owed to shops for refunds: the free fund pays it first of all. */
  readonly owedFen: Fen;
  /** Dividends declared. */
  readonly periods: number;
}

export const NO_FUND: FundFigures = {
  pendingFen: NO_FEN,
  freeFen: NO_FEN,
  committedFen: NO_FEN,
  couponsFen: NO_FEN,
  uncollectedFen: NO_FEN,
  owedFen: NO_FEN,
  periods: 0,
};

/** What one entry changes in one pass. */
export function foldFund(fund: FundFigures, entry: JournalEntry, pass: Pass): FundFigures {
  if (pass === 'effectiveAt') return moveFund(fund, entry.matures);
  const moved = moveFund(fund, entry.moves);
  return {
    ...moved,
    uncollectedFen: add(moved.uncollectedFen, declaredFen(entry)),
    periods: moved.periods + (entry.kind === 'dividend' ? 1 : 0),
  };
}

function moveFund(fund: FundFigures, moves: readonly Move[]): FundFigures {
  const after = { ...fund };
  for (const { from, to, amount } of moves) {
    const left = balanceOf(from);
    const reached = balanceOf(to);
    if (left !== undefined) after[left] = subtract(after[left], fen(amount));
    if (reached !== undefined) after[reached] = add(after[reached], fen(amount));
  }
  return { ...after, owedFen: add(fund.owedFen, newlyOwed(moves)) };
}

function balanceOf(
  name: names.AccountName,
): 'pendingFen' | 'freeFen' | 'committedFen' | 'couponsFen' | undefined {
  if (name === names.FUND_PENDING) return 'pendingFen';
  if (name === names.DIVIDEND_FREE) return 'freeFen';
  if (name === names.DIVIDEND_COMMITTED) return 'committedFen';
  return name.startsWith('coupons/') && name !== names.COUPONS_ISSUED ? 'couponsFen' : undefined;
}

/** A debt begins by moving out of its name, and ends by moving in. */
function newlyOwed(moves: readonly Move[]): Fen {
  const isOwed = (name: names.AccountName): boolean => name.startsWith(names.owed(''));
  return totalFen(
    moves.map(({ from, to, amount }) =>
      isOwed(from) ? fen(amount) : isOwed(to) ? fen(-amount) : NO_FEN,
    ),
  );
}

/** Cover that a dividend sets aside, less what is collected of it or lapses. */
function declaredFen({ kind, moves, collected = [] }: JournalEntry): Fen {
  const setAside = totalFen(
    moves.map(({ from, to, amount }) =>
      to === names.DIVIDEND_COMMITTED
        ? fen(amount)
        : from === names.DIVIDEND_COMMITTED
          ? fen(-amount)
          : NO_FEN,
    ),
  );
  if (kind === 'dividend' || kind === 'dividend-lapsed') return setAside;
  return negate(totalFen(collected.map(({ amountFen }) => amountFen)));
}
