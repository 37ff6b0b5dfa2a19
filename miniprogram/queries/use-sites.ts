import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** All open sites with their well-known places. */
export function useSites() {
  return useQuery({
    queryKey: keyOf('nearby', 'sites', {}),
    queryFn: () => ask('nearby', 'sites', {}),
  });
}
