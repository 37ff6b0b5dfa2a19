// People claim coupons of a campaign, alone or many at once, and one of them the same one again.
import type { Action } from '../world/action';
import { said } from '../world/shopping';

/** Some come too late. */
const LATE_MS = 3_600_000;

export const action: Action = {
  weight: 12,
  async run(world) {
    const { chance, town, campaigns } = world;
    const known = campaigns.filter(
      ({ isClaimed, endsAt }) => isClaimed && endsAt > world.now - LATE_MS,
    );
    if (known.length === 0) return;
    const { id: campaignId } = chance.pick(known.slice(-4));
    const count = chance.pick([1, 1, 6]);
    const asked = Array.from({ length: count }, () => ({
      person: chance.pick(town.people),
      requestId: world.newRequestId(),
    }));
    const answers = await Promise.all(
      asked.map(({ person, requestId }) =>
        world.ask(person, ['campaigns', 'claim'], { requestId, campaignId }),
      ),
    );
    world.say(`${count} claim of ${campaignId}: ${answers.map(said).join(', ')}`);
    const [first, answer] = [asked[0], answers[0]];
    if (first === undefined || answer?.ok !== true) return;
    const { person, requestId } = first;
    const again = await world.ask(person, ['campaigns', 'claim'], { requestId, campaignId });
    if (again !== undefined && (!again.ok || again.value.lot.id !== answer.value.lot.id)) {
      world.find('once', `${requestId} is ${answer.value.lot.id}, and then ${said(again)}`);
    }
  },
};
