import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** The alliance's open ledger: what came in, what went out, what stands behind the coupons. */
export function useLedger() {
  return useQuery({
    queryKey: keyOf('wallet', 'ledger', {}),
    queryFn: () => ask('wallet', 'ledger', {}),
  });
}
