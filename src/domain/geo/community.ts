// The community (小区) that a person is in: chosen, or the nearest one around.
import { distanceMetres, type Position } from './distance';

/** Farther from its middle nobody lives in a community. */
export const COMMUNITY_REACH_METRES = 600;

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: 'community' | 'landmark';
  readonly position: Position;
}

/** The nearest community within reach; undefined where there is none. */
export function communityAt<P extends Place>(
  places: readonly P[],
  position: Position,
): P | undefined {
  return places
    .filter(({ kind }) => kind === 'community')
    .map((place) => ({ place, metres: distanceMetres(place.position, position) }))
    .filter(({ metres }) => metres <= COMMUNITY_REACH_METRES)
    .sort((a, b) => a.metres - b.metres || (a.place.id < b.place.id ? -1 : 1))[0]?.place;
}
