// How an expected failure of a call reaches react-query, which knows only thrown errors.
import type { AppErrorCode } from '../cloud/types';

export class CallFailure extends Error {
  constructor(
    readonly code: AppErrorCode,
    /** What the function added to the code. */
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'CallFailure';
  }
}

/** The code of whatever was thrown; anything but a CallFailure is our own fault. */
export function codeOf(error: unknown): AppErrorCode {
  return error instanceof CallFailure ? error.code : 'internal';
}
