import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Category, Position } from '../../src/contracts/values';
import { ask } from './ask';
import { keyOf } from './keys';

interface Circle {
  readonly position: Position | null;
  readonly radiusMetres: number;
  readonly category?: Category | undefined;
}

/** The shops of a circle, nearest first; waits while no position is known. */
export function useNearbyMerchants({ position, radiusMetres, category }: Circle) {
  const input = {
    position: position ?? { longitude: 0, latitude: 0 },
    radiusMetres,
    ...(category !== undefined && { category }),
  };
  return useQuery({
    queryKey: keyOf('nearby', 'merchants', input),
    queryFn: () => ask('nearby', 'merchants', input),
    enabled: position !== null,
    placeholderData: keepPreviousData,
  });
}
