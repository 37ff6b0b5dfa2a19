// The entrance for tests and demonstrations: the clock, the timers, the counters, the bad days.
import type { CloudClock } from '../clock';
import type { FaultDay } from '../faults/day';
import { readBadDay } from '../faults/read-day';
import type { FunctionRuntime } from '../functions/runtime';
import type { Cashier } from '../pay/cashier';
import type { Counters } from '../stats';
import { timerEvent } from '../timers/scheduler';
import { BadRequest } from './body';
import { payControl, type PayControlContext } from './pay-control';

interface ControlContext extends PayControlContext {
  readonly clock: CloudClock;
  readonly runtime: FunctionRuntime;
  readonly counters: Counters;
  readonly cashier: Cashier;
  readonly faultDay: FaultDay;
}

/** @returns the answer, or nothing when there is no such command */
export async function control(
  method: string,
  path: string,
  body: Readonly<Record<string, unknown>>,
  context: ControlContext,
): Promise<unknown> {
  const command = `${method} ${path}`;
  if (command === 'POST /clock') return moveClock(body, context.clock);
  if (command === 'GET /stats') return context.counters.snapshot();
  if (command === 'POST /stats/reset') {
    context.counters.reset();
    return {};
  }
  if (command === 'GET /faults') return context.faultDay.report();
  if (command === 'POST /faults') {
    context.faultDay.begin(asked(() => readBadDay(body)));
    return {};
  }
  if (command === 'POST /callbacks') {
    context.cashier.losesCallbacks = body['lost'] === true;
    return {};
  }
  const prepayId = /^POST \/callbacks\/([\w-]+)$/.exec(command)?.[1];
  if (prepayId !== undefined) return repeatCallback(prepayId, body['times'], context.cashier);
  const timer = /^POST \/timers\/([\w-]+)$/.exec(command)?.[1];
  if (timer !== undefined) {
    const result = await invokeTimer(context.runtime, context.clock, timer);
    return { result: JSON.parse(result) as unknown };
  }
  return payControl(command, body, context);
}

const maxRepeats = 100;

async function repeatCallback(
  prepayId: string,
  times: unknown,
  cashier: Cashier,
): Promise<{ results: unknown[] }> {
  const order = cashier.order(prepayId);
  if (order?.state !== 'SUCCESS') throw new BadRequest(400, 'only a paid order has a callback');
  const count = times ?? 1;
  if (typeof count !== 'number' || !(count >= 1 && count <= maxRepeats)) {
    throw new BadRequest(400, `times is a number from 1 to ${maxRepeats}`);
  }
  return { results: await cashier.repeat(order, count) };
}

/** Invokes a function as its timer would. @returns its result as JSON */
export function invokeTimer(
  runtime: FunctionRuntime,
  clock: CloudClock,
  functionName: string,
): Promise<string> {
  const definition = [...runtime.definitions].find(({ name }) => name === functionName);
  const trigger = definition?.timers[0]?.name ?? functionName;
  return runtime.invoke(functionName, timerEvent(trigger, clock.nowMs), { source: 'wx_trigger' });
}

/** What was asked for, or HTTP 400 with what is wrong in it. */
function asked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new BadRequest(400, error.message);
    throw error;
  }
}

async function moveClock(
  body: Readonly<Record<string, unknown>>,
  clock: CloudClock,
): Promise<{ now: string }> {
  const { now, advanceSeconds } = body;
  try {
    if (typeof now === 'string') await clock.set(now);
    else if (typeof advanceSeconds === 'number') await clock.advance(advanceSeconds);
    else throw new RangeError('either "now" or "advanceSeconds" is needed');
  } catch (error) {
    if (error instanceof RangeError) throw new BadRequest(400, error.message);
    throw error;
  }
  return { now: new Date(clock.nowMs).toISOString() };
}
