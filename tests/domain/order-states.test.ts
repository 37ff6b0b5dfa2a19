// Every pair of states: those that DESIGN's table allows, and nothing else.
import { canMove, moveOrder, type OrderState } from '../../src/domain/orders/states';

const states: readonly OrderState[] = [
  'placed',
  'paid',
  'completed',
  'closed',
  'disputed',
  'refunding',
  'partly-refunded',
  'refunded',
];
const allowed = new Set([
  'placed → paid',
  'placed → closed',
  'placed → disputed',
  'paid → completed',
  'paid → refunding',
  'completed → refunding',
  'refunding → partly-refunded',
  'refunding → refunded',
  'partly-refunded → refunding',
]);
const pairs = states.flatMap((from) =>
  states.map((to) => ({ from, to, may: allowed.has(`${from} → ${to}`) ? 'may' : 'may not' })),
);

test.each(pairs)('an order $may move from $from to $to', ({ from, to, may }) => {
  expect(canMove({ from, to })).toBe(may === 'may');
  const order = { id: 'one', state: from };
  if (may === 'may') expect(moveOrder(order, to)).toEqual({ id: 'one', state: to });
  else expect(() => moveOrder(order, to)).toThrow(`cannot move from ${from} to ${to}`);
  expect(order.state).toBe(from);
});

test('what is closed, disputed or refunded stays so', () => {
  const final = states.filter((from) => states.every((to) => !canMove({ from, to })));
  expect(final).toEqual(['closed', 'disputed', 'refunded']);
});
