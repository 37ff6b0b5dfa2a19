import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';
import { refreshShopOrders } from './query-client';

/** Gives a bill back, in full or in part. A repeat with the same requestId is the same refund. */
export function useRefund() {
  return useMutation({
    mutationFn: (input: InputOf<'merchant', 'refund'>) => ask('merchant', 'refund', input),
    // Also after a failure: the bill may have changed, or the refund may stand without an answer.
    onSettled: () => void refreshShopOrders(),
  });
}
