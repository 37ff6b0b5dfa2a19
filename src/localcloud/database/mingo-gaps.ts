// Where mingo answers otherwise than the database: stages that are rewritten into ones it gets right.
import { isDocument, type Document, type Value } from '../values/value';
import type { Stage } from './stage';

/** The stages to run instead of a stage. */
export function closeGaps(stage: Stage): readonly Stage[] {
  if (stage.name === '$bucket' && isDocument(stage.value)) return bucket(stage.value);
  return [stage];
}

/**
 * mingo 7.2 counts a value that equals a boundary to the bucket below it and shows empty buckets.
 * The documents of MongoDB define the stage as this grouping.
 */
function bucket(value: Document): Stage[] {
  const { groupBy = null, boundaries, default: otherwise, output } = value;
  const bounds = Array.isArray(boundaries) ? boundaries : [];
  const branches = bounds.slice(0, -1).map((lower, i): Document => ({
    case: { $and: [{ $gte: [groupBy, lower] }, { $lt: [groupBy, bounds[i + 1] ?? null] }] },
    then: { $literal: lower },
  }));
  const found: Value = {
    $switch: { branches, ...(otherwise === undefined ? {} : { default: { $literal: otherwise } }) },
  };
  const counted = isDocument(output) ? output : { count: { $sum: 1 } };
  return [
    { name: '$group', value: { _id: found, ...counted } },
    { name: '$sort', value: { _id: 1 } },
  ];
}
