// `<shop>:fan:<last entry>`: what a shop's account has read of bills of people whom it had brought:
// what still stands of the fan's share, first against an open offset, the rest as coupons.
import { Balances } from '../balances';
import { standingOf } from '../bill';
import type { Books } from '../books';
import { monthBefore, monthEndAfter } from '../calendar';
import type { EntryDocument } from '../documents';
import { type Finding } from '../finding';
import { least } from '../numbers';
import { changesExactly } from './rule';

export function fanReward(entry: EntryDocument, books: Books): Finding[] {
  const { _id: id, payer: shop = '', at } = entry;
  const last = books.known.get(id.slice(`${shop}:fan:`.length));
  if (last?.orderId === undefined) {
    return [{ rule: 'reward-exact', text: `${id} is of no bill` }];
  }
  const reward = readReward({ shop, last, books });
  const offset = least(-books.ever.get(`fan-offset/${shop}`), reward);
  const lot = `fan-${monthBefore(monthEndAfter(at, books.numbers.lotValidMonths))}`;
  const moves = new Balances();
  moves.move('fan-coupons/issued', `fan-offset/${shop}`, offset);
  moves.move('fan-coupons/issued', `fan-coupons/${shop}/${lot}`, reward - offset);
  moves.move('fund/fan/free', 'fund/fan/committed', reward - offset);
  return changesExactly('reward-exact', entry, { moves, matures: new Balances() });
}

/** Bills up to that one, by when they took effect, that the shop has not been rewarded for yet. */
function readReward({
  shop,
  last,
  books,
}: {
  shop: string;
  last: EntryDocument;
  books: Books;
}): bigint {
  let reward = 0n;
  for (const [orderId, effectiveAt] of books.effectiveAt) {
    const order = books.orders.get(orderId);
    if (order?.payees['fan'] !== shop || books.rewarded.has(orderId)) continue;
    const name = books.known.has(`${orderId}:shared`) ? `${orderId}:shared` : `${orderId}:paid`;
    const isRead =
      effectiveAt < last.effectiveAt || (effectiveAt === last.effectiveAt && name <= last._id);
    if (!isRead) continue;
    books.rewarded.add(orderId);
    const refundedFen = books.refundedFen.get(orderId) ?? 0n;
    const earns = { payer: false, merchant: false };
    reward += standingOf(order, { refundedFen, numbers: books.numbers, earns }).shares.fan;
  }
  return reward;
}
