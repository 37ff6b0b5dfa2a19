// Random histories of an alliance with coupons of every fund.
import fc from 'fast-check';
import type { Campaign, CampaignTerms } from '../../src/domain/campaigns/campaign';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { DAY, SECOND } from '../../src/domain/time';
import { finish, people, shop, shops, step, take, who, type Step } from './alliance-steps';
import type { FundsWorld } from './funds-world';
import type { Shop } from './ledger-world';

export type FundStep =
  | Step
  | { do: 'open'; campaign: number }
  | { do: 'claim'; who: number; campaign: number }
  | { do: 'close-campaigns' }
  | { do: 'pay-held' }
  | { do: 'visit'; who: number; shop: number; by: 'shop-code' | 'entry-code' }
  | { do: 'leave-fan'; who: number }
  | { do: 'advance'; who: number; part: number }
  | { do: 'shop-buys'; shop: number; at: number; amountFen: number };

const named = (id: string) => ({ id, code: id, name: id });
const [high, low] = [named('m-high'), named('m-low')];
/** Shops at which other shops buy. */
const SUPPLIERS = [0, 1, 2];

const anywhere: Pick<CampaignTerms, 'scope' | 'channels' | 'minSpendFen' | 'maxShareBps'> = {
  scope: { kind: 'alliance' },
  channels: ['counter', 'mall'],
  minSpendFen: fen(0),
  maxShareBps: basisPoints(10_000),
};
const atHigh = {
  ...anywhere,
  scope: { kind: 'merchants' as const, merchants: [high] },
  maxShareBps: basisPoints(9000),
};

type Plan = Omit<
  Campaign,
  'id' | 'name' | 'siteId' | 'startsAt' | 'endsAt' | 'isStopped' | 'terms'
> & {
  readonly terms: Omit<CampaignTerms, 'validDays' | 'validUntil'>;
};

const count = { total: 3, perPerson: 2 };
const plans: readonly Plan[] = [
  {
    ...{ ...count, kind: 'claim', fundedBy: 'activity', shops: [] },
    terms: { ...anywhere, benefit: { kind: 'balance', faceFen: fen(500) } },
  },
  {
    ...{ ...count, kind: 'claim', fundedBy: 'issuer', issuer: low, shops: [high, low] },
    terms: { ...anywhere, minSpendFen: fen(300), benefit: { kind: 'money-off', offFen: fen(200) } },
  },
  {
    ...{ ...count, kind: 'claim', fundedBy: 'activity', shops: [] },
    terms: {
      ...anywhere,
      maxShareBps: basisPoints(5000),
      benefit: { kind: 'percentage', offBps: basisPoints(1200), ceilingFen: fen(1000) },
    },
  },
  {
    ...{ ...count, kind: 'claim', fundedBy: 'issuer', issuer: high, shops: [high] },
    terms: { ...anywhere, benefit: { kind: 'free-delivery', ceilingFen: fen(300) } },
  },
  {
    ...{ ...count, kind: 'claim', fundedBy: 'acceptor', shops: [high] },
    terms: { ...atHigh, benefit: { kind: 'balance', faceFen: fen(400) } },
  },
  {
    ...{ ...count, kind: 'win-back', awayDays: 1, fundedBy: 'acceptor', shops: [high] },
    terms: { ...atHigh, minSpendFen: fen(900), benefit: { kind: 'money-off', offFen: fen(800) } },
  },
  {
    ...{ ...count, kind: 'automatic', fundedBy: 'acceptor', shops: [high] },
    terms: {
      ...atHigh,
      benefit: { kind: 'percentage', offBps: basisPoints(1000), ceilingFen: fen(5000) },
    },
  },
  {
    ...{ ...count, kind: 'spend-back', fundedBy: 'acceptor', shops: [high] },
    spendBack: { backBps: basisPoints(2000), ceilingFen: fen(700) },
    terms: { ...atHigh, benefit: { kind: 'balance', faceFen: fen(700) } },
  },
];

const campaign = fc.nat(plans.length - 1);
const small = fc.integer({ min: 1, max: 30_000 });
export const fundStep: fc.Arbitrary<FundStep> = fc.oneof(
  { weight: 12, arbitrary: step },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), campaign }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const), who, campaign }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close-campaigns' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay-held' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      who,
      shop,
      amountFen: small,
      useCoupons: fc.constant(true),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('visit' as const),
      who,
      shop,
      by: fc.constantFrom('shop-code' as const, 'entry-code' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave-fan' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      who,
      part: fc.constantFrom(1, 0.5, 0.01),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('shop-buys' as const),
      shop,
      at: fc.constantFrom(...SUPPLIERS),
      amountFen: small,
    }),
  },
);

const NO_SHOP: Shop = { id: '', rateBps: 300 };

export function takeStep(world: FundsWorld, it: FundStep): void {
  const person = 'who' in it ? (people[it.who] ?? '') : '';
  const place = 'shop' in it ? (shops[it.shop] ?? NO_SHOP) : NO_SHOP;
  switch (it.do) {
    case 'open':
      openPlan(world, it.campaign);
      return;
    case 'claim': {
      const opened = world.campaigns.filter(({ name }) => name === String(it.campaign));
      const last = opened[opened.length - 1];
      if (last !== undefined) world.claim(person, last);
      return;
    }
    case 'close-campaigns':
      world.closeCampaigns();
      return;
    case 'pay-held': {
      const open = world.orders.find(({ state }) => state === 'placed');
      if (open !== undefined) world.settle(open);
      return;
    }
    case 'visit':
      world.visit(person, { shop: place, by: it.by });
      return;
    case 'leave-fan':
      world.leaveFan(person);
      return;
    case 'advance':
      world.takeAdvance(person, it.part);
      return;
    case 'shop-buys': {
      const at = shops[it.at] ?? NO_SHOP;
      const { amountFen } = it;
      if (at !== place) world.pay({ payer: place.id, shop: at, amountFen, useCoupons: true });
      return;
    }
    default:
      take(world, it);
  }
}

/** From now for 20 days; its coupons live for 5 days, none longer than 25. */
function openPlan(world: FundsWorld, index: number): void {
  const plan = plans[index];
  if (plan === undefined) return;
  const { now } = world;
  world.open({
    ...plan,
    ...{ id: `c-${index}-${world.campaigns.length}`, name: String(index), siteId: 'hangzhou' },
    ...{ startsAt: now, endsAt: now + 20 * DAY, isStopped: false },
    terms: { ...plan.terms, validDays: 5, validUntil: now + 25 * DAY },
  });
}

/** Everybody has bought, is a fan, and has coupons; shops have earned, and a campaign runs. */
export function begin(world: FundsWorld): void {
  for (const [index, payer] of people.entries()) {
    const shop = shops[index] ?? NO_SHOP;
    world.visit(payer, { shop, by: 'shop-code' });
    world.pay({ payer, shop: shops[0] ?? NO_SHOP, amountFen: 100_000_00 });
  }
  world.advance(10 * DAY);
  for (let run = 0; run < 3; run += 1) {
    world.runTimer();
    world.advance(10 * SECOND);
  }
  for (const { id } of shops) world.settleShop(id);
  for (const index of plans.keys()) openPlan(world, index);
}

/** Everything is declared, settled and closed. */
export function finishFunds(world: FundsWorld): void {
  finish(world);
  world.closeCampaigns();
}
