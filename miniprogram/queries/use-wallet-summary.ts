import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** How often a wallet that somebody watches is read again. */
const WATCH_EVERY_MS = 5000;

/** Balance, lots and points; read again every few seconds until `watchUntil` (ms). */
export function useWalletSummary({ watchUntil = 0 }: { readonly watchUntil?: number } = {}) {
  return useQuery({
    queryKey: keyOf('wallet', 'summary', {}),
    queryFn: () => ask('wallet', 'summary', {}),
    refetchInterval: () => (Date.now() < watchUntil ? WATCH_EVERY_MS : false),
  });
}
