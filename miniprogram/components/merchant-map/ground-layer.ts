// Draws streets, water and parks, and finds places for their names.
import leaflet from 'leaflet';
import type { Position } from '../../../src/contracts/values';
import type { GroundFeature, GroundKind } from './background';
import type { Point } from './map-view';
import { boxAround, overlaps, type Box } from './place-labels';

interface Ground {
  readonly features: readonly GroundFeature[];
  readonly layer: leaflet.LayerGroup;
  /** Where the theme's --map-* variables stand. */
  readonly colours: CSSStyleDeclaration;
  /** Streets widen with it. */
  readonly zoom: number;
}

interface StreetWidths {
  /** With its edges, px. */
  readonly road: number;
  /** 0 where lanes would only blur the map. */
  readonly lane: number;
}

/** Widths at a zoom level: about those of real streets from near, never thinner than a hair. */
export function streetWidths(zoom: number): StreetWidths {
  const road = Math.min(26, Math.max(3, 7 * 2 ** ((zoom - 14.5) * 0.55)));
  return { road: Math.round(road), lane: zoom < 12.5 ? 0 : Math.max(1, Math.round(road * 0.32)) };
}

/** Areas first, then the edges of streets, then their middles, so that crossings are open. */
export function drawGround({ features, layer, colours, zoom }: Ground): void {
  const colour = (name: string): string => colours.getPropertyValue(`--map-${name}`).trim();
  const of = (kind: GroundKind) => features.filter((feature) => feature.kind === kind);
  for (const kind of ['water', 'park'] as const) {
    const style = { stroke: false, fillColor: colour(kind), fillOpacity: 1, interactive: false };
    for (const { lines } of of(kind)) {
      leaflet.polygon(lines.map(pairs), style).addTo(layer);
    }
  }
  const stroke = (kind: GroundKind, weight: number, name: string): void => {
    if (weight <= 0) return;
    const style = { weight, color: colour(name), opacity: 1, interactive: false };
    for (const { lines } of of(kind)) leaflet.polyline(lines.map(pairs), style).addTo(layer);
  };
  const { road, lane } = streetWidths(zoom);
  stroke('lane', lane, 'road');
  stroke('road', road, 'road-edge');
  stroke('road', road - 2, 'road');
}

export interface GroundName {
  readonly text: string;
  readonly kind: GroundKind;
  readonly at: Point;
  /** Degrees, so that a name lies along its street. */
  readonly turn: number;
}

/** The names that fit into the view without touching each other or what is `taken`. */
export function groundNames({
  features,
  taken,
  textScale,
  size,
  toPoint,
}: {
  readonly features: readonly GroundFeature[];
  readonly taken: readonly Box[];
  readonly textScale: number;
  readonly size: Point;
  readonly toPoint: (position: Position) => Point;
}): GroundName[] {
  const boxes = [...taken];
  const names: GroundName[] = [];
  for (const { name, kind, lines } of features) {
    if (name === undefined) continue;
    const points = (lines[0] ?? []).map(toPoint);
    const spots = kind === 'road' ? spotsOnLine(points) : [middleOf(points)];
    const fitting = spots.find((spot) => {
      const box = nameBox(name, spot, textScale);
      return isInside(box, size) && !boxes.some((other) => overlaps(other, box));
    });
    if (fitting === undefined) continue;
    boxes.push(nameBox(name, fitting, textScale));
    names.push({ text: name, kind, ...fitting });
  }
  return names;
}

interface Spot {
  readonly at: Point;
  readonly turn: number;
}

const NAME_STEP = 36;

/** Every so many pixels along a line, with the direction that it has there. */
function spotsOnLine(points: readonly Point[]): Spot[] {
  const spots: Spot[] = [];
  let untilNext = NAME_STEP;
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const turn = upright((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI);
    let along = untilNext;
    for (; along < length; along += NAME_STEP) {
      const share = along / length;
      const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      spots.push({ at, turn });
    }
    untilNext = along - length;
  });
  return spots;
}

/** No name stands on its head. */
function upright(degrees: number): number {
  if (degrees > 90) return degrees - 180;
  return degrees < -90 ? degrees + 180 : degrees;
}

function middleOf(points: readonly Point[]): Spot {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return { at: { x: middle(xs), y: middle(ys) }, turn: 0 };
}

function nameBox(name: string, { at, turn }: Spot, textScale: number): Box {
  const length = Array.from(name).length * 11 * textScale + 8;
  const angle = (turn * Math.PI) / 180;
  const [cosine, sine] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const thickness = 14 * textScale;
  return boxAround(at, length * cosine + thickness * sine, length * sine + thickness * cosine);
}

function isInside({ left, top, right, bottom }: Box, { x, y }: Point): boolean {
  return left > 0 && top > 0 && right < x && bottom < y;
}

function pairs(line: readonly Position[]): leaflet.LatLngTuple[] {
  return line.map(pair);
}

function pair({ latitude, longitude }: Position): leaflet.LatLngTuple {
  return [latitude, longitude];
}
