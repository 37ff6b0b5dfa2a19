// GeoJSON shapes as documents hold them: their positions, boxes, and what lies in what.
// Polygons are compared on the plane of longitude and latitude, which differs from the real
// database only for edges of hundreds of kilometres.
import { numberOf } from '../values/numeral';
import { isDocument, type Value } from '../values/value';
import { type Box, distanceMetres, distanceToArcMetres, type Position } from './sphere';

type Ring = readonly Position[];
type Segment = readonly [Position, Position];

/** A geometry taken apart: lone points, lines and polygons (outer ring first, then its holes). */
export interface Geometry {
  readonly points: readonly Position[];
  readonly lines: readonly Ring[];
  readonly polygons: readonly (readonly Ring[])[];
}

/** Reads a GeoJSON value, or a pair of coordinates; anything else is no geometry. */
export function readGeometry(value: Value | undefined): Geometry | undefined {
  const pair = readPosition(value);
  if (pair) return { points: [pair], lines: [], polygons: [] };
  if (!isDocument(value) || !Array.isArray(value['coordinates'])) return undefined;
  const { coordinates } = value;
  switch (value['type']) {
    case 'Point':
      return shape({ points: positions([coordinates]) });
    case 'MultiPoint':
      return shape({ points: positions(coordinates) });
    case 'LineString':
      return shape({ lines: [positions(coordinates)] });
    case 'MultiLineString':
      return shape({ lines: coordinates.map(positions) });
    case 'Polygon':
      return shape({ polygons: [coordinates.map(positions)] });
    case 'MultiPolygon':
      return shape({ polygons: coordinates.map(ringsOf) });
    default:
      return undefined;
  }
}

function shape(parts: Partial<Geometry>): Geometry {
  return { points: [], lines: [], polygons: [], ...parts };
}

function ringsOf(value: Value): Ring[] {
  return Array.isArray(value) ? value.map(positions) : [];
}

function positions(value: Value): Position[] {
  if (!Array.isArray(value)) return [];
  return value.map(readPosition).filter((position) => position !== undefined);
}

export function readPosition(value: Value | undefined): Position | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [longitude, latitude] = [numberOf(value[0]), numberOf(value[1])];
  if (longitude === undefined || latitude === undefined) return undefined;
  return [longitude, latitude];
}

/** All geometries a value holds: itself, or those of an array of them. */
export function geometriesOf(value: Value | undefined): Geometry[] {
  const one = readGeometry(value);
  if (one) return [one];
  if (!Array.isArray(value)) return [];
  return value.map(readGeometry).filter((geometry) => geometry !== undefined);
}

export function boxOf(geometries: readonly Geometry[]): Box | undefined {
  const all = geometries.flatMap(allPositions);
  if (all.length === 0) return undefined;
  const longitudes = all.map(([longitude]) => longitude);
  const latitudes = all.map(([, latitude]) => latitude);
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}

function allPositions(geometry: Geometry): Position[] {
  return [...geometry.points, ...geometry.lines.flat(), ...geometry.polygons.flat(2)];
}

/** The distance to the nearest point of the geometries, which may lie within an edge. */
export function nearestMetres(from: Position, geometries: readonly Geometry[]): number | undefined {
  let nearest: number | undefined;
  for (const geometry of geometries) {
    const metres = metresTo(from, geometry);
    if (nearest === undefined || metres < nearest) nearest = metres;
  }
  return nearest;
}

function metresTo(from: Position, geometry: Geometry): number {
  if (geometry.polygons.some((rings) => polygonHolds(rings, from))) return 0;
  let nearest = Infinity;
  for (const point of geometry.points) nearest = Math.min(nearest, distanceMetres(from, point));
  for (const [start, end] of segmentsOf(geometry)) {
    nearest = Math.min(nearest, distanceToArcMetres(from, start, end));
  }
  return nearest;
}

/** Whether the whole of `inner` lies in the polygons of `outer`. */
export function holds(outer: Geometry, inner: Geometry): boolean {
  const all = allPositions(inner);
  return all.length > 0 && all.every((p) => outer.polygons.some((rings) => polygonHolds(rings, p)));
}

/** Whether the whole of `inner` lies within the radius. */
export function withinRadius(centre: Position, radiusMetres: number, inner: Geometry): boolean {
  const all = allPositions(inner);
  return all.length > 0 && all.every((p) => distanceMetres(centre, p) <= radiusMetres);
}

/** Whether two geometries share at least one point. */
export function intersects(a: Geometry, b: Geometry): boolean {
  if (a.points.some((p) => touches(b, p)) || b.points.some((p) => touches(a, p))) return true;
  const [first, second] = [segmentsOf(a), segmentsOf(b)];
  if (first.some((s) => second.some((t) => segmentsCross(s, t)))) return true;
  return covers(a, b) || covers(b, a);
}

function covers(outer: Geometry, inner: Geometry): boolean {
  return allPositions(inner).some((p) => outer.polygons.some((rings) => polygonHolds(rings, p)));
}

function touches(geometry: Geometry, position: Position): boolean {
  return (
    geometry.points.some((p) => p[0] === position[0] && p[1] === position[1]) ||
    segmentsOf(geometry).some((segment) => onSegment(segment, position)) ||
    geometry.polygons.some((rings) => polygonHolds(rings, position))
  );
}

function polygonHolds(rings: readonly Ring[], position: Position): boolean {
  const [outer, ...holes] = rings;
  if (!outer || !ringHolds(outer, position)) return false;
  return !holes.some((hole) => ringHolds(hole, position) && !onRing(hole, position));
}

function ringHolds(ring: Ring, position: Position): boolean {
  if (onRing(ring, position)) return true;
  const [x, y] = position;
  let inside = false;
  for (const [[ax, ay], [bx, by]] of ringSegments(ring)) {
    const spans = ay > y !== by > y;
    if (spans && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function onRing(ring: Ring, position: Position): boolean {
  return ringSegments(ring).some((segment) => onSegment(segment, position));
}

function ringSegments(ring: Ring): Segment[] {
  const segments: Segment[] = [];
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1], ring[i]];
    if (from && to) segments.push([from, to]);
  }
  return segments;
}

function segmentsOf(geometry: Geometry): Segment[] {
  return [...geometry.lines, ...geometry.polygons.flat()].flatMap(ringSegments);
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function onSegment([a, b]: Segment, p: Position): boolean {
  const inBox =
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1]);
  return inBox && turn(a, b, p) === 0;
}

function segmentsCross(s: Segment, t: Segment): boolean {
  const [a, b] = s;
  const [c, d] = t;
  if (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) return true;
  return onSegment(s, c) || onSegment(s, d) || onSegment(t, a) || onSegment(t, b);
}
