// What stands behind the coupons: balances of the funds from the journal alone, for the open ledger.
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
  /** Set aside for advances that nobody has taken yet. */
  readonly advanceFen: Fen;
  /** Coupons out: lots and holds together. */
  readonly couponsFen: Fen;
  /** Declared, not collected yet. */
  readonly uncollectedFen: Fen;
  /** Owed to shops for refunds: the free fund pays it first of all. */
  readonly owedFen: Fen;
  /** Dividends declared. */
  readonly periods: number;
  /** Of fan rewards: not given yet, behind coupons, and those coupons. */
  readonly fanFreeFen: Fen;
  readonly fanCommittedFen: Fen;
  readonly fanCouponsFen: Fen;
  /** Budgets of campaigns, and the coupons that they stand behind. */
  readonly activityFen: Fen;
  readonly activityCouponsFen: Fen;
  /** Coupons that shops bear themselves when they take them: nothing stands behind these. */
  readonly shopCouponsFen: Fen;
}

export const NO_FUND: FundFigures = {
  pendingFen: NO_FEN,
  freeFen: NO_FEN,
  committedFen: NO_FEN,
  advanceFen: NO_FEN,
  couponsFen: NO_FEN,
  uncollectedFen: NO_FEN,
  owedFen: NO_FEN,
  periods: 0,
  fanFreeFen: NO_FEN,
  fanCommittedFen: NO_FEN,
  fanCouponsFen: NO_FEN,
  activityFen: NO_FEN,
  activityCouponsFen: NO_FEN,
  shopCouponsFen: NO_FEN,
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

type Balance = Exclude<keyof FundFigures, 'uncollectedFen' | 'owedFen' | 'periods'>;

const FUNDS: ReadonlyMap<names.AccountName, Balance> = new Map([
  [names.FUND_PENDING, 'pendingFen'],
  [names.DIVIDEND_FREE, 'freeFen'],
  [names.DIVIDEND_COMMITTED, 'committedFen'],
  [names.DIVIDEND_ADVANCE, 'advanceFen'],
  [names.FAN_FREE, 'fanFreeFen'],
  [names.FAN_COMMITTED, 'fanCommittedFen'],
]);

const COUPONS: readonly (readonly [prefix: string, balance: Balance])[] = [
  ['coupons/', 'couponsFen'],
  ['fan-coupons/', 'fanCouponsFen'],
  ['activity-coupons/', 'activityCouponsFen'],
  ['shop-coupons/', 'shopCouponsFen'],
  [names.activityFund(''), 'activityFen'],
];

function balanceOf(name: names.AccountName): Balance | undefined {
  const fund = FUNDS.get(name);
  if (fund !== undefined || name.endsWith('/issued')) return fund;
  return COUPONS.find(([prefix]) => name.startsWith(prefix))?.[1];
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
