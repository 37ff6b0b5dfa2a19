import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';

type PageStart = InputOf<'orders', 'list'>['before'];

/** My orders, newest first, a page at a time. */
export function useOrders() {
  return useInfiniteQuery({
    queryKey: ['orders', 'list'],
    queryFn: ({ pageParam }) =>
      ask('orders', 'list', pageParam === undefined ? {} : { before: pageParam }),
    initialPageParam: undefined as PageStart,
    getNextPageParam: ({ orders, isLast }): PageStart => {
      const last = orders[orders.length - 1];
      return isLast || last === undefined ? undefined : { placedAt: last.placedAt, id: last.id };
    },
    staleTime: 0,
  });
}
