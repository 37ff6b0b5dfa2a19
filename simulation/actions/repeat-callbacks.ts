// WeChat tells of an old payment again, several times at once.
import type { Action } from '../world/action';

export const action: Action = {
  weight: 4,
  async run(world) {
    const paid = new Set(
      world.look().orders.flatMap(({ _id, paidAt }) => (paidAt === undefined ? [] : [_id])),
    );
    const bills = world.bills.filter(
      ({ orderId, prepayId }) => prepayId !== undefined && paid.has(orderId),
    );
    if (bills.length === 0) return;
    const { prepayId = '', orderId } = world.chance.pick(bills);
    world.say(`WeChat tells of ${orderId} again`);
    await world.repeatCallback(prepayId, world.chance.whole(1, 3));
  },
};
