import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';
import { queryClient } from './query-client';

/** Takes coupons before their dividend. A repeat with the same requestId is the same one. */
export function useTakeAdvance() {
  return useMutation({
    mutationFn: (input: InputOf<'wallet', 'takeAdvance'>) => ask('wallet', 'takeAdvance', input),
    // Also after a failure: it may stand without an answer, or the budget may have changed.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['wallet'] }),
  });
}
