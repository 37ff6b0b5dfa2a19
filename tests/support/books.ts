// The books of an alliance in memory, as the auditor reads them.
import type { Books } from '../../src/domain/audit/books';
import {
  EMPTY_FIGURES,
  foldFigures,
  type FiguresState,
} from '../../src/domain/figures/site-figures';
import { FundsWorld } from './funds-world';
import type { LedgerWorld } from './ledger-world';

export function booksOf(world: LedgerWorld): Books {
  const { accounts, merchants, journal, orders, dividends, pool, advanceFen, policy } = world;
  const isWithFunds = world instanceof FundsWorld;
  return {
    journal: [...journal],
    orders: [...orders],
    accounts: [...accounts.values(), ...merchants.values()],
    dividends: [...dividends],
    campaigns: isWithFunds ? [...world.campaigns] : [],
    counters: isWithFunds ? [...world.counters] : [],
    pool,
    advanceFen,
    figures: figuresOf(world),
    rules: policy,
    firstThreshold: policy.firstThreshold,
  };
}

/** As their timer reads them: all that is older than the lag. */
function figuresOf({ journal, pool }: LedgerWorld): FiguresState {
  return (['at', 'effectiveAt'] as const).reduce((state, pass) => {
    const read = journal.filter((entry) => entry[pass] <= pool.cursor);
    const entries = read.sort((a, b) => a[pass] - b[pass] || (a.id < b.id ? -1 : 1));
    return foldFigures(state, { pass, entries });
  }, EMPTY_FIGURES);
}
