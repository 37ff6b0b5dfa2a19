import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** What fans and entry code bring a shop that I work for. */
export function useShopFans(merchantCode: string) {
  const input = { merchantCode };
  return useQuery({
    queryKey: keyOf('merchant', 'fans', input),
    queryFn: () => ask('merchant', 'fans', input),
  });
}
