// A shop gives a bill back, in full or in part, once or several times.
import type { Action } from '../world/action';
import { giveBack, refundable, whoMay } from '../world/giving-back';

export const action: Action = {
  weight: 10,
  async run(world) {
    const { chance } = world;
    const orders = refundable(world);
    if (orders.length === 0) return;
    const order = chance.pick(orders);
    const by = whoMay(world, order);
    for (let times = chance.pick([1, 1, 1, 2, 4]); times > 0; times -= 1) {
      const left = order.bill.amountFen - order.refundedFen;
      const amountFen = chance.pick([left, left, 1, Math.ceil(left / 2), Math.ceil(left / 7)]);
      const requestId = world.newRequestId();
      await giveBack(world, { by, order, amountFen, requestId });
    }
  },
};
