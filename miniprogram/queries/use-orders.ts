import { useInfiniteQuery } from '@tanstack/react-query';
import type { OrderFilter } from '../../src/contracts/orders';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';

type PageStart = InputOf<'orders', 'list'>['before'];

/** My orders, of one kind where asked for, newest first, a page at a time. */
export function useOrders({ show }: { readonly show?: OrderFilter | undefined } = {}) {
  return useInfiniteQuery({
    queryKey: ['orders', 'list', show ?? 'all'],
    queryFn: ({ pageParam }) =>
      ask('orders', 'list', {
        ...(show !== undefined && { show }),
        ...(pageParam !== undefined && { before: pageParam }),
      }),
    initialPageParam: undefined as PageStart,
    getNextPageParam: ({ orders, isLast }): PageStart => {
      const last = orders[orders.length - 1];
      return isLast || last === undefined ? undefined : { placedAt: last.placedAt, id: last.id };
    },
    staleTime: 0,
  });
}
