// The operands of the geo operators, as the SDK sends them.
import { requestFailed } from '../errors';
import { type Geometry, readGeometry, readPosition } from '../geo/geometry';
import { earthRadiusMetres, halfCircumferenceMetres, type Position } from '../geo/sphere';
import { numberOf } from '../values/numeral';
import { isDocument, type Value } from '../values/value';

export interface Near {
  readonly centre: Position;
  readonly minMetres: number;
  readonly maxMetres: number;
}

interface Circle {
  readonly centre: Position;
  readonly maxMetres: number;
}

/** `{$geometry: Point, $minDistance?, $maxDistance?}`, distances in metres. */
export function readNear(operand: Value | undefined): Near {
  if (!isDocument(operand)) throw requestFailed('Find', '$near requires a point');
  const centre = readGeometry(operand['$geometry'])?.points[0];
  if (!centre) throw requestFailed('Find', '$near requires a point');
  return {
    centre,
    minMetres: metres(operand['$minDistance'], 0),
    maxMetres: metres(operand['$maxDistance'], halfCircumferenceMetres),
  };
}

/** `{$centerSphere: [[longitude, latitude], radians]}`, or nothing when it is another shape. */
export function readCircle(operand: Value | undefined): Circle | undefined {
  const sphere = isDocument(operand) ? operand['$centerSphere'] : undefined;
  if (!Array.isArray(sphere)) return undefined;
  const centre = readPosition(sphere[0]) ?? readGeometry(sphere[0])?.points[0];
  const radius = numberOf(sphere[1]);
  if (!centre || radius === undefined) {
    throw requestFailed('Find', '$centerSphere requires a position and a radius');
  }
  return { centre, maxMetres: radius * earthRadiusMetres };
}

/** `{$geometry: GeoJSON}`. */
export function readShape(operand: Value | undefined): Geometry {
  const shape = isDocument(operand) ? readGeometry(operand['$geometry']) : undefined;
  if (!shape) throw requestFailed('Find', 'unknown geo specifier');
  return shape;
}

function metres(value: Value | undefined, otherwise: number): number {
  return numberOf(value) ?? otherwise;
}
