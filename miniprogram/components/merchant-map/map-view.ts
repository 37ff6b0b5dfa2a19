// From degrees to the phone's pixels: Web Mercator, 256 px a tile, as leaflet and WeChat's map do.
import type { Position } from '../../../src/contracts/values';

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** What lies over the map's edges (a bar, a sheet), px. */
export interface Insets {
  readonly top: number;
  readonly bottom: number;
}
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly insets: Insets;
}
/** A part of the world in a frame; the centre is the frame's, bars or not. */
export interface View extends Frame {
  readonly centre: Position;
  readonly zoom: number;
}

const TILE = 256;
const EQUATOR_METRES = 40_075_016.686;
/** How much of the shorter side the circle takes. */
const FILL = 0.9;
/** Room around what a tap on a bubble opens, px. */
const MARGIN = 40;
const MIN_ZOOM = 9;
export const MAX_ZOOM = 18;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Pixels from the world's corner at a zoom level, which may be a fraction. */
export function project({ longitude, latitude }: Position, zoom: number): Point {
  const world = TILE * 2 ** zoom;
  const sine = Math.sin(radians(latitude));
  return {
    x: ((longitude + 180) / 360) * world,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world,
  };
}

/** The place of a pixel: the inverse of `project`. */
export function unproject({ x, y }: Point, zoom: number): Position {
  const world = TILE * 2 ** zoom;
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / world)));
  return { longitude: (x / world) * 360 - 180, latitude: (latitude * 180) / Math.PI };
}

/** Where a place is in the frame, px from its corner. */
export function toFrame(position: Position, { centre, zoom, width, height }: View): Point {
  const [at, middle] = [project(position, zoom), project(centre, zoom)];
  return { x: at.x - middle.x + width / 2, y: at.y - middle.y + height / 2 };
}

/** Pixels of one metre at a latitude. */
export function pixelsPerMetre(latitude: number, zoom: number): number {
  return (TILE * 2 ** zoom) / (EQUATOR_METRES * Math.cos(radians(latitude)));
}

/** The zoom at which a circle just fits into `width` × `height` pixels. */
export function zoomToFit(circle: {
  readonly centre: Position;
  readonly radiusMetres: number;
  readonly width: number;
  readonly height: number;
}): number {
  const room = Math.max(80, Math.min(circle.width, circle.height) * FILL);
  const atZero = pixelsPerMetre(circle.centre.latitude, 0) * circle.radiusMetres * 2;
  return withinLimits(Math.log2(room / atZero));
}

/** The view that shows a whole circle in the middle of what nothing covers. */
export function viewOfCircle(
  { centre, radiusMetres }: { readonly centre: Position; readonly radiusMetres: number },
  frame: Frame,
): View {
  const height = frame.height - frame.insets.top - frame.insets.bottom;
  const zoom = zoomToFit({ centre, radiusMetres, width: frame.width, height });
  return viewAround(centre, { zoom, frame });
}

/** The view that shows all places, nearer than `view` by a step at least. */
export function viewOfPlaces(places: readonly Position[], view: View): View {
  const at = places.map((place) => project(place, 0));
  const [xs, ys] = [at.map(({ x }) => x), at.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const height = view.height - view.insets.top - view.insets.bottom;
  const zoom = Math.log2(
    Math.min(
      (view.width - 2 * MARGIN) / Math.max(right - left, Number.EPSILON),
      Math.max(80, height - 2 * MARGIN) / Math.max(bottom - top, Number.EPSILON),
    ),
  );
  const middle = unproject({ x: (left + right) / 2, y: (top + bottom) / 2 }, 0);
  return viewAround(middle, {
    zoom: withinLimits(Math.max(zoom, view.zoom + 1)),
    frame: view,
  });
}

/** The view of a zoom with a place in the middle of what nothing covers. */
export function viewAround(
  place: Position,
  { zoom, frame }: { readonly zoom: number; readonly frame: Frame },
): View {
  const { width, height, insets } = frame;
  const { x, y } = project(place, zoom);
  const centre = unproject({ x, y: y + (insets.bottom - insets.top) / 2 }, zoom);
  return { width, height, insets, zoom, centre };
}

/** Whether a place can be seen: in the frame, clear of its edges and of what covers it. */
export function isInSight(place: Position, view: View, margin = 24): boolean {
  const { x, y } = toFrame(place, view);
  const { width, height, insets } = view;
  return (
    x >= margin &&
    x <= width - margin &&
    y >= insets.top + margin &&
    y <= height - insets.bottom - margin
  );
}

function withinLimits(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}
