// What a person can do with an order that waits for its payment: go on paying, or give it up.
import { useRef, useState } from 'react';
import type { OrderView } from '../../../src/contracts/values';
import { useCancelOrder } from '../../queries/use-cancel-order';
import { usePayOrder } from '../../queries/use-pay-order';
import { useRequestPayment } from '../../queries/use-request-payment';

export interface OpenOrderEnds {
  /** WeChat has taken the payment, or its reply was lost: only the result is of interest now. */
  readonly onPaying: (orderId: string) => void;
  readonly onCancelled: (order: OrderView) => void;
  /** An attempt failed: the order may have changed, so it should be read again. */
  readonly onFailed: () => void;
}
export interface OpenOrder {
  readonly busyWith: 'paying' | 'cancelling' | null;
  readonly failure: unknown;
  readonly resume: (orderId: string) => void;
  readonly cancel: (orderId: string) => void;
}

export function useOpenOrder({ onPaying, onCancelled, onFailed }: OpenOrderEnds): OpenOrder {
  const { mutateAsync: offerPayment } = usePayOrder();
  const { mutateAsync: cancelOrder } = useCancelOrder();
  const requestPayment = useRequestPayment();
  // Two taps can come before the page is drawn again.
  const isRunning = useRef(false);
  const [busyWith, setBusyWith] = useState<OpenOrder['busyWith']>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const run = async (what: 'paying' | 'cancelling', act: () => Promise<void>): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusyWith(what);
    setFailure(null);
    try {
      await act();
    } catch (error) {
      setFailure(error);
      onFailed();
    }
    isRunning.current = false;
    setBusyWith(null);
  };
  const pay = async (orderId: string): Promise<void> => {
    const { payment } = await offerPayment(orderId);
    const outcome = payment === null ? 'paid' : await requestPayment(payment);
    if (outcome !== 'cancelled') onPaying(orderId);
  };
  const giveUp = async (orderId: string): Promise<void> => {
    const { order } = await cancelOrder(orderId);
    onCancelled(order);
  };
  return {
    ...{ busyWith, failure },
    resume: (orderId) => void run('paying', () => pay(orderId)),
    cancel: (orderId) => void run('cancelling', () => giveUp(orderId)),
  };
}
