// The lanes between a city's streets: a bent, turned grid with gaps.
import { between, metresBetween, type GroundPoint } from './ground';
import type { Random } from './random';

interface LaneGrid {
  readonly turnDegrees: number;
  readonly spacingMetres: number;
  readonly streets: readonly (readonly GroundPoint[])[];
  /** Rings that no lane enters. */
  readonly blocked: readonly (readonly GroundPoint[])[];
  readonly random: Random;
}

type Line = readonly GroundPoint[];
type Knot = (column: number, row: number) => GroundPoint;

const REACH_METRES = 6000;
/** A lane that runs beside a street keeps this far from the street's points, which lie 60 m apart. */
const STREET_REACH_METRES = 120;

/** Lines of lanes, each of one or more blocks' sides; sparser towards the edge of the map. */
export function drawLanes(grid: LaneGrid): Line[] {
  const half = Math.ceil((REACH_METRES * 1.3) / grid.spacingMetres);
  const knot = bentGrid(grid);
  const isFree = freeOf(grid);
  const steps = Array.from({ length: half * 2 }, (_, at) => at - half);
  const lines: Line[] = [];
  for (const fixed of steps) {
    lines.push(
      ...keep(
        steps.map((moving) => knot(moving, fixed)),
        isFree,
        grid.random,
      ),
    );
    lines.push(
      ...keep(
        steps.map((moving) => knot(fixed, moving)),
        isFree,
        grid.random,
      ),
    );
  }
  return lines;
}

/** Crossings of the grid, turned and pushed about by slow waves. */
function bentGrid({ turnDegrees, spacingMetres }: LaneGrid): Knot {
  const turn = (turnDegrees * Math.PI) / 180;
  return (column, row) => {
    const x = column * spacingMetres + 60 * Math.sin(row * 0.41 + column * 0.13);
    const y = row * spacingMetres + 60 * Math.sin(column * 0.37 - row * 0.19);
    return [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
  };
}

/** Joins the sides of a line that are kept into runs. */
function keep(line: Line, isFree: (from: GroundPoint, to: GroundPoint) => boolean, random: Random) {
  const runs: GroundPoint[][] = [];
  let run: GroundPoint[] = [];
  line.forEach((from, at) => {
    const to = line[at + 1];
    const isKept = to !== undefined && random() < share(from) && isFree(from, to);
    if (isKept) run = run.length === 0 ? [from, to] : [...run, to];
    else {
      if (isWorthDrawing(run)) runs.push(run);
      run = [];
    }
  });
  return runs;
}

/** Far from the centre a single side of a block says nothing. */
function isWorthDrawing(run: Line): boolean {
  const start = run[0];
  return start !== undefined && (run.length > 2 || Math.hypot(...start) < 3500);
}

/** How many of the sides are kept: most in the middle, fewer outside, none beyond the reach. */
function share([east, north]: GroundPoint): number {
  const distance = Math.hypot(east, north);
  if (Math.max(Math.abs(east), Math.abs(north)) > REACH_METRES) return 0;
  return distance < 3500 ? 0.75 : 0.55;
}

function freeOf({ blocked, streets }: LaneGrid) {
  const boxes = blocked.map((ring) => ({ ring, box: boxOf(ring) }));
  const sides = streets.map((street) => ({ street, box: boxOf(street, STREET_REACH_METRES) }));
  return (from: GroundPoint, to: GroundPoint): boolean => {
    const points = [0, 0.25, 0.5, 0.75, 1].map((part) => between(from, to, part));
    const isWet = points.some((point) =>
      boxes.some(({ ring, box }) => isInBox(box, point) && isInside(ring, point)),
    );
    const middle = between(from, to, 0.5);
    return (
      !isWet &&
      !sides.some(({ street, box }) => isInBox(box, middle) && runsBeside(street, from, to))
    );
  };
}

/** Whether a street runs in nearly the same direction close to the middle of the side. */
function runsBeside(street: Line, from: GroundPoint, to: GroundPoint): boolean {
  const middle = between(from, to, 0.5);
  const length = metresBetween(from, to);
  return street.some((start, at) => {
    const end = street[at + 1];
    if (end === undefined || metresBetween(start, middle) > STREET_REACH_METRES) {
      return false;
    }
    const cosine =
      ((end[0] - start[0]) * (to[0] - from[0]) + (end[1] - start[1]) * (to[1] - from[1])) /
      (metresBetween(start, end) * length);
    return Math.abs(cosine) > 0.8;
  });
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(ring: Line, margin = 0): Box {
  const easts = ring.map((point) => point[0]);
  const norths = ring.map((point) => point[1]);
  return [
    Math.min(...easts) - margin,
    Math.min(...norths) - margin,
    Math.max(...easts) + margin,
    Math.max(...norths) + margin,
  ];
}

function isInBox([west, south, east, north]: Box, [x, y]: GroundPoint): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** Whether a point lies within a ring, by counting crossings to its east. */
export function isInside(ring: Line, [east, north]: GroundPoint): boolean {
  let inside = false;
  ring.forEach(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1];
    const crosses = y1 > north !== y2 > north;
    if (crosses && east < x1 + ((north - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  });
  return inside;
}
