// What a geo index refuses to hold, in the words of the database.
import { isDocument, type Value } from '../values/value';
import { type Geometry, readGeometry, readPosition } from './geometry';
import type { Position } from './sphere';

/** Why a value cannot lie in a geo index; nothing when it can, or when there is none. */
export function geoProblem(value: Value | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const isList = Array.isArray(value) && readPosition(value) === undefined;
  const problems = (isList ? value : [value]).map(problemOf);
  return problems.find((problem) => problem !== undefined);
}

function problemOf(value: Value): string | undefined {
  const geometry = readGeometry(value);
  if (!geometry) return 'unknown GeoJSON type';
  const expected = isDocument(value) ? countOf(value['coordinates']) : 1;
  const positions = positionsOf(geometry);
  if (positions.length < expected) return 'Point must only contain numeric elements';
  const outside = positions.find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (outside) {
    return `longitude/latitude is out of bounds, lng: ${outside[0]} lat: ${outside[1]}`;
  }
  return ringProblem(geometry) ?? lineProblem(geometry);
}

function ringProblem({ polygons }: Geometry): string | undefined {
  for (const ring of polygons.flat()) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) {
      return 'Loop is not closed';
    }
    if (ring.length < 4) return 'Loop must have at least 3 different vertices';
  }
  return undefined;
}

function lineProblem({ lines }: Geometry): string | undefined {
  const isShort = lines.some((line) => line.length < 2);
  return isShort ? 'GeoJSON LineString must have at least 2 vertices' : undefined;
}

function positionsOf({ points, lines, polygons }: Geometry): Position[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)];
}

/** How many positions coordinates should hold: as many as there are innermost lists. */
function countOf(coordinates: Value | undefined): number {
  if (!Array.isArray(coordinates)) return 1;
  if (!coordinates.some(Array.isArray)) return 1;
  return coordinates.reduce<number>((sum, inner) => sum + countOf(inner), 0);
}
