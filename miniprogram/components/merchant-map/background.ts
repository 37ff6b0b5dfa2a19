// Streets, water and parks behind the pins, read from GeoJSON.
import type { Position } from '../../../src/contracts/values';

export type GroundKind = 'water' | 'park' | 'road' | 'lane';
export interface GroundFeature {
  readonly kind: GroundKind;
  readonly name?: string;
  /** Rings of an area or lines of a street, GCJ-02. */
  readonly lines: readonly (readonly Position[])[];
}

const KINDS: readonly unknown[] = ['water', 'park', 'road', 'lane'] satisfies GroundKind[];

/** The features of a FeatureCollection; what is of no known form is left out. */
export function readBackground(geoJson: unknown): readonly GroundFeature[] {
  const features = property(geoJson, 'features');
  return Array.isArray(features) ? features.flatMap(readFeature) : [];
}

function readFeature(feature: unknown): GroundFeature[] {
  const properties = property(feature, 'properties');
  const kind = property(properties, 'kind');
  const name = property(properties, 'name');
  const lines = readLines(property(feature, 'geometry'));
  if (!isKind(kind) || lines.length === 0) return [];
  return [{ kind, lines, ...(typeof name === 'string' && { name }) }];
}

function readLines(geometry: unknown): Position[][] {
  const coordinates = property(geometry, 'coordinates');
  switch (property(geometry, 'type')) {
    case 'LineString':
      return [readLine(coordinates)];
    case 'Polygon':
    case 'MultiLineString':
      return Array.isArray(coordinates) ? coordinates.map(readLine) : [];
    default:
      return [];
  }
}

function readLine(coordinates: unknown): Position[] {
  if (!Array.isArray(coordinates)) return [];
  return coordinates.flatMap((pair: unknown) => {
    if (!Array.isArray(pair)) return [];
    const [longitude, latitude] = pair as unknown[];
    return typeof longitude === 'number' && typeof latitude === 'number'
      ? [{ longitude, latitude }]
      : [];
  });
}

function isKind(value: unknown): value is GroundKind {
  return KINDS.includes(value);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
