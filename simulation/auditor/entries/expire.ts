// `<account>:expire:…`: coupons whose month has ended leave the wallet, and their cover is free.
import { Balances } from '../balances';
import type { Books } from '../books';
import { endOfMonth } from '../calendar';
import type { EntryDocument } from '../documents';
import { holds, type Finding } from '../finding';
import { changesExactly, COMMITTED, FREE, ISSUED } from './rule';

export function expire(entry: EntryDocument, books: Books): Finding[] {
  const { _id: id, payer: account = '', at } = entry;
  const moves = new Balances();
  const findings: Finding[] = [];
  for (const { from, to, amount } of entry.moves) {
    if (to !== ISSUED) continue;
    moves.move(from, ISSUED, BigInt(amount));
    moves.move(COMMITTED, FREE, BigInt(amount));
    const month = endOfMonth(from.slice(`coupons/${account}/dividend-`.length));
    findings.push(
      ...holds('expires-in-time', month !== undefined && at >= month, `${id}: ${from} at ${at}`),
      ...holds(
        'expires-in-time',
        books.ever.get(from) >= BigInt(amount),
        `${id}: ${amount} of ${books.ever.get(from)} in ${from}`,
      ),
    );
  }
  return [
    ...findings,
    ...changesExactly('cover-returns', entry, { moves, matures: new Balances() }),
  ];
}
