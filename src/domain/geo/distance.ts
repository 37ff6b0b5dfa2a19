// Distances on the earth; positions are GCJ-02 degrees.

export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

/** The mean radius. */
export const EARTH_RADIUS_METRES = 6_371_008.8;
const METRES_PER_MINUTE = 75;
/** Streets are longer than the straight line. */
const DETOUR = 1.25;

/** Great-circle distance in whole metres (haversine). */
export function distanceMetres(a: Position, b: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const latitudes = radians(b.latitude - a.latitude) / 2;
  const longitudes = radians(b.longitude - a.longitude) / 2;
  const h =
    Math.sin(latitudes) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitudes) ** 2;
  return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** Minutes on foot, at least 1. */
export function walkingMinutes(metres: number): number {
  return Math.max(1, Math.round((metres * DETOUR) / METRES_PER_MINUTE));
}
