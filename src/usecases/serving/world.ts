// The one place where a function takes its clock, chance and policy from its surroundings.
import { policyOf } from '../../policy/policies';
import { openCloud } from '../../wxcloud/cloud';
import type { World } from './context';

/** Opens the world of a function instance; later invocations reuse it. */
export function openWorld(surroundings: {
  readonly now: () => number;
  readonly random: () => number;
  readonly policyName: string;
  readonly operators: readonly string[];
}): World {
  const { now, random, policyName, operators } = surroundings;
  const policy = policyOf(policyName);
  const { commitWithinSeconds } = policy;
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  return { cloud: openCloud({ now, random, pause, commitWithinSeconds }), policy, now, operators };
}
