import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** Who works where changes once in months. */
const FRESH_MS = 60 * 60_000;

/** The shops whose owner or staff I am. */
export function useMyShops() {
  return useQuery({
    queryKey: keyOf('merchant', 'shops', {}),
    queryFn: () => ask('merchant', 'shops', {}),
    staleTime: FRESH_MS,
  });
}
