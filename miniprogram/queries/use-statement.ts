import { useInfiniteQuery } from '@tanstack/react-query';
import type { StatementShow } from '../../src/contracts/wallet';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';

type PageStart = InputOf<'wallet', 'statement'>['before'];

interface Asked {
  /** Changes of one coupon. */
  readonly lotId?: string | undefined;
  readonly show?: StatementShow | undefined;
}

/** All that happened to me, or one kind of it, newest first; a page may have no rows. */
export function useStatement({ lotId, show }: Asked = {}) {
  return useInfiniteQuery({
    queryKey: ['wallet', 'statement', lotId ?? 'all', show ?? 'all'],
    queryFn: ({ pageParam }) =>
      ask('wallet', 'statement', {
        ...(lotId !== undefined && { lotId }),
        ...(show !== undefined && { show }),
        ...(pageParam !== undefined && { before: pageParam }),
      }),
    initialPageParam: undefined as PageStart,
    getNextPageParam: ({ next }): PageStart => next,
    staleTime: 0,
  });
}
