// Draws a site's map background from its street plan: GeoJSON in GCJ-02, six kilometres around.
import type { Position } from '../src/contracts/values';
import { between, metresBetween, toLonLat, type GroundPoint, type LonLat } from './ground';
import { seededRandom } from './random';
import { drawLanes, isInside } from './street-lanes';
import {
  groundLine,
  groundPoints,
  type Outline,
  type Stream,
  type StreetPlan,
} from './street-plans/street-plan';

type MapKind = 'water' | 'park' | 'road' | 'lane';

export interface MapFeature {
  readonly type: 'Feature';
  readonly properties: { readonly kind: MapKind; readonly name?: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly LonLat[])[] }
    | { readonly type: 'LineString'; readonly coordinates: readonly LonLat[] }
    | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly LonLat[])[] };
}

export interface StreetMap {
  readonly type: 'FeatureCollection';
  readonly features: readonly MapFeature[];
}

/** Rings on the ground; the first is the outer one. */
type Area = readonly (readonly GroundPoint[])[];

/**
 * The map of a site. Parks come first, then water, lanes and streets, the order in which they are
 * painted; ponds are holes of their park and islands holes of their lake, so another order does no
 * harm.
 */
export function drawStreetMap(centre: Position, plan: StreetPlan): StreetMap {
  const areasOf = (outlines: readonly Outline[], holes: readonly Outline[]) =>
    outlines.map((each) => ({ name: each.name, area: areaOf(centre, each, holes) }));
  const parks = areasOf(plan.parks, plan.lakes);
  const islands = areasOf(plan.islands, []);
  const lakes = areasOf(plan.lakes, plan.islands);
  const streams = plan.streams.map((each) => ({ name: each.name, area: banksOf(centre, each) }));
  const streets = plan.streets.map(({ name, line }) => ({ name, line: groundLine(centre, line) }));
  const lanes = drawLanes({
    ...plan.lanes,
    streets: streets.map((each) => each.line),
    blocked: [...parks, ...lakes, ...streams].map((each) => each.area[0] ?? []),
    random: seededRandom(`lanes of ${centre.longitude} ${centre.latitude}`),
  });
  const degrees = (points: readonly GroundPoint[]) =>
    points.map((point) => toLonLat(centre, point, 5));
  const polygon = (kind: MapKind) => (each: { name: string | undefined; area: Area }) =>
    feature(kind, each.name, {
      type: 'Polygon',
      coordinates: each.area.map((ring) => closed(degrees(ring))),
    });
  return {
    type: 'FeatureCollection',
    features: [
      ...parks.map(polygon('park')),
      ...[...lakes, ...streams].map(polygon('water')),
      ...islands.map(polygon('park')),
      ...bySquare(lanes).map((lines) =>
        feature('lane', undefined, { type: 'MultiLineString', coordinates: lines.map(degrees) }),
      ),
      ...streets.map(({ name, line }) =>
        feature('road', name, { type: 'LineString', coordinates: degrees(thin(line)) }),
      ),
    ],
  };
}

function feature(
  kind: MapKind,
  name: string | undefined,
  geometry: MapFeature['geometry'],
): MapFeature {
  return { type: 'Feature', properties: name === undefined ? { kind } : { kind, name }, geometry };
}

/** Lanes that start in the same square of 2 km: one feature, so that a map can skip far ones. */
function bySquare(lanes: readonly (readonly GroundPoint[])[]): (readonly GroundPoint[])[][] {
  const squares = new Map<string, (readonly GroundPoint[])[]>();
  for (const lane of lanes) {
    const key = (lane[0] ?? []).map((metres) => Math.floor(metres / 2000)).join(' ');
    squares.set(key, [...(squares.get(key) ?? []), lane]);
  }
  return [...squares.values()];
}

function closed(ring: readonly LonLat[]): LonLat[] {
  const first = ring[0];
  return first === undefined ? [] : [...ring, first];
}

function areaOf(centre: Position, outline: Outline, holes: readonly Outline[]): Area {
  const ring = shore(centre, outline);
  const inside = holes
    .filter((hole) => hole !== outline)
    .map((hole) => shore(centre, hole))
    .filter((hole) => hole.every((point) => isInside(ring, point)));
  return [ring, ...inside];
}

/** Rounds an outline's corners: Chaikin's cutting, twice. */
function shore(centre: Position, { outline }: Outline): GroundPoint[] {
  let ring: GroundPoint[] = groundPoints(centre, outline);
  for (let cut = 0; cut < 2; cut += 1) {
    ring = ring.flatMap((from, at) => {
      const to = ring[(at + 1) % ring.length] ?? from;
      return [between(from, to, 0.25), between(from, to, 0.75)];
    });
  }
  return ring;
}

/** Both banks of a stream as one ring; the width swells a little on the way. */
function banksOf(centre: Position, { line, widthMetres }: Stream): Area {
  const middle = thin(groundLine(centre, line));
  const bank = (side: 1 | -1) =>
    middle.map((point, at): GroundPoint => {
      const before = middle[at - 1] ?? point;
      const after = middle[at + 1] ?? point;
      const length = metresBetween(before, after);
      const half = (widthMetres / 2) * (1 + 0.1 * Math.sin(at * 0.45)) * side;
      return [
        point[0] - ((after[1] - before[1]) / length) * half,
        point[1] + ((after[0] - before[0]) / length) * half,
      ];
    });
  return [[...bank(1), ...bank(-1).reverse()]];
}

/** Every second point and the ends: still smooth, half the size. */
function thin(line: readonly GroundPoint[]): GroundPoint[] {
  return line.filter((_, at) => at % 2 === 0 || at === line.length - 1);
}

/** The map as it is stored: a feature a line, so that a change shows as one. */
export function streetMapFile({ type, features }: StreetMap): string {
  const lines = features.map((each) => JSON.stringify(each)).join(',\n');
  return `{"type":${JSON.stringify(type)},"features":[\n${lines}\n]}\n`;
}
