import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** Balance, lots and points. */
export function useWalletSummary() {
  return useQuery({
    queryKey: keyOf('wallet', 'summary', {}),
    queryFn: () => ask('wallet', 'summary', {}),
  });
}
