// What can be done with an order in each of its states.
import type { OrderView } from '../../../src/contracts/values';

/** ask: a question or complaint about it. again: the same shop's pay page. */
export type OrderAction = 'cancel' | 'resume' | 'result' | 'ask' | 'again';

const ACTIONS: { readonly [S in OrderView['state']]: readonly OrderAction[] } = {
  'placed': ['cancel', 'resume'],
  'paid': ['ask', 'result'],
  'completed': ['result', 'again'],
  'closed': ['again'],
  'disputed': ['ask', 'result'],
  'refunding': ['ask'],
  'partly-refunded': ['ask', 'again'],
  'refunded': ['again'],
};

/** The keys of an order's row; the last one is what most people want. */
export function orderActions({ state }: Pick<OrderView, 'state'>): readonly OrderAction[] {
  return ACTIONS[state];
}
