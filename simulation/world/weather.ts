// What goes wrong on a day, from its seed: nothing, one sort of thing, or everything at once.
import type { BadDay, FaultRule } from '../../src/localcloud';
import type { Chance } from '../chance';

const invocation = 'functions.invokeFunction';

/** Sorts of trouble, at the rates of a very bad day. */
function troubles(skewSeconds: number): Readonly<Record<string, readonly FaultRule[]>> {
  return {
    conflicts: [
      { fault: 'conflict', rate: 0.04 },
      { fault: 'conflict-at-commit', rate: 0.06 },
    ],
    replies: [
      { fault: 'reply-lost', action: 'database.commitTransaction', rate: 0.06 },
      { fault: 'reply-lost', rate: 0.005 },
      { fault: 'error-after', action: 'database.*', rate: 0.01, code: 'SERVER_TIMEOUT' },
      { fault: 'error-after', action: invocation, rate: 0.04 },
    ],
    errors: [
      { fault: 'error-before', action: 'database.*', rate: 0.01 },
      { fault: 'error-before', action: invocation, rate: 0.03 },
      { fault: 'instance-killed', rate: 0.003 },
    ],
    wechat: [
      { fault: 'error-before', action: 'wx.*', rate: 0.1 },
      { fault: 'error-after', action: 'wx.*', rate: 0.1 },
    ],
    slowness: [
      { fault: 'delay', rate: 0.05, seconds: 0.02 },
      { fault: 'timeout', action: 'database.*', rate: 0.003, seconds: 0.03 },
      { fault: 'timeout', action: invocation, rate: 0.02, seconds: 0.03 },
    ],
    callbacks: [
      { fault: 'callback-lost', rate: 0.35 },
      { fault: 'callback-late', rate: 0.3, seconds: 90 },
      { fault: 'callback-doubled', rate: 0.3 },
      { fault: 'callback-doubled', rate: 0.2, seconds: 45 },
      { fault: 'callback-out-of-order', rate: 0.3 },
    ],
    timers: [
      { fault: 'timer-doubled', rate: 0.4 },
      { fault: 'timer-late', rate: 0.4, seconds: 50 },
    ],
    clocks: [{ fault: 'clock-skew', seconds: skewSeconds }],
  };
}

export interface Weather {
  /** `calm`, or the sorts of trouble. */
  readonly name: string;
  readonly day: BadDay;
}

export function weatherOf(
  chance: Chance,
  { seed, skewSeconds }: { seed: number; skewSeconds: number },
): Weather {
  const all = Object.entries(troubles(skewSeconds));
  const draw = chance.next();
  if (draw < 0.4) return { name: 'calm', day: { seed, rules: [] } };
  const sorts = draw < 0.85 ? [chance.pick(all), chance.pick(all)] : all;
  const strength = chance.pick([0.3, 0.6, 1]);
  const chosen = new Map(sorts);
  const rules = [...chosen.values()].flat().map((rule) => weaker(rule, strength));
  return { name: [...chosen.keys()].join(' '), day: { seed, rules } };
}

function weaker(rule: FaultRule, strength: number): FaultRule {
  return rule.rate === undefined ? rule : { ...rule, rate: rule.rate * strength };
}
