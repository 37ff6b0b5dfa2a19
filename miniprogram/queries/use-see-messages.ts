import { useMutation, type InfiniteData } from '@tanstack/react-query';
import type { OutputOf } from '../cloud/types';
import { ask } from './ask';
import { INBOX_KEY } from './message-keys';
import { queryClient } from './query-client';

type Inbox = InfiniteData<OutputOf<'messages', 'inbox'>>;

/** Says how far I have read. The badge goes at once; the marks on the page stay while it is read. */
export function useSeeMessages() {
  return useMutation({
    mutationFn: (upTo: number) => ask('messages', 'seen', { upTo }),
    onMutate: () => {
      queryClient.setQueryData<Inbox>(
        INBOX_KEY,
        (inbox) =>
          inbox && { ...inbox, pages: inbox.pages.map((page) => ({ ...page, unread: 0 })) },
      );
    },
    onError: () => queryClient.invalidateQueries({ queryKey: INBOX_KEY, refetchType: 'none' }),
  });
}
