// The rows of the list of orders.
import type { OrderView } from '../../../../src/contracts/values';
import { isWaiting } from '../../../features/paying/order-words';

export interface ListRow {
  readonly kind: 'waiting' | 'ended';
  readonly order: OrderView;
}

/** Orders that wait for payment first, those about to close on top; the others as they come. */
export function listRows(orders: readonly OrderView[]): ListRow[] {
  const waiting = orders.filter(isWaiting).sort((a, b) => a.payBefore - b.payBefore);
  const ended = orders.filter((order) => !isWaiting(order));
  return [
    ...waiting.map((order): ListRow => ({ kind: 'waiting', order })),
    ...ended.map((order): ListRow => ({ kind: 'ended', order })),
  ];
}
