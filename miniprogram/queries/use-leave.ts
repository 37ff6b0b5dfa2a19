import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';

/** Closes my account, giving up at most what is named. */
export function useLeave() {
  return useMutation({
    mutationFn: (shown: InputOf<'account', 'leave'>) => ask('account', 'leave', shown),
  });
}
