// A city as a flat sheet: metres east and north of a centre. Exact to a metre within ten kilometres.
import type { Position } from '../src/contracts/values';

const METRES_PER_DEGREE = 111_195;

/** Metres east and north of a centre. */
export type GroundPoint = readonly [east: number, north: number];
/** GCJ-02 degrees, in GeoJSON's order. */
export type LonLat = readonly [longitude: number, latitude: number];

export function toGround(centre: Position, [longitude, latitude]: LonLat): GroundPoint {
  const shrink = Math.cos((centre.latitude * Math.PI) / 180);
  return [
    (longitude - centre.longitude) * METRES_PER_DEGREE * shrink,
    (latitude - centre.latitude) * METRES_PER_DEGREE,
  ];
}

/** Degrees with `digits` decimals; five are about one metre. */
export function toLonLat(centre: Position, [east, north]: GroundPoint, digits = 6): LonLat {
  const shrink = Math.cos((centre.latitude * Math.PI) / 180);
  const longitude = centre.longitude + east / (METRES_PER_DEGREE * shrink);
  const latitude = centre.latitude + north / METRES_PER_DEGREE;
  return [Number(longitude.toFixed(digits)), Number(latitude.toFixed(digits))];
}

/** The point `share` (0 to 1) of the way. */
export function between(from: GroundPoint, to: GroundPoint, share: number): GroundPoint {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

export function metresBetween(from: GroundPoint, to: GroundPoint): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}
