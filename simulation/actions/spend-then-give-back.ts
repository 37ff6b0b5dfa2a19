// Accomplices: a large bill releases coupons, they are spent at once, and the shop gives the bill back.
import type { Action } from '../world/action';
import { giveBack, whoMay } from '../world/giving-back';
import { buy } from '../world/shopping';

const DAY_SECONDS = 86_400;

export const action: Action = {
  weight: 3,
  async run(world) {
    const { chance, town } = world;
    const own = town.shops.filter(({ rebateCollection }) => rebateCollection === 'own');
    const shop = chance.pick(own);
    const person = chance.pick(town.people.filter(({ account }) => !shop.staff.includes(account)));
    const amountFen = chance.size(2_000_00, 50_000_00);
    const bill = await buy(world, { person, shop, amountFen, choice: 'none' });
    if (bill === undefined) return;
    for (let days = chance.pick([0, 1, 3]); days > 0; days -= 1) await world.wait(DAY_SECONDS);
    await world.wait(180);
    await world.wait(60);
    const wallet = await world.ask(person, ['wallet', 'summary'], {});
    const lots = wallet?.ok === true ? wallet.value.lots : [];
    const balanceFen = lots.reduce((sum, lot) => sum + lot.balanceFen, 0);
    if (balanceFen > 0) {
      const spent = Math.ceil(balanceFen * chance.pick([0.4, 0.8, 1]));
      await buy(world, { person, shop: chance.pick(town.shops), amountFen: spent, choice: 'best' });
    }
    const order = world.look().orders.find(({ _id }) => _id === bill.orderId);
    if (order === undefined) return;
    const by = whoMay(world, order);
    const requestId = world.newRequestId();
    await giveBack(world, { by, order, amountFen, requestId });
  },
};
