// What a payment makes of an order and its payer's account.
import type { Account } from '../accounts/account';
import type { JournalEntry } from '../journal/entry';
import { add, subtract } from '../money/amounts';
import type { Order } from './order';
import { earnsAtPayment, paidEntry } from './paid-entry';
import { moveOrder } from './states';

export interface Posting {
  readonly order: Order;
  readonly account: Account;
  readonly entry: JournalEntry;
}

/** Posts the payment of a placed order; its earning joins those that wait to be merged. */
export function postPayment({
  order,
  account,
  at: now,
}: {
  order: Order;
  account: Account;
  at: number;
}): Posting {
  const at = afterItsOwn(account, now);
  const entry = paidEntry(order, at);
  const paid = moveOrder({ ...order, paidAt: at }, 'paid');
  const completed = order.channel === 'counter' ? moveOrder(paid, 'completed') : paid;
  const posted = earnsAtPayment(order)
    ? { ...completed, effectiveAt: entry.effectiveAt }
    : completed;
  return { order: posted, account: withPayment(account, posted), entry };
}

/**
 * Payments of one account stand in the order in which they are posted, and after it began anew,
 * also where two clocks differ: by `paidAt` one knows whose an order is.
 */
function afterItsOwn({ since = -1, lastPaid }: Account, now: number): number {
  return Math.max(now, since + 1, lastPaid?.at ?? 0);
}

function withPayment(account: Account, order: Order): Account {
  const { bill, effectiveAt, merchant } = order;
  const earning =
    effectiveAt === undefined || bill.payerPoints === 0
      ? []
      : [{ effectiveAt, points: bill.payerPoints, orderId: order.id }];
  return {
    ...account,
    maturing: [...account.maturing, ...earning],
    heldFen: subtract(account.heldFen, bill.couponFen),
    savedFen: add(account.savedFen, bill.couponFen),
    paidOrders: account.paidOrders + 1,
    ...(order.paidAt === undefined
      ? {}
      : {
          lastPaid: { merchantId: merchant.id, amountFen: bill.amountFen, at: order.paidAt },
        }),
  };
}
