// Somebody spends all coupons, on a bill that they pay in full.
import type { Action } from '../world/action';
import { buy } from '../world/shopping';

export const action: Action = {
  weight: 7,
  async run(world) {
    const person = world.chance.pick(world.town.people);
    const wallet = await world.ask(person, ['wallet', 'summary'], {});
    if (wallet?.ok !== true) return;
    const balanceFen = wallet.value.lots.reduce((sum, lot) => sum + lot.balanceFen, 0);
    const shop = world.chance.pick(world.town.shops);
    const amountFen = Math.min(Math.max(1, balanceFen), 100_000_000);
    await buy(world, { person, shop, amountFen, choice: 'best' });
  },
};
