// `<account>:expire:…`: coupons whose time has ended leave the wallet, and their cover is free.
import { Balances } from '../balances';
import type { Books } from '../books';
import { endOfMonth } from '../calendar';
import type { EntryDocument } from '../documents';
import { holds, type Finding } from '../finding';
import { COUPON_FAMILIES, giveUp } from '../lots';
import { changesExactly } from './rule';

export function expire(entry: EntryDocument, books: Books): Finding[] {
  const { _id: id, payer: account = '', at } = entry;
  const moves = new Balances();
  const findings: Finding[] = [];
  let advance = books.advance(account);
  for (const [name, amount] of leavingLots(entry, account)) {
    advance -= giveUp(moves, { name, amount, advance });
    const ends = endOfLot(name, books);
    const out = books.ever.get(name);
    findings.push(
      ...holds('expires-in-time', ends !== undefined && at >= ends, `${id}: ${name} at ${at}`),
      ...holds('expires-in-time', out >= amount, `${id}: ${amount} of ${out} in ${name}`),
    );
  }
  return [
    ...findings,
    ...changesExactly('cover-returns', entry, { moves, matures: new Balances() }),
  ];
}

/** What leaves each lot of the account, wherever it goes. */
function leavingLots({ moves }: EntryDocument, account: string): Map<string, bigint> {
  const leaving = new Map<string, bigint>();
  for (const { from, amount } of moves) {
    const [family = '', holder] = from.split('/');
    if (holder !== account || !COUPON_FAMILIES.includes(family)) continue;
    leaving.set(from, (leaving.get(from) ?? 0n) + BigInt(amount));
  }
  return leaving;
}

/** The earliest end that a lot of this name can have. */
function endOfLot(name: string, { campaigns }: Books): number | undefined {
  const lot = name.split('/')[2] ?? '';
  const month = endOfMonth(lot.replace(/^(dividend|advance|fan)-/, ''));
  if (month !== undefined) return month;
  return campaigns.get(lot.split('.')[0] ?? '')?.startsAt;
}
