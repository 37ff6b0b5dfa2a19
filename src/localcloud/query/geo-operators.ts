// The geo operators of queries, which mingo lacks. An operator is made once for a query and asked
// for each document.
import { geometriesOf, holds, intersects, nearestMetres, withinRadius } from '../geo/geometry';
import { valueAt } from '../values/path';
import { isDocument, type Value } from '../values/value';
import { readCircle, readNear, readShape } from './geo-operands';

type Test = (document: unknown) => boolean;

export const geoOperators = {
  $near: near,
  $nearSphere: near,
  $geoWithin: within,
  $geoIntersects: intersecting,
};

function near(field: string, operand: unknown): Test {
  const { centre, minMetres, maxMetres } = readNear(operand as Value);
  return (document) => {
    const metres = nearestMetres(centre, geometriesAt(document, field));
    return metres !== undefined && metres >= minMetres && metres <= maxMetres;
  };
}

function within(field: string, operand: unknown): Test {
  const circle = readCircle(operand as Value);
  if (circle) {
    return (document) =>
      geometriesAt(document, field).some((g) => withinRadius(circle.centre, circle.maxMetres, g));
  }
  const outer = readShape(operand as Value);
  return (document) => geometriesAt(document, field).some((inner) => holds(outer, inner));
}

function intersecting(field: string, operand: unknown): Test {
  const shape = readShape(operand as Value);
  return (document) => geometriesAt(document, field).some((own) => intersects(shape, own));
}

function geometriesAt(document: unknown, field: string) {
  return isDocument(document) ? geometriesOf(valueAt(document, field)) : [];
}
