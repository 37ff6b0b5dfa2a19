import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** My questions and complaints, newest first. */
export function useTickets() {
  return useQuery({
    queryKey: keyOf('account', 'listTickets', {}),
    queryFn: () => ask('account', 'listTickets', {}),
  });
}
