// Keys of cached answers, in one place so that a payment can refresh what it changes.
import type { ActionOf, FunctionName, InputOf } from '../cloud/types';

export function keyOf<N extends FunctionName, A extends ActionOf<N>>(
  name: N,
  action: A,
  input: InputOf<N, A>,
): readonly unknown[] {
  return [name, action, input];
}
