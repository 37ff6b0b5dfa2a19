// The same request again, one after the other and all at once, and another bill under its id.
import type { Action } from '../world/action';
import { aChoice, anAmount, pay, place, said } from '../world/shopping';

export const action: Action = {
  weight: 5,
  async run(world) {
    const { chance, town } = world;
    const person = chance.pick(town.people);
    const shop = chance.pick(town.shops);
    const bill = await place(world, {
      ...{ person, shop, amountFen: anAmount(world), choice: aChoice(world) },
    });
    if (bill === undefined) return;
    if (chance.is(0.5)) await pay(world, bill);
    const again = Array.from({ length: chance.pick([1, 1, 8]) }, () => place(world, bill));
    for (const same of await Promise.all(again)) {
      if (same !== undefined && same.orderId !== bill.orderId) {
        world.find('once', `${bill.requestId} is ${bill.orderId} and ${same.orderId}`);
      }
    }
    const { requestId, uses } = bill;
    const other = { requestId, merchantCode: shop.code, amountFen: bill.amountFen + 1 };
    const answer = await world.ask(person, ['orders', 'place'], { ...other, uses: [...uses] });
    const isRefused =
      answer === undefined || (!answer.ok && answer.error.code === 'request-id-reused');
    if (!isRefused) world.find('once', `${requestId} with another bill: ${said(answer)}`);
    if (chance.is(0.5)) await pay(world, bill);
  },
};
