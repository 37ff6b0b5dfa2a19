// The platform opens a campaign: coupons to claim, offers of a shop, coupons that a bill gives back;
// paid for by the platform, by a shop for others, or by each shop for itself.
import type { campaignsContract } from '../../src/contracts/campaigns';
import type { Input } from '../../src/contracts/contract';
import type { Action } from '../world/action';
import { said } from '../world/shopping';
import type { World } from '../world/world';

const DAY_MS = 86_400_000;
type Opening = Input<typeof campaignsContract, 'open'>;

export const action: Action = {
  weight: 6,
  async run(world) {
    const operator = world.chance.pick(world.town.operators);
    const opening = anOpening(world);
    const answer = await world.ask(operator, ['campaigns', 'open'], opening);
    world.say(`campaign ${JSON.stringify(opening)}: ${said(answer)}`);
    if (answer?.ok === true) {
      const { id, kind, endsAt } = answer.value.campaign;
      world.campaigns.push({ id, endsAt, isClaimed: kind === 'claim' || kind === 'win-back' });
    }
    if (world.campaigns.length === 0 || !world.chance.is(0.15)) return;
    const { id: campaignId } = world.chance.pick(world.campaigns);
    await world.ask(operator, ['campaigns', 'stop'], { campaignId });
  },
};

function anOpening(world: World): Opening {
  const { chance, town, now } = world;
  const fundedBy = chance.pick(['activity', 'issuer', 'acceptor', 'acceptor'] as const);
  const kind =
    fundedBy === 'acceptor'
      ? chance.pick(['claim', 'automatic', 'spend-back', 'win-back'] as const)
      : chance.pick(['claim', 'win-back'] as const);
  const shops = town.shops.filter(() => chance.is(0.4)).slice(0, 4);
  const here = shops.length === 0 ? [chance.pick(town.shops)] : shops;
  const merchants = here.map(({ id, code, name }) => ({ id, code, name }));
  const endsAt = now + chance.whole(1, 40) * DAY_MS;
  const minSpendFen = chance.pick([5_00, 20_00, 100_00]);
  return {
    requestId: world.newRequestId(),
    name: '满减',
    ...{ kind, fundedBy, minSpendFen },
    benefit: aBenefit(world, { kind, minSpendFen }),
    scope: fundedBy === 'acceptor' ? { kind: 'merchants', merchants } : aScope(world, merchants),
    channels: ['counter', 'mall'],
    maxShareBps: chance.pick([1000, 5000, 9000]),
    ...(chance.is(0.25) ? { windows: [aWindow(world)] } : {}),
    validDays: chance.whole(1, 20),
    validUntil: endsAt + chance.whole(0, 20) * DAY_MS,
    startsAt: now - 60_000,
    endsAt,
    total: chance.pick([1, 3, 40, 40]),
    perPerson: chance.pick([1, 1, 2]),
    siteId: chance.pick(town.sites).id,
    shopCodes: here.map(({ code }) => code),
    ...(fundedBy === 'issuer' ? { issuerCode: chance.pick(town.shops).code } : {}),
    ...(kind === 'spend-back'
      ? { spendBack: { backBps: chance.whole(100, 3000), ceilingFen: chance.size(1_00, 50_00) } }
      : {}),
    ...(kind === 'win-back' ? { awayDays: chance.whole(1, 5) } : {}),
  };
}

type Scope = Opening['scope'];

function aScope(
  { chance, town }: World,
  merchants: Extract<Scope, { kind: 'merchants' }>['merchants'],
): Scope {
  return chance.pick<Scope>([
    { kind: 'alliance' },
    { kind: 'merchants', merchants },
    { kind: 'category', category: chance.pick(town.shops).category },
    { kind: 'site', siteId: chance.pick(town.sites).id },
  ]);
}

/** Some hours of some days. */
function aWindow({ chance }: World): NonNullable<Opening['windows']>[number] {
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => chance.is(0.6));
  return {
    weekdays: weekdays.length === 0 ? [7] : weekdays,
    fromMinute: chance.pick([0, 570, 840]),
    untilMinute: chance.pick([900, 1230, 1440]),
  };
}

function aBenefit(
  { chance }: World,
  { kind, minSpendFen }: Pick<Opening, 'kind' | 'minSpendFen'>,
): Opening['benefit'] {
  const balance = { kind: 'balance', faceFen: chance.size(1_00, 50_00) } as const;
  if (kind === 'spend-back') return balance;
  if (chance.is(0.1)) return { kind: 'free-delivery', ceilingFen: chance.size(1_00, 10_00) };
  const offer = chance.pick([
    { kind: 'money-off', offFen: Math.min(minSpendFen, chance.size(1_00, 30_00)) },
    { kind: 'percentage', offBps: chance.whole(100, 5000), ceilingFen: chance.size(1_00, 80_00) },
  ] as const);
  return kind === 'automatic' || chance.is(0.6) ? offer : balance;
}
