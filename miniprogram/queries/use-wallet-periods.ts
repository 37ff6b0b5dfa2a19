import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** What each period gave me, newest first. */
export function useWalletPeriods() {
  return useQuery({
    queryKey: keyOf('wallet', 'periods', {}),
    queryFn: () => ask('wallet', 'periods', {}),
  });
}
