import type { Value } from '../values/value';

/** One stage of an aggregation, such as `$match`. */
export interface Stage {
  readonly name: string;
  readonly value: Value;
}
