// What shops were given for having brought payers, against the bills that brought it: of every bill
// that a shop's account has read, the part of the rebate that still stands.
import type { MerchantAccount } from '../accounts/account';
import type { JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import type { Order } from '../orders/order';
import { difference, type Books } from './books';

export function auditRewards({ journal, orders, accounts }: Books): string[] {
  const shops = accounts.flatMap((account) => ('reading' in account ? [account] : []));
  const brought = new Map(orders.map((order) => [order.id, order]));
  return shops.flatMap((shop) =>
    difference(`${shop.id} fan rewards`, {
      says: journal.reduce((sum, entry) => sum + givenTo(shop.id, entry), 0n),
      is: journal
        .filter((entry) => isRead(entry, shop))
        .reduce((sum, { orderId = '' }) => sum + standing(brought.get(orderId)), 0n),
    }),
  );
}

function isRead(entry: JournalEntry, { id, reading }: MerchantAccount): boolean {
  const isEarning = entry.fan === id && entry.matures.some(({ to }) => to === names.FAN_FREE);
  const isBehind =
    entry.effectiveAt < reading.time ||
    (entry.effectiveAt === reading.time && entry.id <= reading.id);
  return isEarning && (entry.kind === 'paid' || entry.kind === 'shared') && isBehind;
}

function standing(order: Order | undefined): bigint {
  if (order === undefined) return 0n;
  const { shares, bill, refundedFen } = order;
  const left = BigInt(bill.amountFen) - BigInt(refundedFen);
  return (BigInt(shares.fan) * left) / BigInt(bill.amountFen);
}

/** Coupons and repaid offsets, less what refunds took back of either. */
function givenTo(shop: string, { kind, moves }: JournalEntry): bigint {
  const issued = 'fan-coupons/issued';
  const isOwn = (name: string): boolean =>
    name.startsWith(`fan-coupons/${shop}/`) || name === names.fanOffsetOf(shop);
  return moves.reduce((sum, { from, to, amount }) => {
    if (kind === 'fan-reward' && from === issued && isOwn(to)) return sum + BigInt(amount);
    if (kind === 'refund' && isOwn(from) && to === issued) return sum - BigInt(amount);
    return sum;
  }, 0n);
}
