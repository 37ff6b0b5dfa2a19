import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';
import { queryClient } from './query-client';

/** Files a question or a complaint. A repeat with the same requestId is the same one. */
export function useFileTicket() {
  return useMutation({
    mutationFn: (input: InputOf<'account', 'fileTicket'>) => ask('account', 'fileTicket', input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['account'] }),
  });
}
