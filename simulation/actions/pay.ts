// Somebody pays a bill at a counter.
import type { Action } from '../world/action';
import { aChoice, anAmount, buy } from '../world/shopping';

export const action: Action = {
  weight: 30,
  async run(world) {
    const { people, shops } = world.town;
    const wish = { person: world.chance.pick(people), shop: world.chance.pick(shops) };
    await buy(world, { ...wish, amountFen: anAmount(world), choice: aChoice(world) });
  },
};
