// The simulation can fail: each rule that is broken on purpose is found within some simulated days.
import { firstHalf } from './sim/broken-rules';
import { findBrokenRule } from './sim/find-broken-rule';

test.each(firstHalf)(
  'finds it when $name',
  async (broken) => {
    const found = await findBrokenRule(broken);
    expect(found.map(({ rule }) => rule)).toContain(broken.finding);
  },
  300_000,
);
