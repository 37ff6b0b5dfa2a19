// What a payment makes of an order and its payer's account.
import { afterItsOwn, type Account } from '../accounts/account';
import { spendBackLot, spendBackOf } from '../campaigns/campaign';
import { putIntoLots, type Lot } from '../coupons/lot';
import { keptAlive } from '../fans/fan';
import type { JournalEntry } from '../journal/entry';
import { subtract, totalFen } from '../money/amounts';
import { heldFenOf } from './hold';
import type { Order } from './order';
import { earnsAtPayment, maturityOf, paidEntry } from './paid-entry';
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
  const given = givenBack(order, at);
  const entry = paidEntry(order, at, given);
  const paid = moveOrder({ ...order, paidAt: at, ...noting(order, given) }, 'paid');
  const completed = order.channel === 'counter' ? moveOrder(paid, 'completed') : paid;
  const posted = earnsAtPayment(order)
    ? { ...completed, effectiveAt: entry.effectiveAt }
    : completed;
  const lots = given === undefined ? account.lots : putIntoLots(account.lots, given);
  return { order: posted, account: withPayment({ ...account, lots }, posted), entry };
}

/** Coupons that the bill gives; they start when its points would, since a refund is over by then. */
function givenBack({ spendBack, bill, maturityDays }: Order, at: number): Lot | undefined {
  if (spendBack === undefined) return undefined;
  const amountFen = spendBackOf(spendBack, bill.amountFen);
  if (amountFen === 0) return undefined;
  const startsAt = maturityOf({ at, completedAt: at, maturityDays });
  return spendBackLot(spendBack.campaign, { amountFen, startsAt });
}

function noting({ spendBack }: Order, given: Lot | undefined): Pick<Order, 'spendBack'> {
  return spendBack === undefined || given === undefined
    ? {}
    : { spendBack: { ...spendBack, lotId: given.id } };
}

function withPayment(account: Account, order: Order): Account {
  const { bill, effectiveAt, merchant, paidAt = order.placedAt } = order;
  const visited = keptAlive(account, { merchantId: merchant.id, at: paidAt });
  const earning =
    effectiveAt === undefined || bill.payerPoints === 0
      ? []
      : [{ effectiveAt, points: bill.payerPoints, orderId: order.id }];
  return {
    ...visited,
    maturing: [...account.maturing, ...earning],
    heldFen: subtract(account.heldFen, heldFenOf(order)),
    savedFen: totalFen([account.savedFen, bill.couponFen, bill.discountFen]),
    paidOrders: account.paidOrders + 1,
    lastPaid: { merchantId: merchant.id, amountFen: bill.totalFen, at: paidAt },
  };
}
