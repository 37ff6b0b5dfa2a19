// Timers come more than once, and all at the same moment.
import type { Action } from '../world/action';

const timers = ['dividends', 'merchant-accounts', 'figures', 'payments-sweep', 'shipping-reports'];

export const action: Action = {
  weight: 5,
  async run(world) {
    const { chance } = world;
    await Promise.all(
      timers
        .filter(() => chance.is(0.6))
        .map((name) => world.runTimer(name, chance.pick([1, 2, 3]))),
    );
  },
};
