// The states of an order as a table of allowed moves.
import { invariant } from '../result';

export type OrderState =
  | 'placed'
  | 'paid'
  | 'completed'
  | 'closed'
  | 'disputed'
  | 'refunding'
  | 'partly-refunded'
  | 'refunded';

const MOVES: Readonly<Record<OrderState, readonly OrderState[]>> = {
  'placed': ['paid', 'closed', 'disputed'],
  'paid': ['completed', 'refunding'],
  'completed': ['refunding'],
  'refunding': ['partly-refunded', 'refunded'],
  'partly-refunded': ['refunding'],
  'closed': [],
  'disputed': [],
  'refunded': [],
};

export function canMove({ from, to }: { from: OrderState; to: OrderState }): boolean {
  return MOVES[from].includes(to);
}

/** The state after a move; throws where the table has none, so callers check first. */
export function moveOrder<O extends { readonly state: OrderState }>(order: O, to: OrderState): O {
  invariant(
    canMove({ from: order.state, to }),
    `an order cannot move from ${order.state} to ${to}`,
  );
  return { ...order, state: to };
}
