import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '../cloud/types';
import { ask } from './ask';
import { refreshAfterClaim } from './query-client';

/** Takes one coupon of a campaign. A repeat with the same requestId is the same coupon. */
export function useClaimCoupon() {
  return useMutation({
    mutationFn: (input: InputOf<'campaigns', 'claim'>) => ask('campaigns', 'claim', input),
    // Also after a failure: the coupon may have come without an answer.
    onSettled: () => void refreshAfterClaim(),
  });
}
