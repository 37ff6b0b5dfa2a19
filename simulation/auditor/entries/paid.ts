// `<order>:paid`: cash and coupons reach the shop, its rebate is set aside, and what the order earns
// takes effect at maturity. Source: docs/domain/orders.md.
import { Balances } from '../balances';
import { standingOf, whoEarns, type Earns } from '../bill';
import type { Books } from '../books';
import type { EntryDocument, OrderDocument } from '../documents';
import { holds, same, type Finding } from '../finding';
import { DAY_MS } from '../numbers';
import { fundBehind, isInWallet, leaves, nameOfLot, outsideOf } from '../lots';
import { spendBackOf } from '../bill';
import { changesExactly, PENDING, POINTS } from './rule';
import { moveShares } from './share-moves';

export function paid(entry: EntryDocument, books: Books): Finding[] {
  const { orderId = '', _id: id } = entry;
  const order = books.orders.get(orderId);
  const merchant = books.merchants.get(order?.merchant.id ?? '');
  if (order === undefined || merchant === undefined) {
    return [{ rule: 'posted-once', text: `${id} is of no order` }];
  }
  const isSecond = books.paid.has(orderId);
  books.paid.set(orderId, entry);
  const earns = whoEarns(merchant, order.payer);
  const isEarning = earnsAtOnce(order, books);
  const standing = standingOf(order, { refundedFen: 0n, numbers: books.numbers, earns });
  const effectiveAt = isEarning ? entry.at + books.numbers.maturityDays * DAY_MS : entry.at;
  if (isEarning && !isSecond) earn(books, { order, earns, effectiveAt, fen: standing.rebateFen });
  const matures = new Balances();
  if (isEarning) {
    moveShares(matures, { order, shares: standing.shares });
    matures.move(POINTS, `points/${order.payer}`, standing.payerPoints);
    matures.move(POINTS, `points/${order.merchant.id}`, standing.merchantPoints);
  }
  return [
    ...holds('posted-once', !isSecond, `order ${orderId} is posted a second time by ${id}`),
    ...same('posted-once', `${id}, name of the entry`, { says: id, is: `${orderId}:paid` }),
    ...same('posted-exactly', `${id} bill`, { says: entry.billFen, is: order.bill.amountFen }),
    ...same('posted-exactly', `${id} fan`, {
      says: entry.fan ?? 'nobody',
      is: order.payees['fan'] ?? 'nobody',
    }),
    ...same('posted-exactly', `${id} site`, { says: entry.siteId, is: merchant.siteId }),
    ...same('matures-in-time', id, { says: entry.effectiveAt, is: effectiveAt }),
    ...changesExactly('posted-exactly', entry, { moves: movesOf(order, standing), matures }),
  ];
}

/** The rebate is in hand and nobody has to look at the bill first. */
function earnsAtOnce(
  { rebateCollection, bill }: Pick<OrderDocument, 'rebateCollection' | 'bill'>,
  { numbers }: Books,
): boolean {
  return rebateCollection === 'own' && bill.amountFen <= numbers.reviewFen;
}

export function earn(
  books: Books,
  {
    order,
    earns,
    effectiveAt,
    fen,
  }: { order: OrderDocument; earns: Earns; effectiveAt: number; fen: bigint },
): void {
  books.effectiveAt.set(order._id, effectiveAt);
  const earning = { effectiveAt, points: fen };
  if (earns.payer) books.holder(order.payer).earn(order._id, earning);
  if (earns.merchant) books.holder(order.merchant.id).earn(order._id, earning);
}

function movesOf(
  order: OrderDocument,
  { cashFen, rebateFen }: { cashFen: bigint; rebateFen: bigint },
): Balances {
  const moves = new Balances();
  const shop = `payable/merchant/${order.merchant.id}`;
  if (order.rebateCollection === 'own') moves.move('cash/payers', shop, cashFen);
  for (const part of order.held) {
    const { lot, amountFen } = part;
    const fund = fundBehind(lot);
    if (isInWallet(part)) moves.move(nameOfLot(order.payer, lot), outsideOf(lot), leaves(part));
    if (fund !== undefined) moves.move(fund, shop, BigInt(amountFen));
  }
  const { spendBack } = order;
  if (spendBack?.lotId !== undefined) {
    const given = spendBackOf(order, BigInt(order.bill.amountFen));
    const wallet = `shop-coupons/${order.payer}/${spendBack.lotId}`;
    moves.move('shop-coupons/issued', wallet, given);
  }
  moves.move(rebateFrom(order), PENDING, rebateFen);
  return moves;
}

/** Where a rebate stands before it is set aside. */
export function rebateFrom({ rebateCollection, merchant }: OrderDocument): string {
  return rebateCollection === 'profit-sharing'
    ? `receivable/rebate/${merchant.id}`
    : `payable/merchant/${merchant.id}`;
}
