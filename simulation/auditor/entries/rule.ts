// What a kind of entry may say. A rule is told of each entry once, before it counts.
import { Balances } from '../balances';
import type { Books } from '../books';
import type { EntryDocument } from '../documents';
import type { Finding } from '../finding';

export type EntryRule = (entry: EntryDocument, books: Books) => Finding[];

export const COMMITTED = 'fund/dividend/committed';
export const FREE = 'fund/dividend/free';
export const PENDING = 'fund/pending';
export const ISSUED = 'coupons/issued';
export const POINTS = 'points/issued';

/** The entry changes exactly what it should, and nothing else. */
export function changesExactly(
  rule: string,
  { _id, moves, matures }: Pick<EntryDocument, '_id' | 'moves' | 'matures'>,
  expected: { readonly moves: Balances; readonly matures: Balances },
): Finding[] {
  const parts = [
    ['moves', Balances.of(moves).differences(expected.moves)],
    ['matures', Balances.of(matures).differences(expected.matures)],
  ] as const;
  return parts
    .filter(([, differences]) => differences.length > 0)
    .map(([part, differences]) => ({ rule, text: `${_id} ${part}: ${differences.join('; ')}` }));
}
