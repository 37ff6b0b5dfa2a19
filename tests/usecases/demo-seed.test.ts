import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planHistory } from '../../demo/history';
import { DEMO_MERCHANTS } from '../../demo/merchants';
import { DEMO_SITES } from '../../demo/sites';
import { seedDemo } from '../../demo/seed';
import { startProductCloud } from '../../scripts/cloud/product-cloud';
import type { LocalCloud } from '../../src/localcloud';
import { CloudClient, valueOf } from '../support/cloud-client';

const NOON = '2026-11-21T04:00:00.000Z';
const dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
let cloud: LocalCloud;
let client: CloudClient;

beforeAll(async () => {
  await seedDemo({ dataDir, startCloud: startProductCloud, now: Date.parse(NOON) });
  cloud = await startProductCloud({ port: 0, dataDir, policy: 'demo', clock: NOON, control: true });
  client = new CloudClient(cloud);
}, 180_000);
afterAll(async () => {
  await cloud.close();
  rmSync(dataDir, { recursive: true });
});

const walletOf = async (openid: string) =>
  valueOf(await client.callAs(openid)('wallet', 'summary', {}));
const ordersOf = async (openid: string) =>
  valueOf(await client.callAs(openid)('orders', 'list', {})).orders;

it('lets everybody find both cities and the shops around', async () => {
  const call = client.callAs('demo-zhou');
  expect(valueOf(await call('nearby', 'sites', {})).sites).toHaveLength(2);
  for (const { id, position } of DEMO_SITES) {
    const found = valueOf(await call('nearby', 'merchants', { position, radiusMetres: 4000 }));
    expect(found.site?.id).toBe(id);
    const shown = DEMO_MERCHANTS.filter(({ siteId, state }) => siteId === id && state !== 'left');
    expect(found.merchants.length).toBeGreaterThanOrEqual(shown.length - 1);
  }
});

it('has paid every purchase of the plan', async () => {
  const planned = planHistory(Date.parse(NOON)).filter(({ openid }) => openid === 'demo-xu');
  const { paidOrders, points } = await walletOf('demo-xu');
  expect(paidOrders).toBe(planned.length);
  expect(points).toBeGreaterThan(10_000);
});

it('leaves the regular with coupons of two months, some of them held by an open bill', async () => {
  const { lots, heldFen, savedFen, balanceFen } = await walletOf('demo-lin');
  const dividends = lots.filter(({ source }) => source === 'dividend');
  expect(dividends.map(({ id }) => id)).toEqual(['dividend-2027-10', 'dividend-2027-11']);
  expect(balanceFen).toBeGreaterThan(200);
  expect(heldFen).toBeGreaterThan(0);
  expect(savedFen).toBeGreaterThan(0);
});

it('leaves the regular with two offers that were claimed, and what fruit gave back', async () => {
  const { lots } = await walletOf('demo-lin');
  const ofCampaigns = lots.filter(({ source }) => source === 'campaign');
  expect(ofCampaigns.map(({ name, balanceFen }) => `${name ?? ''} ${balanceFen}`).sort()).toEqual([
    '买水果返券 420',
    '杭州城西开城礼 2000',
    '翠苑三家联合券 500',
  ]);
});

it('shows campaigns of each kind in Hangzhou, and one in Shanghai', async () => {
  const call = client.callAs('demo-zhou');
  const kindsOf = async (siteId: string) =>
    valueOf(await call('campaigns', 'list', { siteId })).campaigns.map(({ kind }) => kind);
  expect(new Set(await kindsOf('hangzhou'))).toEqual(
    new Set(['automatic', 'claim', 'spend-back', 'win-back']),
  );
  expect(await kindsOf('shanghai')).toEqual(['claim']);
});

it('takes 10 % off at 灶边小炒 on a Saturday at noon, and nothing yet at the noodle shop', async () => {
  const discountAt = async (id: string) => {
    const merchantCode = DEMO_MERCHANTS.find((shop) => shop.id === id)?.code ?? '';
    const input = { merchantCode, amountFen: 50_00 };
    const call = client.callAs('demo-zhou');
    return valueOf(await call('orders', 'quote', input)).bill.discountFen;
  };
  expect(await discountAt('m-hz-010')).toBe(500);
  expect(await discountAt('m-hz-005')).toBe(0);
});

it('shows the regular an open order, one that was closed, and one that coupons paid in part', async () => {
  const orders = await ordersOf('demo-lin');
  expect(orders[0]).toMatchObject({ state: 'placed', payBefore: expect.any(Number) as number });
  expect(orders[0]?.payBefore).toBeGreaterThan(Date.parse(NOON));
  expect(orders.filter(({ state }) => state === 'closed')).toHaveLength(1);
  const usedCoupons = orders.filter(({ state, uses }) => state === 'completed' && uses.length > 0);
  expect(usedCoupons.length).toBeGreaterThan(0);
});

it('has 林晓 as a fan of the noodle shop, which was rewarded for her and for whom it brought', async () => {
  const { fan } = valueOf(await client.callAs('demo-lin')('account', 'fan', {}));
  expect(fan?.merchant.name).toBe('老塘河面馆');
  const { code: merchantCode = '' } = fan?.merchant ?? {};
  const owned = valueOf(await client.callAs('demo-chen')('merchant', 'fans', { merchantCode }));
  expect(owned.fans).toBeGreaterThan(0);
  expect(owned.balanceFen).toBeGreaterThan(0);
  const whys = new Set(owned.rewards.map(({ by }) => by));
  expect(whys).toEqual(new Set(['fan', 'entry']));
  expect(valueOf(await client.callAs('demo-zhou')('account', 'fan', {})).fan).toBeNull();
});

it('knows nothing of the newcomer', async () => {
  expect(await ordersOf('demo-zhou')).toEqual([]);
  expect(await walletOf('demo-zhou')).toMatchObject({ points: 0, lots: [], paidOrders: 0 });
});

it('shows the regular a bill that the owner of the noodle shop gave back in part', async () => {
  const asked = { show: 'refunded' } as const;
  const { orders } = valueOf(await client.callAs('demo-lin')('orders', 'list', asked));
  expect(orders).toHaveLength(1);
  const [refunded] = orders;
  expect(refunded).toMatchObject({
    state: 'partly-refunded',
    refunds: [{ amountFen: 600, by: 'merchant', cash: 'returned' }],
  });
  const call = client.callAs('demo-chen');
  const [shop] = valueOf(await call('merchant', 'shops', {})).shops;
  expect(shop?.name).toBe('老塘河面馆');
  const shown = { merchantCode: shop?.code ?? '' };
  const bills = valueOf(await call('merchant', 'orders', shown)).orders;
  expect(bills.find(({ id }) => id === refunded?.id)?.refundedFen).toBe(600);
});

it('announces a higher rate at one shop, in force next week', async () => {
  const shop = DEMO_MERCHANTS.find(({ id }) => id === 'm-hz-014');
  const input = { merchantCode: shop?.code ?? '' };
  const shown = valueOf(await client.callAs('demo-zhou')('nearby', 'shop', input));
  expect(shown.merchant.rebateBps).toBe(1000);
  // Seven days on, at midnight in China.
  expect(shown.nextRate).toEqual({ rebateBps: 1200, from: Date.parse('2026-11-27T16:00:00Z') });
});

it('gives nobody points at the own shop', async () => {
  const [noodleShop] = DEMO_MERCHANTS.filter(({ staff }) => staff.length > 0);
  const bill = { merchantCode: noodleShop?.code ?? '', amountFen: 5000 };
  const quote = valueOf(await client.callAs('demo-chen')('orders', 'quote', bill));
  expect(quote.bill).toMatchObject({ payerPoints: 0, merchantPoints: 0 });
});

it('gives out the next coupons after one ordinary purchase', async () => {
  const before = await walletOf('demo-zhou');
  expect(before.latestPeriod).toBe(14);
  const fruit = DEMO_MERCHANTS.find(({ id }) => id === 'm-hz-001');
  await client.buy({ openid: 'demo-zhou', merchantCode: fruit?.code ?? '', amountFen: 60_00 });
  await client.giveOutDividends();
  expect(await walletOf('demo-zhou')).toMatchObject({
    latestPeriod: 15,
    points: 600,
    balanceFen: 5,
  });
});
