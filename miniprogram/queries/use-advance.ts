import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** What I may take before its dividend, and why no more. */
export function useAdvance() {
  return useQuery({
    queryKey: keyOf('wallet', 'advance', {}),
    queryFn: () => ask('wallet', 'advance', {}),
  });
}
