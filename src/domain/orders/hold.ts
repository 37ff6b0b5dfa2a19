// Placing an order holds its coupons: out of the lots, into the order. Closing gives them back.
import type { Account } from '../accounts/account';
import { returnCoupons, type ReturnRules } from '../accounts/return-coupons';
import type { CheckedUse } from '../coupons/best-use';
import { isInWallet, takeFromLot, takenFrom } from '../coupons/lot';
import { journalEntry, type JournalEntry } from '../journal/entry';
import { add, subtract, totalFen, type Fen } from '../money/amounts';
import { MINUTE } from '../time';
import type { HeldCoupon, Order } from './order';
import { moveOrder } from './states';

/** Takes a checked use out of a settled account's lots; a shop's own offer is in nobody's wallet. */
export function holdCoupons(
  account: Account,
  { taken }: Pick<CheckedUse, 'taken'>,
): { account: Account; held: readonly HeldCoupon[] } {
  let { lots } = account;
  for (const { lot, amountFen } of taken) {
    if (!isInWallet(lot)) continue;
    lots = takeFromLot(lots, { lotId: lot.id, amountFen: takenFrom(lot, amountFen) });
  }
  const heldFen = add(account.heldFen, heldFenOf({ held: taken }));
  return { account: { ...account, lots, heldFen }, held: taken };
}

/** What an order holds of its payer's wallet; an offer counts with its face. */
export function heldFenOf({ held }: Pick<Order, 'held'>): Fen {
  const inWallet = held.filter(({ lot }) => isInWallet(lot));
  return totalFen(inWallet.map(({ lot, amountFen }) => takenFrom(lot, amountFen)));
}

/** WeChat refuses to close an order in its first five minutes: a payment can still slip in. */
export const RECHECK_AFTER = 6 * MINUTE;

/** The order as closed, to be looked up at WeChat until it is closed there. */
export function closedOrder(order: Order, at: number): Order {
  return moveOrder({ ...order, closedAt: at, recheckAt: at + RECHECK_AFTER }, 'closed');
}

/** Closes a placed order; an entry is due only when what returns repays an offset. */
export function closeOrder({
  order,
  account,
  at,
  rules,
}: {
  order: Order;
  account: Account;
  at: number;
  rules: ReturnRules;
}): { order: Order; account: Account; entry?: JournalEntry } {
  const closed = closedOrder(order, at);
  const returned = returnCoupons(account, { held: order.held, origin: 'lot', at, rules });
  const heldFen = subtract(returned.account.heldFen, heldFenOf(order));
  const after = { order: closed, account: { ...returned.account, heldFen } };
  if (returned.moves.length === 0) return after;
  const entry = journalEntry({
    id: `${order.id}:returned`,
    kind: 'returned',
    at,
    effectiveAt: at,
    payer: order.payer,
    orderId: order.id,
    moves: returned.moves,
    matures: [],
  });
  return { ...after, entry };
}
