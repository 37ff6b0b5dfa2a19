import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';

/** My latest paid orders at a shop, newest first; one page. */
export function useVisits(merchantCode: string) {
  return useQuery({
    queryKey: ['orders', 'visits', merchantCode],
    queryFn: () => ask('orders', 'list', { merchantCode, show: 'paid' }),
  });
}
