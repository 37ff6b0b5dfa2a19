// The payer gives an order up, and sometimes pays in the window that was still open.
import type { Action } from '../world/action';
import { aChoice, anAmount, pay, place } from '../world/shopping';

export const action: Action = {
  weight: 6,
  async run(world) {
    const { chance, town } = world;
    const wish = { person: chance.pick(town.people), shop: chance.pick(town.shops) };
    const bill = await place(world, {
      ...{ ...wish, amountFen: anAmount(world), choice: aChoice(world) },
    });
    if (bill === undefined) return;
    if (chance.is(0.2)) await world.wait(chance.whole(1, 20 * 60));
    const { person, orderId } = bill;
    const cancel = () => world.ask(person, ['orders', 'cancel'], { orderId });
    await (chance.is(0.2) ? Promise.all([cancel(), cancel(), pay(world, bill)]) : cancel());
    world.say(`${person.openid} gives ${orderId} up`);
    if (chance.is(0.5)) await pay(world, bill);
  },
};
