// What people gave up by leaving: their coupons' cover is free again, and nothing of it is theirs.
import { applyMoves, type Balances } from '../journal/balances';
import type { JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import { difference, type Books } from './books';
import { FAMILIES } from './sums';

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
  const own = [
    ...FAMILIES.map((family) => `${family}/${payer}/`),
    ...[names.pointsOf(payer), names.advanceOf(payer)],
  ];
  const others = [...balances.keys()].filter(
    (name) =>
      !own.some((prefix) => name.startsWith(prefix)) &&
      !FAMILIES.some((family) => name === `${family}/issued`) &&
      ![names.POINTS_ISSUED, names.DIVIDEND_COMMITTED, names.DIVIDEND_FREE].includes(name) &&
      ![names.FAN_COMMITTED, names.FAN_FREE].includes(name),
  );
  return [
    ...difference(`${id} cover`, {
      says: change(names.DIVIDEND_FREE),
      is: change(names.COUPONS_ISSUED) + change(names.advanceOf(payer)),
    }),
    ...difference(`${id} cover of rewards`, {
      says: change(names.FAN_FREE),
      is: change('fan-coupons/issued'),
    }),
    ...others.map((name) => `${id} touches ${name}`),
  ];
}
