// Somebody comes through a shop's code: the first visit makes a fan, an entry code says who brought
// the visit; people choose another shop, or none.
import type { Action } from '../world/action';

export const action: Action = {
  weight: 8,
  async run(world) {
    const { chance, town } = world;
    const person = chance.pick(town.people);
    const { code: merchantCode } = chance.pick(town.shops);
    if (chance.is(0.15)) {
      const chosen = chance.is(0.4) ? null : merchantCode;
      await world.ask(person, ['account', 'setFan'], { merchantCode: chosen });
      return;
    }
    const by = chance.pick(['shop-code', 'entry-code'] as const);
    await world.ask(person, ['account', 'visit'], { merchantCode, by });
  },
};
