// Calls the cloud for a query or a mutation.
import { call } from '../cloud/call';
import type { ActionOf, AppErrorCode, FunctionName, InputOf, OutputOf } from '../cloud/types';
import { CallFailure } from './call-failure';

/** The value of `name.action`; throws a CallFailure for every error. */
export async function ask<N extends FunctionName, A extends ActionOf<N>>(
  name: N,
  action: A,
  input: InputOf<N, A>,
): Promise<OutputOf<N, A>> {
  const result = await call(name, action, input);
  if (result.ok) return result.value;
  const { code, ...data } = result.error;
  throw new CallFailure(code as AppErrorCode, data);
}
