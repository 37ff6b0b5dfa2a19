// An order is left as it is, or its payer hesitates and pays minutes later.
import type { Action } from '../world/action';
import { aChoice, anAmount, pay, place } from '../world/shopping';

export const action: Action = {
  weight: 5,
  async run(world) {
    const { chance, town } = world;
    const wish = { person: chance.pick(town.people), shop: chance.pick(town.shops) };
    const bill = await place(world, {
      ...{ ...wish, amountFen: anAmount(world), choice: aChoice(world) },
    });
    if (bill === undefined || chance.is(0.5)) return;
    await world.wait(chance.whole(30, 14 * 60));
    await world.ask(bill.person, ['orders', 'pay'], { orderId: bill.orderId });
    await pay(world, bill, chance.pick(['pay', 'pay-lose-reply']));
  },
};
