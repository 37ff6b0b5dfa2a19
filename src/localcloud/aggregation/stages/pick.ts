// The stages that pick and order documents: $match, $sort, $sample, and $facet and $unionWith, which
// run other pipelines.
import { matcherOf } from '../../query/filter';
import { readSort, sortBy } from '../../query/sort';
import { isNumeric } from '../../values/numeral';
import { isDocument, type Document, type Value } from '../../values/value';
import { failed } from '../failed';
import type { RunStage, StageContext } from '../stage';
import { readStages } from './lookup';

export function match(operand: Value, context: StageContext): RunStage {
  if (!isDocument(operand)) throw failed('the match filter must be an expression in an object');
  const matches = matcherOf(operand, context);
  return (documents) => documents.filter(matches);
}

export function sort(operand: Value): RunStage {
  if (!isDocument(operand)) throw failed('the $sort key specification must be an object');
  if (!isOrder(operand)) {
    throw failed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  const order = readSort(operand);
  return (documents) => sortBy(documents, order, (document) => document);
}

export function isOrder(operand: Value): operand is Document {
  if (!isDocument(operand)) return false;
  const directions = Object.values(operand);
  return directions.length > 0 && directions.every((way) => way === 1 || way === -1);
}

/** As many documents as asked for, each with the same chance. */
export function sample(operand: Value, { random }: StageContext): RunStage {
  const size = isDocument(operand) ? operand['size'] : undefined;
  if (!isNumeric(size)) throw failed('$sample stage must specify a size');
  if (Number(size) < 0) throw failed('size argument to $sample must not be negative');
  return (documents) => {
    const left = [...documents];
    const picked: Document[] = [];
    while (picked.length < Number(size) && left.length > 0) {
      const at = Math.floor(random() * left.length);
      picked.push(...left.splice(at, 1));
    }
    return picked;
  };
}

export function facet(
  operand: Value,
  run: (documents: readonly Document[], pipeline: Value) => Document[],
): RunStage {
  if (!isDocument(operand) || Object.keys(operand).length === 0) {
    throw failed('the $facet specification must be a non-empty object');
  }
  return (documents) => [
    Object.fromEntries(
      Object.entries(operand).map(([field, pipeline]) => [field, run(documents, pipeline)]),
    ),
  ];
}

/** The documents of another collection, or what a pipeline makes of them, after one's own. */
export function unionWith(operand: Value, context: StageContext): RunStage {
  const { coll, pipeline = [] } = isDocument(operand) ? operand : { coll: operand };
  if (typeof coll !== 'string') throw failed('$unionWith requires a collection');
  const stages = readStages(pipeline);
  return (documents) => [...documents, ...context.aggregate(coll, stages, context.variables)];
}
