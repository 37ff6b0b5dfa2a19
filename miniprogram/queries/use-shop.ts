import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Position } from '../../src/contracts/values';
import { ask } from './ask';
import { keyOf } from './keys';

interface Asked {
  readonly merchantCode: string | null;
  /** Where the distance counts from; without it there is none. */
  readonly position: Position | null;
}

/** All that a shop's page shows of the shop itself; `merchantCode` null asks nothing. */
export function useShop({ merchantCode, position }: Asked) {
  const input = { merchantCode: merchantCode ?? '', ...(position !== null && { position }) };
  return useQuery({
    queryKey: keyOf('nearby', 'shop', input),
    queryFn: () => ask('nearby', 'shop', input),
    enabled: merchantCode !== null,
    placeholderData: keepPreviousData,
  });
}
