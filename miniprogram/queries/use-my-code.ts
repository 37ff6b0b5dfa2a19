import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** The text of my own code. */
export function useMyCode() {
  return useQuery({
    queryKey: keyOf('wallet', 'code', {}),
    queryFn: () => ask('wallet', 'code', {}),
  });
}
