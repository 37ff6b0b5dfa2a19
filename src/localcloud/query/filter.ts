// Whether a document matches a query: mingo for the query language, and the geo operators, which it
// lacks, here. Filters are checked when they are built, so a wrong operator is told to the caller.
import { Context, Query } from 'mingo';
import { requestFailed } from '../errors';
import { geometriesOf, holds, intersects, nearestMetres, withinRadius } from '../geo/geometry';
import { valueAt } from '../values/path';
import { type Document, isDocument, type Value } from '../values/value';
import { readCircle, readNear, readShape } from './geo-operands';

export type Matcher = (document: Document) => boolean;

type OperatorTable = NonNullable<NonNullable<Parameters<typeof Context.init>[0]>['query']>;

// mingo types an operator as all of its own operators at once, which no function can be.
const geoOperators = {
  $near: nearOperator,
  $nearSphere: nearOperator,
  $geoWithin: withinOperator,
  $geoIntersects: intersectsOperator,
} as unknown as OperatorTable;

const context = Context.init({ query: geoOperators });

/** @throws CloudError DATABASE_REQUEST_FAILED when the filter is not understood */
export function matcherOf(filter: Document): Matcher {
  if (Object.keys(filter).length === 0) return () => true;
  try {
    const query = new Query(filter, { context });
    return (document) => query.test(document);
  } catch (error) {
    throw requestFailed('Find', error instanceof Error ? error.message : String(error));
  }
}

/** The options with which mingo evaluates pipelines, so that `$match` knows the geo operators too. */
export const mingoOptions = { context };

function nearOperator(field: string, operand: unknown): (document: unknown) => boolean {
  const near = readNear(operand as Value);
  return (document) => {
    const metres = nearestMetres(near.centre, geometriesAt(document, field));
    return metres !== undefined && metres >= near.minMetres && metres <= near.maxMetres;
  };
}

function withinOperator(field: string, operand: unknown): (document: unknown) => boolean {
  const circle = readCircle(operand as Value);
  if (circle) {
    return (document) =>
      geometriesAt(document, field).some((g) => withinRadius(circle.centre, circle.maxMetres, g));
  }
  const outer = readShape(operand as Value);
  return (document) => geometriesAt(document, field).some((inner) => holds(outer, inner));
}

function intersectsOperator(field: string, operand: unknown): (document: unknown) => boolean {
  const shape = readShape(operand as Value);
  return (document) => geometriesAt(document, field).some((own) => intersects(shape, own));
}

function geometriesAt(document: unknown, field: string) {
  return isDocument(document) ? geometriesOf(valueAt(document, field)) : [];
}
