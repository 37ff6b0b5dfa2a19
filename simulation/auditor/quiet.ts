// What must have come to an end when nothing has gone wrong for a while: no order is left open past
// its time, no payment after closing is kept, no refund waits for its cash.
import type { Books } from './books';
import { holds, type Finding } from './finding';
import { MINUTE_MS } from './numbers';

/** Two runs of the sweep, and the wrongness of clocks. */
const PATIENCE_MS = 5 * MINUTE_MS;

export function checkQuiet({ orders, now, pool, numbers }: Books): Finding[] {
  const late = now - PATIENCE_MS - numbers.skewMs;
  const open = [...orders.values()].flatMap((order) => {
    const { _id: id, state, payBefore, recheckAt, latePayment, refunds = [] } = order;
    return [
      ...holds('ends-in-time', state !== 'placed' || payBefore > late, `${id} is still placed`),
      ...holds('ends-in-time', (recheckAt ?? Infinity) > late, `${id} was not looked up again`),
      ...holds(
        'late-payment-returns',
        latePayment?.refunded !== false,
        `${id} was paid after closing, and keeps ${latePayment?.amountFen ?? 0}`,
      ),
      ...refunds.flatMap((refund) =>
        holds(
          'ends-in-time',
          refund.cash === 'returned' || (refund.nextAt ?? 0) > late,
          `${id} refund ${refund.id} waits for ${refund.cashFen}: ${refund.failure ?? ''}`,
        ),
      ),
    ];
  });
  return open.concat(
    holds('ends-in-time', pool === undefined || pool.cursor <= now, 'the pool reads ahead'),
  );
}
