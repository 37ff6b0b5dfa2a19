// Aggregation: the stages an index can serve run on the store, the others on what they left.
import { geometriesOf, nearestMetres, readGeometry } from '../geo/geometry';
import { earthRadiusMetres, halfCircumferenceMetres } from '../geo/sphere';
import { find, findAll, type Found } from '../query/find';
import { nearOf } from '../query/planner';
import type { StoredCollection } from '../storage/collection';
import { double, numberOf } from '../values/numeral';
import { valueAt } from '../values/path';
import { isDocument, type Document, type Value } from '../values/value';
import type { Scope } from './operator';
import { failed } from './failed';
import { impliedEqualities } from './implied-equalities';
import { leadingStages } from './leading-stages';
import { runStages } from './pipeline';
import type { Stage, StageContext } from './stage';
import { withValue } from './stages/shape';

interface AggregateContext {
  readonly nowMs: number;
  readonly collectionNamed: (name: string) => StoredCollection;
  readonly onRead: (collection: StoredCollection, filter: Document, found: Found) => void;
}

type Variables = Scope['variables'];

/** Reported of the real cloud: a pipeline without $limit answers 20 rows. */
const defaultLimit = 20;

/** @throws CloudError DATABASE_REQUEST_FAILED when a stage is not understood */
export function aggregate(
  collection: StoredCollection,
  stages: readonly Stage[],
  context: AggregateContext,
): Document[] {
  const results = run(collection, { stages, variables: {} }, context);
  const isLimited = stages.some(({ name }) => name === '$limit');
  return isLimited ? results : results.slice(0, defaultLimit);
}

function run(
  collection: StoredCollection,
  { stages, variables }: { stages: readonly Stage[]; variables: Variables },
  context: AggregateContext,
): Document[] {
  const first = stages[0];
  const stageContext = stageContextOf(variables, context);
  if (first?.name === '$geoNear') {
    const found = geoNear(collection, first.value, context);
    return runStages(found, stages.slice(1), stageContext);
  }
  const leading = leadingStages(stages);
  const rest = stages.slice(leading.used);
  if (nearOf(leading.filter)) {
    throw failed('$geoNear, $near, and $nearSphere are not allowed in this context');
  }
  const filter = impliedEqualities(leading.filter, variables);
  const found = find(collection, { ...leading, filter, variables, nowMs: context.nowMs });
  context.onRead(collection, leading.filter, found);
  return runStages(
    found.documents.map(({ value }) => value),
    rest,
    stageContext,
  );
}

function stageContextOf(variables: Variables, context: AggregateContext): StageContext {
  return {
    nowMs: context.nowMs,
    variables,
    random: Math.random,
    find: (name, filter) => {
      const collection = context.collectionNamed(name);
      const found = findAll(collection, filter);
      context.onRead(collection, filter, found);
      return found.documents.map(({ value }) => value);
    },
    aggregate: (name, stages, own) =>
      run(context.collectionNamed(name), { stages, variables: own }, context),
  };
}

function geoNear(
  collection: StoredCollection,
  value: Value,
  context: AggregateContext,
): Document[] {
  const query = readGeoNear(value, collection);
  const found = find(collection, {
    filter: { ...query.filter, [query.field]: { $nearSphere: query.nearSphere } },
    sort: [],
    offset: 0,
    limit: query.limit,
    nowMs: context.nowMs,
  });
  context.onRead(collection, query.filter, found);
  return found.documents.map((stored) => placed(stored.value, query));
}

type GeoNearQuery = ReturnType<typeof readGeoNear>;

/** The document with its distance, and with the place that was measured when it is asked for. */
function placed(document: Document, query: GeoNearQuery): Document {
  const own = geometriesOf(valueAt(document, query.field));
  const metres = nearestMetres(query.centre, own) ?? 0;
  const measured = withValue(document, query.distanceField, double(metres * query.multiplier));
  if (query.includeLocs === undefined) return measured;
  return withValue(measured, query.includeLocs, valueAt(document, query.field));
}

function readGeoNear(value: Value, collection: StoredCollection) {
  if (!isDocument(value)) throw failed('$geoNear requires an object');
  const centre = readGeometry(value['near'])?.points[0];
  if (!centre) throw failed('$geoNear requires a point');
  const { distanceField, key, query, includeLocs } = value;
  if (typeof distanceField !== 'string') throw failed('$geoNear requires a distanceField');
  const field = typeof key === 'string' ? key : onlyGeoField(collection);
  const isLegacy = Array.isArray(value['near']);
  const metresPerUnit = isLegacy ? earthRadiusMetres : 1;
  return {
    centre,
    field,
    distanceField,
    filter: isDocument(query) ? query : {},
    limit: numberOf(value['limit'] ?? value['num']) ?? Infinity,
    multiplier: (numberOf(value['distanceMultiplier']) ?? 1) / metresPerUnit,
    includeLocs: typeof includeLocs === 'string' ? includeLocs : undefined,
    nearSphere: {
      $geometry: { type: 'Point', coordinates: [...centre] },
      $minDistance: (numberOf(value['minDistance']) ?? 0) * metresPerUnit,
      $maxDistance: (numberOf(value['maxDistance']) ?? halfCircumferenceMetres) * metresPerUnit,
    },
  };
}

/** With several geo indexes the field must be named. */
function onlyGeoField({ geoIndexes }: StoredCollection): string {
  const [only, second] = geoIndexes;
  if (!only) throw failed('unable to find index for $geoNear query');
  if (!second) return only.field;
  throw failed(
    'There is more than one 2dsphere index on the collection; unsure which to use for $geoNear',
  );
}
