import { invalidParam } from '../errors';
import { isScalar, type Document, type Value } from '../values/value';

/** The id a filter asks for, when it asks for nothing else. */
export function idOf(filter: Document): Value | undefined {
  const [field, ...others] = Object.keys(filter);
  if (field !== '_id' || others.length > 0) return undefined;
  return isScalar(filter['_id']) ? filter['_id'] : undefined;
}

/** An update of all documents is refused: the cloud wants a condition. */
export function assertCondition(filter: Document): void {
  if (Object.keys(filter).length === 0) {
    throw invalidParam('param query is empty: a condition is required');
  }
}
