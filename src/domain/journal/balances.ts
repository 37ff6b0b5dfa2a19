// Balances of journal accounts from entries: the plain meaning of the journal, used by audits.
import type { JournalEntry, Move } from './entry';
import type { AccountName } from './names';

export type Balances = Map<AccountName, bigint>;

export function applyMoves(balances: Balances, moves: readonly Move[]): void {
  for (const { from, to, amount } of moves) {
    balances.set(from, (balances.get(from) ?? 0n) - BigInt(amount));
    balances.set(to, (balances.get(to) ?? 0n) + BigInt(amount));
  }
}

/** Balances at an instant (ms): moves with `at` and matures with `effectiveAt` not after it. */
export function balancesAt(entries: Iterable<JournalEntry>, instant: number): Balances {
  const balances: Balances = new Map();
  for (const entry of entries) {
    if (entry.at <= instant) applyMoves(balances, entry.moves);
    if (entry.effectiveAt <= instant) applyMoves(balances, entry.matures);
  }
  return balances;
}
