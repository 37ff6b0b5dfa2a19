import { useMutation } from '@tanstack/react-query';
import { ask } from './ask';
import { refreshShopOrders } from './query-client';

/** Asks WeChat Pay again for cash of a bill's refunds that waits. */
export function useRetryCash() {
  return useMutation({
    mutationFn: (orderId: string) => ask('merchant', 'retryCash', { orderId }),
    onSettled: () => void refreshShopOrders(),
  });
}
