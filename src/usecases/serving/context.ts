// What every use case gets: who calls, the cloud, the numbers in force, time and chance.
import type { Policy } from '../../policy/policy';
import type { Cloud } from '../../wxcloud/cloud';

export interface World {
  readonly cloud: Cloud;
  readonly policy: Policy;
  /** Milliseconds. */
  readonly now: () => number;
  /** Accounts (`u-…`) that act for the platform. */
  readonly operators: readonly string[];
}

export interface Context extends World {
  readonly openid: string;
  /** The caller's account, `u-…`. */
  readonly account: string;
}
