import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';
import { INBOX_KEY } from './message-keys';

type PageStart = InputOf<'messages', 'inbox'>['before'];
/** The badge on 我的 does not need it sooner. */
const FRESH_MS = 60_000;

/** My messages, newest first, a page at a time; each page says how many are unread at all. */
export function useMessages() {
  return useInfiniteQuery({
    queryKey: INBOX_KEY,
    queryFn: ({ pageParam }) =>
      ask('messages', 'inbox', pageParam === undefined ? {} : { before: pageParam }),
    initialPageParam: undefined as PageStart,
    getNextPageParam: ({ next }): PageStart => next,
    staleTime: FRESH_MS,
  });
}
