// `<order>:shared`: the rebate of a shop that is paid on its own number has arrived, and earns.
import { Balances } from '../balances';
import { standingOf, whoEarns } from '../bill';
import type { Books } from '../books';
import type { EntryDocument } from '../documents';
import { holds, same, type Finding } from '../finding';
import { DAY_MS } from '../numbers';
import { earn } from './paid';
import { changesExactly, POINTS } from './rule';
import { moveShares } from './share-moves';

export function shared(entry: EntryDocument, books: Books): Finding[] {
  const { orderId = '', _id: id } = entry;
  const order = books.orders.get(orderId);
  const merchant = books.merchants.get(order?.merchant.id ?? '');
  const paidAt = books.paid.get(orderId)?.at;
  if (order === undefined || merchant === undefined || paidAt === undefined) {
    return [{ rule: 'earned-once', text: `${id} is of no paid order` }];
  }
  const isSecond = books.effectiveAt.has(orderId);
  const earns = whoEarns(merchant, order.payer);
  const refundedFen = books.refundedFen.get(orderId) ?? 0n;
  const standing = standingOf(order, { refundedFen, numbers: books.numbers, earns });
  const effectiveAt = Math.max(entry.at, paidAt + books.numbers.maturityDays * DAY_MS);
  if (!isSecond) earn(books, { order, earns, effectiveAt, fen: standing.rebateFen });
  const moves = new Balances();
  moves.move('cash/payers', `receivable/rebate/${order.merchant.id}`, standing.rebateFen);
  const matures = new Balances();
  moveShares(matures, { order, shares: standing.shares });
  matures.move(POINTS, `points/${order.payer}`, standing.payerPoints);
  matures.move(POINTS, `points/${order.merchant.id}`, standing.merchantPoints);
  return [
    ...holds('earned-once', !isSecond, `order ${orderId} earns a second time by ${id}`),
    ...same('matures-in-time', id, { says: entry.effectiveAt, is: effectiveAt }),
    ...changesExactly('earned-exactly', entry, { moves, matures }),
  ];
}
