import { find } from 'mingo';
import { requestFailed } from '../errors';
import type { Document } from '../values/value';
import { mingoOptions } from './filter';

/** The fields a query asks for. @throws CloudError DATABASE_REQUEST_FAILED for a bad projection */
export function project(documents: readonly Document[], projection: Document): Document[] {
  try {
    return find<Document>([...documents], {}, projection, mingoOptions).all();
  } catch (error) {
    throw requestFailed('Find', error instanceof Error ? error.message : String(error));
  }
}
