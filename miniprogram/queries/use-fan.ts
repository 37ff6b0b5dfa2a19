import { useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { keyOf } from './keys';

/** The shop whose fan I am; null for none. */
export function useFan() {
  return useQuery({
    queryKey: keyOf('account', 'fan', {}),
    queryFn: () => ask('account', 'fan', {}),
  });
}
