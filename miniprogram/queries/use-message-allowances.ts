import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { ALLOWANCES_KEY } from './message-keys';

/** It changes with my own answers, and when a message was sent. */
const FRESH_MS = 300_000;

/** Which messages WeChat may be asked for, and how many of each I have allowed. */
export function useMessageAllowances() {
  return useQuery({
    queryKey: ALLOWANCES_KEY,
    queryFn: () => ask('messages', 'allowances', {}),
    staleTime: FRESH_MS,
  });
}
