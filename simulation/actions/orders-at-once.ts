// One person places several orders at once on the same coupons: what is held is held once.
import type { Action } from '../world/action';
import { place, pay } from '../world/shopping';

export const action: Action = {
  weight: 5,
  async run(world) {
    const { chance, town } = world;
    const person = chance.pick(town.people);
    const shop = chance.pick(town.shops);
    const amountFen = chance.size(5_00, 500_00);
    const quote = await world.ask(person, ['orders', 'quote'], {
      merchantCode: shop.code,
      amountFen,
    });
    const uses = quote?.ok === true ? quote.value.uses : [];
    const count = chance.whole(2, 5);
    const wish = { person, shop, amountFen, uses };
    const bills = await Promise.all(Array.from({ length: count }, () => place(world, wish)));
    await Promise.all(
      bills.map(async (bill) => (bill === undefined ? undefined : pay(world, bill))),
    );
  },
};
