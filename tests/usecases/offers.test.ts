// Many coupons on one bill: each is used once whoever asks at once, and the requests stay few.
import { randomUUID } from 'node:crypto';
import type { CampaignView } from '../../src/contracts/campaigns';
import { DAY } from '../../src/domain/time';
import { accountOf } from '../../src/wxcloud/identity';
import { auditOf, earn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { lin, MONDAY_MORNING, noodleShop } from '../support/fixture';
import { named, openCampaign, type Opening } from '../support/opening';

const desk = 'test-desk';
const atNoodles = {
  shopCodes: [noodleShop.code],
  scope: { kind: 'merchants' as const, merchants: [named(noodleShop)] },
};
let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud({ operators: accountOf(desk) });
});

afterEach(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

const call = () => cloud.callAs(lin);
const bill = { merchantCode: noodleShop.code, amountFen: 120_00 };
const quote = async () => valueOf(await call()('orders', 'quote', bill));
const place = (uses: readonly { lotId: string; amountFen: number }[]) =>
  call()('orders', 'place', { requestId: randomUUID(), ...bill, uses: [...uses] });

function openTenthOff(wishes: Partial<Opening> = {}): Promise<CampaignView> {
  return openCampaign(cloud, {
    as: desk,
    name: '九折',
    ...atNoodles,
    kind: 'automatic',
    minSpendFen: 0,
    benefit: { kind: 'percentage', offBps: 1000, ceilingFen: 20_00 },
    ...wishes,
  });
}

/** Coupons of a dividend, ten yuan off by the platform, and a tenth off at noodles. */
async function fillWallet(): Promise<void> {
  await earn(cloud, lin);
  await openTenthOff();
  const activity = await openCampaign(cloud, {
    as: desk,
    fundedBy: 'activity',
    total: 1,
    shopCodes: [],
    scope: { kind: 'alliance' },
  });
  const joint = await openCampaign(cloud, { as: desk });
  for (const { id: campaignId } of [activity, joint]) {
    valueOf(await call()('campaigns', 'claim', { requestId: randomUUID(), campaignId }));
  }
}

/** Requests of a function while `act` runs. */
async function requestsOf(name: string, act: () => Promise<unknown>): Promise<number> {
  cloud.cloud.resetStats();
  await act();
  return cloud.cloud.stats().functions[name]?.requests ?? 0;
}

test('five orders at once on the same coupons: each coupon pays one of them', async () => {
  await fillWallet();
  const { uses } = await quote();
  const kinds = uses.map(({ lotId }) => lotId.replace(/\..*/, '').slice(0, 2));
  expect(kinds.sort()).toEqual(['c-', 'c-', 'di']);
  const answers = await Promise.all(Array.from({ length: 5 }, () => place(uses)));
  const placed = answers.filter(({ ok }) => ok);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
  expect(placed).toHaveLength(1);
  expect(refused).toEqual(Array(4).fill('lot-insufficient'));
});

test('a wallet of every kind: quote 3, place 8, post 9, claim 8', async () => {
  await fillWallet();
  const { uses } = await quote();
  expect(await requestsOf('orders', quote)).toBe(3);
  let prepayId = '';
  let orderId = '';
  expect(
    await requestsOf('orders', async () => {
      const placed = valueOf(await place(uses));
      prepayId = placed.payment?.prepayId ?? '';
      orderId = placed.order.id;
    }),
  ).toBeLessThanOrEqual(8);
  const post = async (): Promise<void> => {
    await cloud.pay({ openid: lin, prepayId });
    await cloud.waitForOrder({ openid: lin, orderId, state: 'completed' });
  };
  expect(await requestsOf('payments', post)).toBeLessThanOrEqual(9);
  const { id: campaignId } = await openCampaign(cloud, { as: desk });
  const claim = () => call()('campaigns', 'claim', { requestId: randomUUID(), campaignId });
  expect(await requestsOf('campaigns', claim)).toBe(8);
  expect(await requestsOf('wallet', () => call()('wallet', 'summary', {}))).toBe(2);
});

test('what a person switches off stays off, and what is set is taken exactly', async () => {
  await fillWallet();
  const best = await quote();
  const activity = best.lots.find(({ lot }) => lot.fundedBy === 'activity')?.lot.id ?? '';
  const dividend = best.lots.find(({ lot }) => lot.fundedBy === 'dividend')?.lot.id ?? '';
  const choice = { off: [activity], fixed: [{ lotId: dividend, amountFen: 30 }] };
  const own = valueOf(await call()('orders', 'quote', { ...bill, choice }));
  expect(own.uses.map(({ lotId }) => lotId)).not.toContain(activity);
  expect(own.uses).toContainEqual({ lotId: dividend, amountFen: 30 });
  expect(own.bill).toMatchObject({ totalFen: 120_00, couponFen: 30 });
  const { order } = valueOf(await place(own.uses));
  expect(order.bill).toEqual(own.bill);
});

test('an offer that is wanted is taken also where balance pays all of the bill', async () => {
  await earn(cloud, lin);
  const lastDay = Date.parse(MONDAY_MORNING) + 800 * DAY;
  await openTenthOff({ endsAt: lastDay, validUntil: lastDay });
  const small = { ...bill, amountFen: 40 };
  const best = valueOf(await call()('orders', 'quote', small));
  expect(best.bill).toMatchObject({ discountFen: 0, couponFen: 40, cashFen: 0 });
  const tenth = best.lots.find(({ lot }) => lot.name === '九折')?.lot.id ?? '';
  const choice = { off: [], fixed: [{ lotId: tenth, amountFen: 4 }] };
  const own = valueOf(await call()('orders', 'quote', { ...small, choice }));
  expect(own.uses).toContainEqual({ lotId: tenth, amountFen: 4 });
  expect(own.bill).toMatchObject({ discountFen: 4, couponFen: 36, cashFen: 0 });
});

test('two shop offers do not go together, whatever a client sends', async () => {
  await fillWallet();
  const { lots } = await quote();
  const ofShop = lots.filter(({ stacking }) => stacking === 'shop-offer');
  expect(ofShop).toHaveLength(2);
  const uses = ofShop.map(({ lot, usableFen }) => ({ lotId: lot.id, amountFen: usableFen }));
  expect(await place(uses)).toMatchObject({ error: { code: 'not-together' } });
  const greedy = ofShop.slice(0, 1).map(({ lot, usableFen }) => ({
    ...{ lotId: lot.id, amountFen: usableFen + 1 },
  }));
  expect(await place(greedy)).toMatchObject({ error: { code: 'lot-insufficient' } });
});

test('an offer that an order gave up comes back whole and pays the next one', async () => {
  await fillWallet();
  const { uses } = await quote();
  const { order } = valueOf(await place(uses));
  expect((await quote()).uses).not.toEqual(uses);
  valueOf(await call()('orders', 'cancel', { orderId: order.id }));
  expect((await quote()).uses).toEqual(uses);
});

test('an order that holds nothing but what its shop bears gives it back, too', async () => {
  const { id: campaignId } = await openCampaign(cloud, { as: desk });
  valueOf(await call()('campaigns', 'claim', { requestId: randomUUID(), campaignId }));
  const { uses, bill: quoted } = await quote();
  expect(quoted).toMatchObject({ discountFen: 10_00, couponFen: 0 });
  valueOf(await place(uses));
  await cloud.advanceClock(20 * 60);
  await cloud.runTimer('payments-sweep');
  expect(await quote()).toMatchObject({ uses, bill: quoted });
  expect(valueOf(await call()('wallet', 'summary', {})).heldFen).toBe(0);
});
