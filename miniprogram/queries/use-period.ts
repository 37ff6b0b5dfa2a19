import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';

type PageStart = InputOf<'wallet', 'period'>['before'];

/** Why a period gave me what it gave; the bills behind it come a page at a time, newest first. */
export function usePeriod(period: number) {
  return useInfiniteQuery({
    queryKey: ['wallet', 'period', period],
    queryFn: ({ pageParam }) =>
      ask('wallet', 'period', { period, ...(pageParam !== undefined && { before: pageParam }) }),
    initialPageParam: undefined as PageStart,
    getNextPageParam: ({ earnings, isLast }): PageStart => {
      const last = earnings[earnings.length - 1];
      if (isLast || last === undefined) return undefined;
      return { placedAt: last.placedAt, id: last.orderId };
    },
  });
}
