import { requestFailed } from '../errors';
import type { Document } from '../values/value';
import { projected } from './mingo';

/** The fields a query asks for. @throws CloudError DATABASE_REQUEST_FAILED for a bad projection */
export function project(documents: readonly Document[], fields: Document): Document[] {
  try {
    return projected(documents, fields);
  } catch (error) {
    throw requestFailed('Find', error instanceof Error ? error.message : String(error));
  }
}
