// Hours pass, or days on which nobody comes.
import type { Action } from '../world/action';

const HOUR = 3600;

export const action: Action = {
  weight: 6,
  async run(world) {
    const seconds = world.chance.pick([60, 300, HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR]);
    await world.wait(seconds);
    await world.wait(60);
  },
};
