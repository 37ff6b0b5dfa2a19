import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** The shop behind a code, whatever its state; `merchantCode` null asks nothing. */
export function useMerchantByCode(merchantCode: string | null) {
  const input = { merchantCode: merchantCode ?? '' };
  return useQuery({
    queryKey: keyOf('nearby', 'byCode', input),
    queryFn: () => ask('nearby', 'byCode', input),
    enabled: merchantCode !== null,
  });
}
