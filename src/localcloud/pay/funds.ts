// Who has how much of an order's money: a pure function of the order, so that the accounts are sums
// over orders and cannot drift from them. All sums are fen.
import { isPaid, type PayOrder, refundedFee } from './order';
import { returnedFee, sharedFee, unsplitFee } from './sharing';

export interface Funds {
  /** What the account can refund, return or draw out. */
  readonly available: number;
  /** Waits to be shared or unfrozen, or is on its way to a receiver. */
  readonly frozen: number;
}

/** The part of each account: the sub-merchant's, and those of its receivers by their account. */
function fundsOf(order: PayOrder): Map<string, Funds> {
  const funds = new Map<string, Funds>();
  if (!isPaid(order)) return funds;
  const add = (account: string, available: number, frozen = 0): void => {
    const known = funds.get(account) ?? { available: 0, frozen: 0 };
    funds.set(account, {
      available: known.available + available,
      frozen: known.frozen + frozen,
    });
  };
  const refunded = refundedFee(order);
  const unsplit = unsplitFee(order);
  const shared = sharedFee(order);
  const own = order.totalFee - unsplit - shared - refunded + returnedFee(order);
  add(order.subMchId, own, unsplit);
  for (const { account, amount, result } of order.shares.flatMap(({ parts }) => parts)) {
    if (result === 'SUCCESS') add(account, amount);
    else if (result === 'PENDING') add(order.subMchId, 0, amount);
  }
  for (const { account, amount } of order.returns) add(account, -amount);
  return funds;
}

/** By how much each account changes when `before` becomes `after`. */
export function fundsChange(before: PayOrder | undefined, after: PayOrder): Map<string, Funds> {
  const change = fundsOf(after);
  for (const [account, { available, frozen }] of before ? fundsOf(before) : []) {
    const now = change.get(account) ?? { available: 0, frozen: 0 };
    change.set(account, { available: now.available - available, frozen: now.frozen - frozen });
  }
  for (const [account, { available, frozen }] of change) {
    if (available === 0 && frozen === 0) change.delete(account);
  }
  return change;
}
