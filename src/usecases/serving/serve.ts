// Turns use cases into a cloud function: source, identity, input, answer, and nothing else.
import * as z from 'zod';
import type {
  ActionName,
  Contract,
  ErrorCode,
  Failure,
  Input,
  Output,
} from '../../contracts/contract';
import { fail, type Result } from '../../domain/result';
import {
  accountOf,
  PAY_CALLBACK_SOURCE,
  readCaller,
  stableId,
  TIMER_SOURCE,
} from '../../wxcloud/identity';
import type { Context, World } from './context';
import { BusyError } from './busy';

export type UseCase<C extends Contract, A extends ActionName<C>> = (
  context: Context,
  input: Input<C, A>,
) => Promise<Result<Output<C, A>, Failure<ErrorCode<C, A>>>>;

type Answer = Result<unknown, Failure>;
type AnyUseCase = (context: Context, input: unknown) => Promise<Answer>;

const callShape = z.object({ action: z.string(), input: z.unknown() });

/** A function for people: each action of the contract has its use case. */
export function serve<C extends Contract>(
  contract: C,
  {
    world,
    useCases,
  }: { world: () => World; useCases: { readonly [A in ActionName<C>]: UseCase<C, A> } },
): (event: unknown) => Promise<Answer> {
  return async (event) => {
    const { openid } = readCaller();
    if (openid === '') return fail({ code: 'unauthenticated' });
    const call = parseCall(contract, event);
    if (!call.ok) return call;
    const { action, input } = call.value;
    const useCase = useCases[action as ActionName<C>] as AnyUseCase;
    const open = world();
    return guarded({ name: `${contract.name}.${action}`, now: open.now }, () =>
      useCase({ ...open, openid, account: accountOf(openid) }, input),
    );
  };
}

function parseCall(
  contract: Contract,
  event: unknown,
): Result<{ action: string; input: unknown }, Failure> {
  const call = callShape.safeParse(event);
  if (!call.success) return badRequest(call.error);
  const { action: name } = call.data;
  const action = Object.hasOwn(contract.actions, name) ? contract.actions[name] : undefined;
  if (action === undefined) return fail({ code: 'bad-request', path: 'action' });
  const input = action.input.safeParse(call.data.input);
  if (!input.success) return badRequest(input.error);
  return { ok: true, value: { action: name, input: input.data } };
}

function badRequest(error: z.ZodError): { ok: false; error: Failure } {
  return fail({ code: 'bad-request', path: (error.issues[0]?.path ?? []).join('.') });
}

/** Only the cloud's timer may run this; every client can call every function with any event. */
export function serveTimer<T>(
  name: string,
  { world, run }: { world: () => World; run: (world: World) => Promise<T> },
): () => Promise<Answer> {
  return async () => {
    if (readCaller().source !== TIMER_SOURCE) return refuse(name);
    const open = world();
    return guarded({ name, now: open.now }, async () => ({ ok: true, value: await run(open) }));
  };
}

/** Only WeChat Pay may run this. Anything but errcode 0 makes it call again. */
export function servePayCallback(
  name: string,
  {
    world,
    receive,
  }: { world: () => World; receive: (world: World, event: unknown) => Promise<boolean> },
): (event: unknown) => Promise<{ errcode: number; errmsg: string } | Answer> {
  return async (event) => {
    if (readCaller().source !== PAY_CALLBACK_SOURCE) return refuse(name);
    const open = world();
    const done = await guarded({ name, now: open.now }, async () => ({
      ok: true,
      value: await receive(open, event),
    }));
    return done.ok && done.value === true
      ? { errcode: 0, errmsg: '' }
      : { errcode: 1, errmsg: 'not posted yet' };
  };
}

function refuse(name: string): Answer {
  console.warn(`${name} was called by somebody who may not`);
  return fail({ code: 'forbidden' });
}

/** A broken promise of our own code is logged with a trace id and reaches people as `internal`. */
async function guarded(
  { name, now }: { name: string; now: () => number },
  run: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof BusyError) return fail({ code: 'busy' });
    const traceId = stableId(name, String(now()), String(error)).slice(0, 12);
    console.error(traceId, name, error);
    return fail({ code: 'internal', traceId });
  }
}
