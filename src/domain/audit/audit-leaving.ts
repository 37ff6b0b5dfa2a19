// What people gave up by leaving: their coupons' cover is free again, and nothing of it is theirs.
import { applyMoves, type Balances } from '../journal/balances';
import type { JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import { difference, type Books } from './books';

export function auditLeaving({ journal, accounts }: Books): string[] {
  const since = new Map(accounts.map(({ id, since: leftAt = -1 }) => [id, leftAt]));
  return journal
    .filter(({ kind }) => kind === 'left')
    .flatMap((entry) => [
      ...auditEntry(entry),
      ...(entry.at <= (since.get(entry.payer ?? '') ?? -1)
        ? []
        : [`${entry.id}: its account does not say that it was left`]),
    ]);
}

function auditEntry({ id, payer = '', moves, matures }: JournalEntry): string[] {
  const balances: Balances = new Map();
  applyMoves(balances, [...moves, ...matures]);
  const change = (name: string): bigint => balances.get(name) ?? 0n;
  const others = [...balances.keys()].filter(
    (name) =>
      !name.startsWith(`coupons/${payer}/`) &&
      ![names.pointsOf(payer), names.POINTS_ISSUED, names.COUPONS_ISSUED].includes(name) &&
      ![names.DIVIDEND_COMMITTED, names.DIVIDEND_FREE].includes(name),
  );
  return [
    ...difference(`${id} cover`, {
      says: change(names.DIVIDEND_FREE),
      is: change(names.COUPONS_ISSUED),
    }),
    ...others.map((name) => `${id} touches ${name}`),
  ];
}
