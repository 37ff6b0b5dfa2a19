// The site whose offers are shown first.
import type { Site } from '../../../../src/contracts/nearby';
import type { Position } from '../../../../src/contracts/values';
import { distanceMetres } from '../../../../src/domain/geo/distance';

/** The nearest site; the first while nobody knows where I am, undefined while none is known. */
export function mySite(sites: readonly Site[], here: Position | null): Site | undefined {
  if (here === null) return sites[0];
  const metres = ({ position }: Site): number => distanceMetres(position, here);
  return [...sites].sort((a, b) => metres(a) - metres(b))[0];
}
