// From degrees to the phone's pixels: Web Mercator, 256 px a tile, as leaflet and WeChat's map do.
import type { Position } from '../../../src/contracts/values';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const TILE = 256;
const EQUATOR_METRES = 40_075_016.686;
/** How much of the shorter side the circle takes. */
const FILL = 0.9;
const MIN_ZOOM = 9;
const MAX_ZOOM = 18;

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
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.log2(room / atZero)));
}
