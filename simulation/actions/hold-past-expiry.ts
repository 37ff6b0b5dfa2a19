// Just before somebody's coupons end, an order holds them; afterwards it is paid, cancelled or left.
import type { Action } from '../world/action';
import { pay, place } from '../world/shopping';

export const action: Action = {
  weight: 2,
  async run(world) {
    const { chance, town } = world;
    const { accounts } = world.look();
    const holders = town.people.flatMap((person) => {
      const lots = accounts.find(({ _id }) => _id === person.account)?.lots ?? [];
      const ends = lots
        .filter(({ balanceFen }) => balanceFen > 0)
        .map(({ expiresAt }) => expiresAt);
      return ends.length === 0 ? [] : [{ person, endsAt: Math.min(...ends) }];
    });
    if (holders.length === 0) return;
    const { person, endsAt } = chance.pick(holders);
    const minutes = chance.whole(1, 12);
    const seconds = (endsAt - world.now) / 1000 - minutes * 60;
    if (seconds > 0) await world.wait(seconds);
    const amountFen = chance.size(1_00, 300_00);
    const bill = await place(world, { person, shop: chance.pick(town.shops), amountFen });
    if (bill === undefined) return;
    await world.wait(minutes * 60 + chance.whole(0, 120));
    const { orderId } = bill;
    if (chance.is(0.3)) await world.ask(person, ['orders', 'cancel'], { orderId });
    else if (chance.is(0.5)) await pay(world, bill);
  },
};
