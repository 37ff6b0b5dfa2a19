// Calls an action of a cloud function by its contract.
import { deliver } from './cloud';
import type { ActionOf, CallResult, FunctionName, InputOf } from './types';

/**
 * Runs `name.action` with `input` and gives its typed answer. Never rejects: what goes wrong on
 * the way is an error with a `TransportCode`.
 */
export async function call<N extends FunctionName, A extends ActionOf<N>>(
  name: N,
  action: A,
  input: InputOf<N, A>,
): Promise<CallResult<N, A>> {
  const delivery = await deliver(name, { action, input });
  if (!delivery.ok) return { ok: false, error: { code: delivery.code } };
  if (isAnswer<N, A>(delivery.result)) return delivery.result;
  return { ok: false, error: { code: 'bad-answer' } };
}

/** The cloud's own side keeps the contract; here only the envelope is looked at. */
function isAnswer<N extends FunctionName, A extends ActionOf<N>>(
  result: unknown,
): result is CallResult<N, A> {
  if (typeof result !== 'object' || result === null || !('ok' in result)) return false;
  if (result.ok === true) return 'value' in result;
  if (!('error' in result) || typeof result.error !== 'object' || result.error === null)
    return false;
  return 'code' in result.error && typeof result.error.code === 'string';
}
