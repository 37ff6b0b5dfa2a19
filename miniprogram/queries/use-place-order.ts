import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';
import { refreshAfterPayment } from './query-client';

/** Places an order and holds its coupons. A repeat with the same requestId is the same order. */
export function usePlaceOrder() {
  return useMutation({
    mutationFn: (input: InputOf<'orders', 'place'>) => ask('orders', 'place', input),
    // Not waited for: nothing may stand between the order and the payment window.
    onSuccess: () => void refreshAfterPayment(),
  });
}
