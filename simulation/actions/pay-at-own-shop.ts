// Owner or staff pay at their own shop, where nobody earns.
import type { Action } from '../world/action';
import { aChoice, anAmount, buy } from '../world/shopping';

export const action: Action = {
  weight: 4,
  async run(world) {
    const { people, shops } = world.town;
    const shop = world.chance.pick(shops);
    const staff = people.filter(({ account }) => shop.staff.includes(account));
    const person = world.chance.pick(staff);
    await buy(world, { person, shop, amountFen: anAmount(world), choice: aChoice(world) });
  },
};
