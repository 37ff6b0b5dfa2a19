// Placing an order holds its coupons: out of the lots, into the order. Closing gives them back.
import type { Account } from '../accounts/account';
import { returnCoupons, type ReturnRules } from '../accounts/return-coupons';
import type { CouponUse } from '../coupons/best-use';
import { takeFromLot } from '../coupons/lot';
import { journalEntry, type JournalEntry } from '../journal/entry';
import { add, subtract } from '../money/amounts';
import { invariant } from '../result';
import { MINUTE } from '../time';
import type { HeldCoupon, Order } from './order';
import { moveOrder } from './states';

/** Takes checked uses out of a settled account's lots. */
export function holdCoupons(
  account: Account,
  uses: readonly CouponUse[],
): { account: Account; held: HeldCoupon[] } {
  const held: HeldCoupon[] = [];
  let after = account;
  for (const { lotId, amountFen } of uses) {
    const lot = account.lots.find(({ id }) => id === lotId);
    invariant(lot !== undefined, `${lotId} was checked`);
    held.push({ lot, amountFen });
    const lots = takeFromLot(after.lots, { lotId, amountFen });
    after = { ...after, lots, heldFen: add(after.heldFen, amountFen) };
  }
  return { account: after, held };
}

/** WeChat refuses to close an order in its first five minutes: a payment can still slip in. */
const RECHECK_AFTER = 6 * MINUTE;

/** The order as closed, to be looked up at WeChat once more. */
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
  const heldFen = subtract(returned.account.heldFen, order.bill.couponFen);
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
