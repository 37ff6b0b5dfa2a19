// The rows of a shop's bills.
import type { ShopOrder } from '../../../../src/contracts/merchant';
import { dayHeading } from '../shop-bill-words';

export type BillListRow =
  | { readonly kind: 'day'; readonly title: string }
  | { readonly kind: 'bill'; readonly order: ShopOrder };

/** The bills as they come, with a heading where a day begins. */
export function billRows(orders: readonly ShopOrder[], now: number): BillListRow[] {
  let day = '';
  return orders.flatMap((order): BillListRow[] => {
    const title = dayHeading(order.paidAt, now);
    const row: BillListRow = { kind: 'bill', order };
    if (title === day) return [row];
    day = title;
    return [{ kind: 'day', title }, row];
  });
}
