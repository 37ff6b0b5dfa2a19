// What a city's invented map is drawn from, and where its shops stand.
import type { Position } from '../../src/contracts/values';
import { between, metresBetween, toGround, type GroundPoint } from '../ground';

/** Longitudes and latitudes: '120.1,30.2 120.3,30.4'. */
export type LonLats = string;

export interface Street {
  readonly name: string;
  /** From west to east, or from south to north. */
  readonly line: LonLats;
}

export interface Outline {
  readonly name?: string;
  readonly outline: LonLats;
}

/** A river or canal: its middle, and how wide it is. */
export interface Stream {
  readonly name: string;
  readonly line: LonLats;
  readonly widthMetres: number;
  /** No street crosses it on the ground. */
  readonly isUnbridged: boolean;
}

export interface StreetPlan {
  readonly streets: readonly Street[];
  readonly lakes: readonly Outline[];
  /** Land within a lake, drawn as a park. */
  readonly islands: readonly Outline[];
  readonly streams: readonly Stream[];
  readonly parks: readonly Outline[];
  /** The lanes between the streets: a grid, turned anticlockwise. */
  readonly lanes: { readonly turnDegrees: number; readonly spacingMetres: number };
}

/** Points as they are written down, on the ground. */
export function groundPoints(centre: Position, points: LonLats): GroundPoint[] {
  return points.split(' ').map((point) => {
    const [longitude, latitude] = point.split(',').map(Number);
    if (longitude === undefined || latitude === undefined) throw new Error(`no point: ${point}`);
    return toGround(centre, [longitude, latitude]);
  });
}

/** A street's line on the ground, rounded between its corners, a point about every 60 m. */
export function groundLine(centre: Position, line: LonLats): GroundPoint[] {
  const corners = groundPoints(centre, line);
  const points: GroundPoint[] = [];
  corners.forEach((corner, at) => {
    const next = corners[at + 1];
    if (next === undefined) return points.push(corner);
    const before = corners[at - 1] ?? corner;
    const after = corners[at + 2] ?? next;
    const steps = Math.max(1, Math.round(metresBetween(corner, next) / 60));
    for (let step = 0; step < steps; step += 1) {
      points.push(spline([before, corner, next, after], step / steps));
    }
    return points;
  });
  return points;
}

type FourPoints = readonly [GroundPoint, GroundPoint, GroundPoint, GroundPoint];

/** Catmull-Rom between the middle two of four points. */
function spline([a, b, c, d]: FourPoints, t: number): GroundPoint {
  const axis = (i: 0 | 1) =>
    b[i] +
    0.5 *
      t *
      (c[i] -
        a[i] +
        t * (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i] + t * (3 * (b[i] - c[i]) + d[i] - a[i])));
  return [axis(0), axis(1)];
}

/** A point of a line and the direction (unit vector) in which the line runs there. */
interface Walk {
  readonly point: GroundPoint;
  readonly direction: GroundPoint;
  /** Metres from the line's start. */
  readonly walkedMetres: number;
}

/** The point `metres` further along the line than its point nearest to the centre. */
export function walkFromCentre(line: readonly GroundPoint[], metres: number): Walk {
  const start = lengthUntil(line, nearestToCentre(line));
  const target = start + metres;
  let walkedMetres = 0;
  for (const [at, from] of line.entries()) {
    const to = line[at + 1];
    if (to === undefined) break;
    const length = metresBetween(from, to);
    if (walkedMetres + length >= target) {
      const direction: GroundPoint = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
      const point = between(from, to, (target - walkedMetres) / length);
      return { point, direction, walkedMetres: target };
    }
    walkedMetres += length;
  }
  throw new Error(`the street ends before ${metres} m`);
}

function nearestToCentre(line: readonly GroundPoint[]): number {
  const distances = line.map(([east, north]) => Math.hypot(east, north));
  return distances.indexOf(Math.min(...distances));
}

function lengthUntil(line: readonly GroundPoint[], end: number): number {
  return line.slice(0, end + 1).reduce((sum, point, at) => {
    const before = line[at - 1];
    return before === undefined ? sum : sum + metresBetween(before, point);
  }, 0);
}
