// The rows of the list of orders.
import type { OrderView } from '../../../../src/contracts/values';
import { monthText } from '../../../components/time/day-text';
import { isWaiting } from '../../../features/paying/order-words';

export type ListRow =
  | { readonly kind: 'month'; readonly title: string }
  | { readonly kind: 'waiting' | 'ended'; readonly order: OrderView };

/**
 * Orders that wait for payment first, those about to close on top; the others as they come, with a
 * heading where a month begins.
 */
export function listRows(orders: readonly OrderView[]): ListRow[] {
  const waiting = orders.filter(isWaiting).sort((a, b) => a.payBefore - b.payBefore);
  const ended = orders.filter((order) => !isWaiting(order));
  return [...waiting.map((order): ListRow => ({ kind: 'waiting', order })), ...byMonth(ended)];
}

function byMonth(orders: readonly OrderView[]): ListRow[] {
  let month = '';
  return orders.flatMap((order): ListRow[] => {
    const title = monthText(order.placedAt);
    const row: ListRow = { kind: 'ended', order };
    if (title === month) return [row];
    month = title;
    return [{ kind: 'month', title }, row];
  });
}
