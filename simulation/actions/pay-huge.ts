// A bill so large that it crosses several thresholds, or has to be looked at before it earns.
import type { Action } from '../world/action';
import { aChoice, buy } from '../world/shopping';

export const action: Action = {
  weight: 3,
  async run(world) {
    const { people, shops } = world.town;
    const amountFen = world.chance.pick([
      world.chance.size(10_000_00, 50_000_00),
      50_000_00,
      50_000_01,
      world.chance.size(50_000_00, 1_000_000_00),
    ]);
    const wish = { person: world.chance.pick(people), shop: world.chance.pick(shops) };
    await buy(world, { ...wish, amountFen, choice: aChoice(world) });
  },
};
