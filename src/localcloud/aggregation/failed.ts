import { type CloudError, requestFailed } from '../errors';

/** What is wrong with an aggregation, in the words of the database. */
export function failed(why: string): CloudError {
  return requestFailed('Aggregate', why);
}
