// Conflicts that did not end: the caller may try again, and every write is idempotent.
import type { Result } from '../../domain/result';
import type { TransactError } from '../../wxcloud/transact';

export class BusyError extends Error {}

/** The value of a transaction; throws BusyError when it did not come about. */
export function orBusy<T>(result: Result<T, TransactError>): T {
  if (result.ok) return result.value;
  throw new BusyError(result.error.code);
}
