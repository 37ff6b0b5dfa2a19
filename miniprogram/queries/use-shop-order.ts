import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** One paid bill of one of my shops. */
export function useShopOrder(orderId: string) {
  return useQuery({
    queryKey: keyOf('merchant', 'order', { orderId }),
    queryFn: () => ask('merchant', 'order', { orderId }),
    staleTime: 0,
  });
}
