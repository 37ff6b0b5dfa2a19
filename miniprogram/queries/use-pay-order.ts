import { useMutation } from '@tanstack/react-query';
import { ask } from './ask';

/** Goes on paying an order that is still open. */
export function usePayOrder() {
  return useMutation({ mutationFn: (orderId: string) => ask('orders', 'pay', { orderId }) });
}
