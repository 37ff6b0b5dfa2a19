// From the pay key to the payment window: places the bill once and lets the person pay it.
import { useRef, useState } from 'react';
import type { OrderView } from '../../../src/contracts/values';
import type { OutputOf } from '../../cloud/types';
import { codeOf, CallFailure } from '../../queries/call-failure';
import { newRequestId } from '../../queries/request-id';
import { usePlaceOrder } from '../../queries/use-place-order';
import { useRequestPayment } from '../../queries/use-request-payment';
import { requestFor, type AskedOrder, type BillRequest } from './bill-request';
import { untilAnswered } from './until-answered';

type Placed = OutputOf<'orders', 'place'>;

export interface CheckoutEnds {
  /** Paid, or nobody knows yet: the result page takes over. */
  readonly onPaying: (orderId: string) => void;
  /** The order stands and waits for its payment. */
  readonly onOpen: (orderId: string) => void;
}
export interface Checkout {
  readonly isBusy: boolean;
  readonly pay: (asked: AskedOrder, ends: { onFailed: (error: unknown) => void }) => void;
  /** The order of this bill has ended, so the same bill is a new one from now on. */
  readonly forget: () => void;
}

export function useCheckout({ onPaying, onOpen }: CheckoutEnds): Checkout {
  const { mutateAsync: placeOrder } = usePlaceOrder();
  const requestPayment = useRequestPayment();
  const request = useRef<BillRequest>(undefined);
  // Two taps can come before the page is drawn again.
  const isRunning = useRef(false);
  const [isBusy, setBusy] = useState(false);

  const placeOnce = (asked: AskedOrder): Promise<Placed> => {
    request.current = requestFor(asked, { before: request.current, newId: newRequestId });
    const { requestId } = request.current;
    return untilAnswered(() => placeOrder({ ...asked, requestId }));
  };
  /** An order that was closed behind our back makes room for a new one. */
  const place = async (asked: AskedOrder): Promise<Placed> => {
    const placed = await placeOnce(asked);
    if (placed.order.state !== 'closed') return placed;
    request.current = undefined;
    return placeOnce(asked);
  };
  const payOrder = async ({ order, payment }: Placed): Promise<void> => {
    if (payment === null) {
      onPaying(order.id);
      return;
    }
    const outcome = await requestPayment(payment);
    if (outcome === 'cancelled') onOpen(order.id);
    else onPaying(order.id);
  };
  const run = async (asked: AskedOrder, onFailed: (error: unknown) => void): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    try {
      await payOrder(await place(asked));
    } catch (error) {
      const waiting = waitingOrder(error);
      if (waiting !== undefined) onOpen(waiting);
      if (codeOf(error) === 'request-id-reused') request.current = undefined;
      onFailed(error);
    }
    isRunning.current = false;
    setBusy(false);
  };
  return {
    isBusy,
    pay: (asked, { onFailed }) => void run(asked, onFailed),
    forget: () => {
      request.current = undefined;
    },
  };
}

/** The order was placed, but WeChat Pay could not be reached: it can be paid a little later. */
function waitingOrder(error: unknown): OrderView['id'] | undefined {
  if (codeOf(error) !== 'payment-unavailable' || !(error instanceof CallFailure)) return undefined;
  const { orderId } = error.data;
  return typeof orderId === 'string' ? orderId : undefined;
}
