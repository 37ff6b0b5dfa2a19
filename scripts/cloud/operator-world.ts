// Use cases in this process, on a local cloud: for the auditor, who reads everything.
import type { World } from '../../src/usecases/serving/context';
import { openWorld } from '../../src/usecases/serving/world';

/** Points the SDK of this process at a local cloud, as its environment does in the cloud. */
export function operatorWorld(
  { admin, env }: { readonly admin: string; readonly env: string },
  { policy, now }: { readonly policy: string; readonly now: () => number },
): World {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: admin }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    SCF_NAMESPACE: env,
    TCB_ENV: env,
  });
  return openWorld({ now, random: () => Math.random(), policyName: policy, operators: [] });
}
