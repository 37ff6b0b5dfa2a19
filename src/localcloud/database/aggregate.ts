// Aggregation: the stages an index can serve run on the store, the rest by mingo on what they left.
import { CloudError, requestFailed } from '../errors';
import { geometriesOf, nearestMetres, readGeometry } from '../geo/geometry';
import { earthRadiusMetres, halfCircumferenceMetres } from '../geo/sphere';
import { find, findAll, type Found } from '../query/find';
import { compilePipeline } from '../query/mingo';
import type { StoredCollection } from '../storage/collection';
import { valueAt } from '../values/path';
import { isDocument, type Document, type Value } from '../values/value';
import { leadingStages } from './leading-stages';
import { closeGaps } from './mingo-gaps';
import type { Stage } from './stage';

interface AggregateContext {
  readonly nowMs: number;
  readonly collection: StoredCollection;
  readonly collectionNamed: (name: string) => StoredCollection;
  readonly onRead: (collection: StoredCollection, filter: Document, found: Found) => void;
}

/** Reported of the real cloud: a pipeline without $limit answers 20 rows. */
const defaultLimit = 20;

/** @throws CloudError DATABASE_REQUEST_FAILED when a stage is not understood */
export function aggregate(stages: readonly Stage[], context: AggregateContext): Document[] {
  const { documents, rest } = served(stages, context);
  const results = rest.length === 0 ? documents : pipeline(documents, rest, context);
  const isLimited = stages.some(({ name }) => name === '$limit');
  return isLimited ? results : results.slice(0, defaultLimit);
}

/** Reads what the leading stages ask for: `$geoNear`, or `$match`, `$sort`, `$skip`, `$limit`. */
function served(
  stages: readonly Stage[],
  context: AggregateContext,
): { documents: Document[]; rest: readonly Stage[] } {
  const first = stages[0];
  if (first?.name === '$geoNear') {
    return { documents: geoNear(first.value, context), rest: stages.slice(1) };
  }
  const leading = leadingStages(stages);
  const found = find(context.collection, leading);
  context.onRead(context.collection, leading.filter, found);
  return {
    documents: found.documents.map(({ value }) => value),
    rest: stages.slice(leading.used),
  };
}

function geoNear(value: Value, context: AggregateContext): Document[] {
  const query = readGeoNear(value, context.collection);
  const found = find(context.collection, {
    filter: { ...query.filter, [query.field]: { $nearSphere: query.nearSphere } },
    sort: [],
    offset: 0,
    limit: query.limit,
  });
  context.onRead(context.collection, query.filter, found);
  return found.documents.map(({ value: document }) => {
    const own = geometriesOf(valueAt(document, query.field));
    const metres = nearestMetres(query.centre, own) ?? 0;
    return {
      ...document,
      [query.distanceField]: metres * query.multiplier,
      ...(query.includeLocs ? { [query.includeLocs]: valueAt(document, query.field) ?? null } : {}),
    };
  });
}

function readGeoNear(value: Value, collection: StoredCollection) {
  if (!isDocument(value)) throw requestFailed('Aggregate', '$geoNear requires an object');
  const centre = readGeometry(value['near'])?.points[0];
  if (!centre) throw requestFailed('Aggregate', '$geoNear requires a point');
  const distanceField = value['distanceField'];
  if (typeof distanceField !== 'string') {
    throw requestFailed('Aggregate', '$geoNear requires a distanceField');
  }
  const field = typeof value['key'] === 'string' ? value['key'] : collection.geoIndexes[0]?.field;
  if (field === undefined)
    throw requestFailed('Aggregate', 'unable to find index for $geoNear query');
  const isLegacy = Array.isArray(value['near']);
  const metresPerUnit = isLegacy ? earthRadiusMetres : 1;
  return {
    centre,
    field,
    distanceField,
    filter: isDocument(value['query']) ? value['query'] : {},
    limit: numberOr(value['limit'] ?? value['num'], Infinity),
    multiplier: numberOr(value['distanceMultiplier'], 1) / metresPerUnit,
    includeLocs: typeof value['includeLocs'] === 'string' ? value['includeLocs'] : undefined,
    nearSphere: {
      $geometry: { type: 'Point', coordinates: [...centre] },
      $minDistance: numberOr(value['minDistance'], 0) * metresPerUnit,
      $maxDistance: numberOr(value['maxDistance'], halfCircumferenceMetres) * metresPerUnit,
    },
  };
}

function numberOr(value: Value | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function pipeline(
  documents: Document[],
  stages: readonly Stage[],
  context: AggregateContext,
): Document[] {
  const documentsOf = (name: string) => {
    const collection = context.collectionNamed(name);
    const found = findAll(collection, {});
    context.onRead(collection, {}, found);
    return found.documents.map(({ value }) => value);
  };
  const run = stages.flatMap(closeGaps).map(({ name, value }) => ({ [name]: value }));
  try {
    return compilePipeline(run, documentsOf).run<Document>(documents);
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw requestFailed('Aggregate', error instanceof Error ? error.message : String(error));
  }
}
