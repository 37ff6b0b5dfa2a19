import { CloudError, requestFailed } from '../errors';
import type { Document } from '../values/value';
import { compileQuery } from './mingo';

export type Matcher = (document: Document) => boolean;

/** For candidates that are known to match. */
export const matchAll: Matcher = () => true;

/**
 * Whether a document matches a query.
 * @throws CloudError DATABASE_REQUEST_FAILED when the filter is not understood
 */
export function matcherOf(filter: Document): Matcher {
  if (Object.keys(filter).length === 0) return matchAll;
  try {
    const query = compileQuery(filter);
    return (document) => query.test(document);
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw requestFailed('Find', error instanceof Error ? error.message : String(error));
  }
}
