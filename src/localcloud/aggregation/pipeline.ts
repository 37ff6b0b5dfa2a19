// Runs the stages of a pipeline one after the other.
import type { Document } from '../values/value';
import { failed } from './failed';
import { isMingoStage, runByMingo } from './mingo';
import type { CompileStage, RunStage, Stage, StageContext } from './stage';
import { bucket, bucketAuto, count, group, sortByCount } from './stages/group';
import { lookup, readStages } from './stages/lookup';
import { facet, match, sample, sort, unionWith } from './stages/pick';
import {
  addFields,
  limit,
  project,
  replaceRoot,
  replaceWith,
  skip,
  unset,
  unwind,
} from './stages/shape';

/** Only a leading $geoNear can be answered, by the index of the collection. */
const stages: ReadonlyMap<string, CompileStage> = new Map<string, CompileStage>([
  ['$addFields', addFields],
  ['$bucket', bucket],
  ['$bucketAuto', bucketAuto],
  ['$count', count],
  [
    '$facet',
    (operand, context) =>
      facet(operand, (documents, pipeline) => runStages(documents, readStages(pipeline), context)),
  ],
  ['$geoNear', refuseLateGeoNear],
  ['$group', group],
  ['$limit', limit],
  ['$lookup', lookup],
  ['$match', match],
  ['$project', project],
  ['$replaceRoot', replaceRoot],
  ['$replaceWith', replaceWith],
  ['$sample', sample],
  ['$set', addFields],
  ['$skip', skip],
  ['$sort', sort],
  ['$sortByCount', sortByCount],
  ['$unionWith', unionWith],
  ['$unset', unset],
  ['$unwind', unwind],
]);

/** @throws CloudError DATABASE_REQUEST_FAILED when a stage is not understood, or fails */
export function runStages(
  documents: readonly Document[],
  pipeline: readonly Stage[],
  context: StageContext,
): Document[] {
  // All are compiled before any is run, so that a wrong stage is told even when nothing reaches it.
  const compiled = pipeline.map((stage) => compiledStage(stage, context));
  return compiled.reduce<Document[]>((current, run) => run(current), [...documents]);
}

function compiledStage({ name, value }: Stage, context: StageContext): RunStage {
  const compile = stages.get(name);
  if (compile) return compile(value, context);
  if (!isMingoStage(name)) throw failed(`Unrecognized pipeline stage name: '${name}'`);
  return (documents) =>
    runByMingo({ [name]: value }, documents, (collection) => context.find(collection, {}));
}

function refuseLateGeoNear(): RunStage {
  throw failed('$geoNear is only valid as the first stage in a pipeline.');
}
