// People look: wallet, statement, orders. Looking writes nothing.
import type { Action } from '../world/action';

export const action: Action = {
  weight: 4,
  async run(world) {
    const person = world.chance.pick(world.town.people);
    await world.settle();
    const before = world.look();
    await Promise.all([
      world.ask(person, ['wallet', 'summary'], {}),
      world.ask(person, ['wallet', 'statement'], {}),
      world.ask(person, ['orders', 'list'], {}),
    ]);
    const after = world.look();
    if (after.journal.length !== before.journal.length) {
      world.find('looking-writes-nothing', `${person.openid} looked, and the journal grew`);
    }
  },
};
