// Eight refunds of one bill at once: the same request, or eight of them that are more than the bill.
import type { Action } from '../world/action';
import { giveBack, refundable, whoMay } from '../world/giving-back';
import { said } from '../world/shopping';

export const action: Action = {
  weight: 2,
  async run(world) {
    const { chance } = world;
    const orders = refundable(world);
    if (orders.length === 0) return;
    const order = chance.pick(orders);
    const { bill, refundedFen } = order;
    const left = bill.amountFen - refundedFen;
    const by = whoMay(world, order);
    const amountFen = Math.max(1, chance.pick([left, Math.ceil(left / 3)]));
    const one = world.newRequestId();
    const isSame = chance.is(0.5);
    const requests = Array.from({ length: 8 }, () => (isSame ? one : world.newRequestId()));
    await Promise.all(
      requests.map((requestId) => giveBack(world, { by, order, amountFen, requestId })),
    );
    if (!isSame) return;
    const again = await giveBack(world, { by, order, amountFen, requestId: one });
    if (again?.ok === false && again.error.code !== 'request-id-reused') return;
    const other = { by, order, amountFen: amountFen + 1, requestId: one };
    const refused = await giveBack(world, other);
    if (refused?.ok === true && again?.ok === true) {
      world.find('once', `${one} gave ${amountFen} back and then ${said(refused)}`);
    }
  },
};
