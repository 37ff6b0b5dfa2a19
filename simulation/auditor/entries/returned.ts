// `<order>:returned`: coupons of an order that was closed repay an open offset on their way back.
import { Balances } from '../balances';
import type { Books } from '../books';
import type { EntryDocument } from '../documents';
import { holds, same, type Finding } from '../finding';
import { leaves, nameOfLot } from '../lots';
import { least } from '../numbers';
import { changesExactly, COMMITTED, FREE } from './rule';

export function returned(entry: EntryDocument, books: Books): Finding[] {
  const { _id: id, orderId = '' } = entry;
  const order = books.orders.get(orderId);
  if (order === undefined) return [{ rule: 'hold-returns', text: `${id} is of no order` }];
  const offset = `offset/${order.payer}`;
  let left = books.offset(order.payer);
  const moves = new Balances();
  for (const part of order.held) {
    if (part.lot.fundedBy !== 'dividend') continue;
    const repaid = least(left, leaves(part));
    left -= repaid;
    moves.move(nameOfLot(order.payer, part.lot), offset, repaid);
    moves.move(COMMITTED, FREE, repaid);
  }
  return [
    ...same('hold-returns', `${id}, name of the entry`, { says: id, is: `${orderId}:returned` }),
    ...holds('hold-returns', order.state === 'closed', `${id}: its order is ${order.state}`),
    ...changesExactly('hold-returns', entry, { moves, matures: new Balances() }),
  ];
}
