// Entries of the fold itself: a dividend sets cover aside, what was never collected of it returns,
// and what refunds are owed is paid. Source: docs/domain/points-and-dividends.md.
import { Balances } from '../balances';
import type { Books } from '../books';
import type { EntryDocument } from '../documents';
import { holds, same, type Finding } from '../finding';
import { changesExactly, COMMITTED, FREE } from './rule';

/** `dividend:<period>`; the dividend's own numbers are looked at with its document. */
export function dividend(entry: EntryDocument, books: Books): Finding[] {
  const period = Number(/^dividend:(\d+)$/.exec(entry._id)?.[1]);
  const declared = books.dividends[period - 1];
  if (declared === undefined)
    return [{ rule: 'declared-exactly', text: `${entry._id} is not stored` }];
  return moves('declared-exactly', entry, [FREE, COMMITTED, BigInt(declared.issuedFen)]);
}

/** `dividend:<period>:lapsed` */
export function lapsed(entry: EntryDocument, books: Books): Finding[] {
  const period = Number(/^dividend:(\d+):lapsed$/.exec(entry._id)?.[1]);
  const declared = books.dividends[period - 1];
  if (declared === undefined)
    return [{ rule: 'cover-returns', text: `${entry._id} is of no period` }];
  const isSecond = books.lapsed.has(period);
  books.lapsed.add(period);
  const open = BigInt(declared.issuedFen) - (books.collectedFen.get(period) ?? 0n);
  return [
    ...holds('cover-returns', !isSecond, `${entry._id} stands twice`),
    ...holds('cover-returns', entry.at >= declared.expiresAt, `${entry._id} is early`),
    ...moves('cover-returns', entry, [COMMITTED, FREE, open]),
  ];
}

/** `owed:<refund>:<time>`: never more than is owed. */
export function owedPaid(entry: EntryDocument, books: Books): Finding[] {
  const debt = /^owed:(.+):\d+$/.exec(entry._id)?.[1] ?? '';
  const amount = entry.moves.reduce((sum, each) => sum + BigInt(each.amount), 0n);
  const owed = -books.ever.get(`owed/${debt}`);
  return [
    ...holds('owed-exactly', amount <= owed, `${entry._id} pays ${amount} of ${owed}`),
    ...moves('owed-exactly', entry, [FREE, `owed/${debt}`, amount]),
  ];
}

function moves(
  rule: string,
  entry: EntryDocument,
  [from, to, amount]: readonly [string, string, bigint],
): Finding[] {
  const expected = new Balances();
  expected.move(from, to, amount);
  return [
    ...same(rule, `${entry._id} takes effect`, { says: entry.effectiveAt, is: entry.at }),
    ...changesExactly(rule, entry, { moves: expected, matures: new Balances() }),
  ];
}
