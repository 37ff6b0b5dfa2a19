// `<account>:left:…`: a person gives up coupons and points; those that wait leave when they would
// have taken effect. Source: docs/domain/points-and-dividends.md.
import { Balances } from '../balances';
import type { Books } from '../books';
import type { EntryDocument } from '../documents';
import { same, type Finding } from '../finding';
import { giveUp } from '../lots';
import { changesExactly, POINTS } from './rule';

export function left(entry: EntryDocument, books: Books): Finding[] {
  const { payer: account = '', orderId, at } = entry;
  books.since.set(account, at);
  const holder = books.holder(account);
  const moves = new Balances();
  const matures = new Balances();
  if (orderId === undefined) {
    let advance = books.advance(account);
    for (const name of books.couponNames(account)) {
      advance -= giveUp(moves, { name, amount: books.ever.get(name), advance });
    }
    matures.move(`points/${account}`, POINTS, holder.points(at));
    for (const [id, { effectiveAt }] of [...holder.earnings]) {
      if (effectiveAt <= at) holder.earnings.delete(id);
    }
    return changesExactly('leaves-all', entry, { moves, matures });
  }
  const earning = holder.earnings.get(orderId);
  holder.earnings.delete(orderId);
  matures.move(`points/${account}`, POINTS, earning?.points ?? 0n);
  return [
    ...same('leaves-all', `${entry._id} takes effect`, {
      says: entry.effectiveAt,
      is: earning?.effectiveAt ?? 0,
    }),
    ...changesExactly('leaves-all', entry, { moves, matures }),
  ];
}
