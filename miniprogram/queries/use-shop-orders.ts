import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';

type PageStart = InputOf<'merchant', 'orders'>['before'];

/** Paid bills of one of my shops, newest first, a page at a time; `merchantCode` null asks nothing. */
export function useShopOrders(merchantCode: string | null) {
  return useInfiniteQuery({
    queryKey: ['merchant', 'orders', merchantCode],
    queryFn: ({ pageParam }) =>
      ask('merchant', 'orders', {
        merchantCode: merchantCode ?? '',
        ...(pageParam !== undefined && { before: pageParam }),
      }),
    initialPageParam: undefined as PageStart,
    getNextPageParam: ({ orders, isLast }): PageStart => {
      const last = orders[orders.length - 1];
      return isLast || last === undefined ? undefined : { paidAt: last.paidAt, id: last.id };
    },
    enabled: merchantCode !== null,
    staleTime: 0,
  });
}
