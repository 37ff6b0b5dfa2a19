// Somebody takes coupons before their dividend: within the limit, or more than that.
import type { Action } from '../world/action';
import { said } from '../world/shopping';

export const action: Action = {
  weight: 8,
  async run(world) {
    const { chance, town } = world;
    const person = chance.pick(town.people);
    const shown = await world.ask(person, ['wallet', 'advance'], {});
    if (shown?.ok !== true) return;
    const { limitFen } = shown.value;
    const amountFen = Math.max(1, Math.ceil(limitFen * chance.pick([0.3, 1, 1, 1.5])));
    const requestId = world.newRequestId();
    const take = () => world.ask(person, ['wallet', 'takeAdvance'], { requestId, amountFen });
    const answers = await Promise.all(Array.from({ length: chance.pick([1, 3]) }, take));
    world.say(`${person.openid} takes ${amountFen} of ${limitFen} early: ${said(answers[0])}`);
  },
};
