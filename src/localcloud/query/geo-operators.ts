// The geo operators of queries. An operator is made once for a query and asked for each document.
import { geometriesOf, holds, intersects, nearestMetres, withinRadius } from '../geo/geometry';
import { valueAt } from '../values/path';
import type { Document, Value } from '../values/value';
import { readCircle, readNear, readShape } from './geo-operands';

type Test = (document: Document) => boolean;

export const geoOperators: ReadonlyMap<string, (field: string, operand: Value) => Test> = new Map([
  ['$near', near],
  ['$nearSphere', near],
  ['$geoWithin', within],
  ['$geoIntersects', intersecting],
]);

function near(field: string, operand: Value): Test {
  const { centre, minMetres, maxMetres } = readNear(operand);
  return (document) => {
    const metres = nearestMetres(centre, geometriesAt(document, field));
    return metres !== undefined && metres >= minMetres && metres <= maxMetres;
  };
}

function within(field: string, operand: Value): Test {
  const circle = readCircle(operand);
  if (circle) {
    return (document) =>
      geometriesAt(document, field).some((g) => withinRadius(circle.centre, circle.maxMetres, g));
  }
  const outer = readShape(operand);
  return (document) => geometriesAt(document, field).some((inner) => holds(outer, inner));
}

function intersecting(field: string, operand: Value): Test {
  const shape = readShape(operand);
  return (document) => geometriesAt(document, field).some((own) => intersects(shape, own));
}

function geometriesAt(document: Document, field: string) {
  return geometriesOf(valueAt(document, field));
}
