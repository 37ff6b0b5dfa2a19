// People look: wallet, statement, orders. Looking writes nothing. An instance that died may still have
// a commit on its way then, so what nobody else writes alone is what must not come.
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
    const grown = after.journal.slice(before.journal.length);
    const isTouch = ({ kind, payer }: (typeof grown)[number]): boolean =>
      payer === person.account && (kind === 'collect' || kind === 'expire');
    if (grown.length > 0 && grown.every(isTouch)) {
      world.find('looking-writes-nothing', `${person.openid} looked, and the journal grew`);
    }
  },
};
