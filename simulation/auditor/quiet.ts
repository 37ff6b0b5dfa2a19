// What must have come to an end when nothing has gone wrong for a while: no order is left open past
// its time, no payment after closing is kept, no refund waits for its cash.
import type { Books } from './books';
import { holds, type Finding } from './finding';
import { MINUTE_MS } from './numbers';

/** Two runs of the sweep, and the wrongness of clocks. */
const PATIENCE_MS = 5 * MINUTE_MS;
const UNREAD_MS = 10 * MINUTE_MS;

export function checkQuiet(books: Books): Finding[] {
  const { orders, now, numbers } = books;
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
  return [...open, ...checkRead(books)];
}

/** Both folds have read what is some minutes old: a timer that fails every time stands still. */
function checkRead({ journal, pool, figures, now, numbers }: Books): Finding[] {
  const old = now - UNREAD_MS - numbers.skewMs;
  const last = Math.max(0, ...journal.map(({ at }) => at).filter((at) => at <= old));
  const [read, counted] = [pool?.cursor ?? 0, figures?.reading.at.time ?? 0];
  return [
    ...holds('read-in-time', read >= last, `the pool has read up to ${read}, not ${last}`),
    ...holds('read-in-time', counted >= last, `figures are read up to ${counted}, not ${last}`),
    ...holds('read-in-time', read <= now + numbers.skewMs, 'the pool reads ahead'),
  ];
}
