import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';

type PageStart = InputOf<'wallet', 'statement'>['before'];

/** Every change of my coupons, or of one of them, newest first; a page may have no rows. */
export function useStatement({ lotId }: { readonly lotId?: string | undefined } = {}) {
  return useInfiniteQuery({
    queryKey: ['wallet', 'statement', lotId ?? 'all'],
    queryFn: ({ pageParam }) =>
      ask('wallet', 'statement', {
        ...(lotId !== undefined && { lotId }),
        ...(pageParam !== undefined && { before: pageParam }),
      }),
    initialPageParam: undefined as PageStart,
    getNextPageParam: ({ next }): PageStart => next,
    staleTime: 0,
  });
}
