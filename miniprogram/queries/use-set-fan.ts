import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';
import { keyOf } from './keys';
import { queryClient } from './query-client';

/** Makes me a shop's fan, or nobody's. */
export function useSetFan() {
  return useMutation({
    mutationFn: (choice: InputOf<'account', 'setFan'>) => ask('account', 'setFan', choice),
    onSuccess: (answer) => queryClient.setQueryData(keyOf('account', 'fan', {}), answer),
  });
}
