import { useMutation } from '@tanstack/react-query';
import { ask } from './ask';
import { refreshAfterPayment } from './query-client';

/** Closes an open order and gives its coupons back. */
export function useCancelOrder() {
  return useMutation({
    mutationFn: (orderId: string) => ask('orders', 'cancel', { orderId }),
    onSuccess: refreshAfterPayment,
  });
}
