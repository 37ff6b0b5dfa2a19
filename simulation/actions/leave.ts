// Somebody closes the account, after having seen what is given up; later visits begin anew.
import type { Action } from '../world/action';
import { said } from '../world/shopping';

export const action: Action = {
  weight: 2,
  async run(world) {
    const person = world.chance.pick(world.town.people);
    const wallet = await world.ask(person, ['wallet', 'summary'], {});
    if (wallet?.ok !== true) return;
    const { balanceFen, lots, points, maturing } = wallet.value;
    const offers = lots.filter(({ benefit }) => benefit !== undefined).length;
    const all = maturing.reduce((sum, each) => sum + each.points, points);
    const shown = { balanceFen, offers, points: all };
    const answer = await world.ask(person, ['account', 'leave'], shown);
    world.say(`${person.openid} leaves: ${said(answer)}`);
  },
};
