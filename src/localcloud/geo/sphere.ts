// Distances and boxes on the sphere, in metres and degrees, with the radius the database uses.

export const earthRadiusMetres = 6378100;
export const halfCircumferenceMetres = Math.PI * earthRadiusMetres;
const radians = Math.PI / 180;

/** Longitude, then latitude, in degrees. */
export type Position = readonly [longitude: number, latitude: number];

export interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Great-circle distance by the haversine formula. */
export function distanceMetres(from: Position, to: Position): number {
  const halfLatitude = ((to[1] - from[1]) * radians) / 2;
  const halfLongitude = ((to[0] - from[0]) * radians) / 2;
  const chord =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(from[1] * radians) * Math.cos(to[1] * radians) * Math.sin(halfLongitude) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

type Vector = readonly [x: number, y: number, z: number];

/** Distance to the nearest point of the shorter great-circle arc between two positions. */
export function distanceToArcMetres(from: Position, start: Position, end: Position): number {
  const [p, a, b] = [unitVector(from), unitVector(start), unitVector(end)];
  const normal = cross(a, b);
  const length = Math.hypot(...normal);
  const isBeside = length > 0 && dot(cross(normal, a), p) > 0 && dot(cross(normal, b), p) < 0;
  if (!isBeside) return Math.min(distanceMetres(from, start), distanceMetres(from, end));
  return earthRadiusMetres * Math.asin(Math.min(1, Math.abs(dot(normal, p)) / length));
}

function unitVector([longitude, latitude]: Position): Vector {
  const [east, north] = [longitude * radians, latitude * radians];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Boxes that hold every point within the radius; two of them across the antimeridian. */
export function boxesAround(centre: Position, radiusMetres: number): Box[] {
  const [longitude, latitude] = centre;
  const angle = Math.min(radiusMetres / earthRadiusMetres, Math.PI);
  const latitudeSpan = angle / radians + 1e-6;
  const south = Math.max(-90, latitude - latitudeSpan);
  const north = Math.min(90, latitude + latitudeSpan);
  const sine = Math.sin(angle) / Math.cos(latitude * radians);
  const reachesPole = north >= 90 || south <= -90 || angle >= Math.PI / 2 || sine >= 1;
  if (reachesPole) return [{ west: -180, east: 180, south, north }];
  const longitudeSpan = Math.asin(sine) / radians + 1e-6;
  const west = longitude - longitudeSpan;
  const east = longitude + longitudeSpan;
  if (west < -180) return split(west + 360, east, south, north);
  if (east > 180) return split(west, east - 360, south, north);
  return [{ west, east, south, north }];
}

function split(west: number, east: number, south: number, north: number): Box[] {
  return [
    { west, east: 180, south, north },
    { west: -180, east, south, north },
  ];
}
