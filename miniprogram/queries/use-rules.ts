import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** The published rules in force and the latest periods. */
export function useRules() {
  return useQuery({
    queryKey: keyOf('wallet', 'rules', {}),
    queryFn: () => ask('wallet', 'rules', {}),
  });
}
