// Something that people, shops or time do in a simulation. Each file of simulation/actions exports
// one as `action`, and is found there: adding one is adding a file.
import type { World } from './world';

export interface Action {
  /** How often it is chosen, against the others. */
  readonly weight: number;
  readonly run: (world: World) => Promise<void>;
}
