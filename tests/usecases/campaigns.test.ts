// Campaigns: opened with their budget, claimed within their limits however many claim at once.
import { randomUUID } from 'node:crypto';
import { DAY, HOUR } from '../../src/domain/time';
import { accountOf } from '../../src/wxcloud/identity';
import { auditOf } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, MONDAY_MORNING, noodleShop, wang } from '../support/fixture';
import { shownTo } from '../support/leaving';
import { named, openCampaign, opening, type Opening } from '../support/opening';

const desk = 'test-desk';
const boss = 'test-boss';
const merchants = [fruitShop, noodleShop].map((shop) => ({ ...shop, staff: [accountOf(boss)] }));
const NOW = Date.parse(MONDAY_MORNING);
let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud({ merchants, operators: accountOf(desk) });
});

afterEach(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

/** Eight yuan off, one of it, of the platform's own. */
const ofPlatform: Partial<Opening> = {
  ...{ fundedBy: 'activity', shopCodes: [], scope: { kind: 'alliance' }, total: 1 },
  ...{ minSpendFen: 8_00, maxShareBps: 10_000, benefit: { kind: 'money-off', offFen: 8_00 } },
};
const noon = { weekdays: [1, 2], fromMinute: 600, untilMinute: 900 };
const open = (wishes: Partial<Opening> = {}) => openCampaign(cloud, { as: desk, ...wishes });
const claim = (openid: string, campaignId: string, requestId: string = randomUUID()) =>
  cloud.callAs(openid)('campaigns', 'claim', { requestId, campaignId });
const walletOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('wallet', 'summary', {}));
const codeOf = (answer: Awaited<ReturnType<typeof claim>>) =>
  answer.ok ? 'claimed' : answer.error.code;

/** How many answers of each kind. */
function tally(codes: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, codes.filter((each) => each === code).length]),
  );
}

/** Claims again while the cloud is busy, as the app does. */
async function claimPatiently(openid: string, campaignId: string): Promise<string> {
  const requestId = randomUUID();
  for (;;) {
    const code = codeOf(await claim(openid, campaignId, requestId));
    if (code !== 'busy') return code;
  }
}

test('of one coupon, 64 people who claim at once get exactly one', async () => {
  const { id } = await open({ total: 1 });
  const people = Array.from({ length: 64 }, (_, index) => `test-person-${index}`);
  const codes = await Promise.all(people.map((person) => claimPatiently(person, id)));
  expect(tally(codes)).toEqual({ 'claimed': 1, 'coupons-gone': 63 });
}, 60_000);

test('of fifty, 64 people get fifty, and each of them one', async () => {
  const { id } = await open({ total: 50 });
  const people = Array.from({ length: 64 }, (_, index) => `test-person-${index}`);
  const codes = await Promise.all(people.map((person) => claimPatiently(person, id)));
  expect(tally(codes)).toEqual({ 'claimed': 50, 'coupons-gone': 14 });
  const wallets = await Promise.all(people.map((person) => walletOf(person)));
  const held = wallets.map(({ lots }) => lots.length);
  expect(held.filter((count) => count === 1)).toHaveLength(50);
  expect(Math.max(...held)).toBe(1);
}, 60_000);

test('one person who claims 64 times at once gets as many as one may', async () => {
  const { id } = await open({ total: 100, perPerson: 2 });
  const codes = await Promise.all(Array.from({ length: 64 }, () => claimPatiently(lin, id)));
  expect(tally(codes)).toEqual({ 'claimed': 2, 'claimed-enough': 62 });
  expect((await walletOf(lin)).lots).toHaveLength(2);
}, 60_000);

test('the same request is the same coupon, also after the last one has gone', async () => {
  const { id } = await open({ total: 1 });
  const requestId = randomUUID();
  const first = valueOf(await claim(lin, id, requestId));
  expect(codeOf(await claim(wang, id))).toBe('coupons-gone');
  const answers = await Promise.all(Array.from({ length: 8 }, () => claim(lin, id, requestId)));
  expect(answers.map((answer) => valueOf(answer).lot.id)).toEqual(answers.map(() => first.lot.id));
  expect((await walletOf(lin)).lots).toHaveLength(1);
});

test('an offer of the shops lowers the bill, and the points are of what is due', async () => {
  const { id } = await open();
  const { lot } = valueOf(await claim(lin, id));
  expect(lot).toMatchObject({
    benefit: { kind: 'money-off', offFen: 10_00 },
    fundedBy: 'acceptor',
  });
  await cloud.advanceClock(1);
  const order = await cloud.buy({
    ...{ openid: lin, merchantCode: fruitShop.code, amountFen: 100_00 },
  });
  expect(order.bill).toMatchObject({
    totalFen: 100_00,
    discountFen: 10_00,
    amountFen: 90_00,
    couponFen: 0,
    cashFen: 90_00,
    rebateFen: 18_00,
    payerPoints: 18_00,
  });
  const shop = { merchantCode: fruitShop.code };
  expect(valueOf(await cloud.callAs(boss)('merchant', 'orders', shop)).orders).toMatchObject([
    { totalFen: 100_00, discountFen: 10_00, amountFen: 90_00 },
  ]);
  expect((await walletOf(lin)).lots).toEqual([]);
  const { rows } = valueOf(await cloud.callAs(lin)('wallet', 'statement', { show: 'coupons' }));
  const campaign = { name: opening().name, isOffer: true };
  expect(rows).toMatchObject([
    { kind: 'spent', merchantName: fruitShop.name, campaign },
    { kind: 'claimed', campaign },
  ]);
});

test('leaving and coming back does not give the coupon a second time', async () => {
  const { id } = await open();
  valueOf(await claim(lin, id));
  const shown = await shownTo(cloud, lin);
  expect(shown).toEqual({ balanceFen: 0, offers: 1, points: 0 });
  const unseen = await cloud.callAs(lin)('account', 'leave', { ...shown, offers: 0 });
  expect(unseen).toEqual({ ok: false, error: { code: 'holdings-changed' } });
  valueOf(await cloud.callAs(lin)('account', 'leave', shown));
  expect((await walletOf(lin)).lots).toEqual([]);
  expect(codeOf(await claim(lin, id))).toBe('claimed-enough');
});

test('a platform’s campaign costs what it has put aside out of its own income', async () => {
  const wishes = { fundedBy: 'activity', scope: { kind: 'alliance' }, shopCodes: [] } as const;
  const answer = await cloud.callAs(desk)('campaigns', 'open', opening({ ...wishes, total: 1 }));
  expect(answer).toMatchObject({ error: { code: 'budget-not-covered', budgetFen: 10_00 } });
  // 9 % of a rebate of 200 yuan is the platform's: 18 yuan, enough for one coupon and not for two.
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 1000_00 });
  await cloud.giveOutDividends();
  expect(
    await cloud.callAs(desk)('campaigns', 'open', opening({ ...wishes, total: 2 })),
  ).toMatchObject({ ok: false });
  const { id } = await open({ ...wishes, total: 1 });
  expect(
    await cloud.callAs(desk)('campaigns', 'open', opening({ ...wishes, total: 1 })),
  ).toMatchObject({ ok: false });
  valueOf(await claim(lin, id));
  const { bill } = await cloud.buy({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 150_00 },
  });
  expect(bill).toMatchObject({ discountFen: 0, amountFen: 150_00, couponFen: 10_00 });
});

test('a shop pays for its own campaign elsewhere out of what it is owed', async () => {
  const issued: Partial<Opening> = {
    ...{ fundedBy: 'issuer', issuerCode: fruitShop.code, shopCodes: [noodleShop.code] },
    scope: { kind: 'merchants', merchants: [named(noodleShop)] },
  };
  expect(
    await cloud.callAs(desk)('campaigns', 'open', opening({ ...issued, total: 5 })),
  ).toMatchObject({ error: { code: 'budget-not-covered' } });
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 100_00 });
  const { id } = await open({ ...issued, total: 5 });
  // The shop was owed 80.00 after its rebate; 50.00 are put aside, so no second campaign of 50.00.
  expect(
    await cloud.callAs(desk)('campaigns', 'open', opening({ ...issued, total: 5 })),
  ).toMatchObject({ error: { code: 'budget-not-covered' } });
  const { lot } = valueOf(await claim(lin, id));
  expect(lot).toMatchObject({ fundedBy: 'issuer', issuerName: fruitShop.name });
  const { bill } = await cloud.buy({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 100_00 },
  });
  expect(bill).toMatchObject({ couponFen: 10_00, cashFen: 90_00 });
});

test('what a bill gives back can be spent within the share that the shops accept', async () => {
  await open({
    ...{ kind: 'spend-back', name: '消费返券', benefit: { kind: 'balance', faceFen: 1 } },
    ...{ minSpendFen: 0, maxShareBps: 2000, spendBack: { backBps: 5000, ceilingFen: 30_00 } },
  });
  const first = await cloud.buy({
    ...{ openid: lin, merchantCode: fruitShop.code, amountFen: 100_00 },
  });
  expect(first.spendBackFen).toBe(30_00);
  expect((await walletOf(lin)).lots).toMatchObject([{ source: 'campaign', balanceFen: 30_00 }]);
  const second = await cloud.buy({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 50_00 },
  });
  expect(second.bill).toMatchObject({ totalFen: 50_00, discountFen: 10_00, amountFen: 40_00 });
});

test('a bill has the shop’s own offer without claiming, in its hours only', async () => {
  await open({
    ...{ kind: 'automatic', name: '午市九折', minSpendFen: 0, shopCodes: [noodleShop.code] },
    benefit: { kind: 'percentage', offBps: 1000, ceilingFen: 8_00 },
    scope: { kind: 'merchants', merchants: [named(noodleShop)] },
    windows: [{ weekdays: [1, 2, 3, 4, 5], fromMinute: 9 * 60, untilMinute: 14 * 60 }],
  });
  const quote = async () =>
    valueOf(
      await cloud.callAs(lin)('orders', 'quote', {
        ...{ merchantCode: noodleShop.code, amountFen: 50_00 },
      }),
    );
  expect((await quote()).bill).toMatchObject({ discountFen: 5_00, amountFen: 45_00 });
  await cloud.setClock(new Date(NOW + 4 * HOUR).toISOString());
  const later = await quote();
  expect(later.bill).toMatchObject({ discountFen: 0, amountFen: 50_00 });
  expect(later.lots).toMatchObject([{ unusable: 'other-time' }]);
});

test('a coupon that wins guests back is for those who have been here, and not lately', async () => {
  const { id } = await open({ kind: 'win-back', awayDays: 10 });
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
  expect([codeOf(await claim(lin, id)), codeOf(await claim(wang, id))]).toEqual([
    'not-for-you',
    'not-for-you',
  ]);
  await cloud.setClock(new Date(NOW + 11 * DAY).toISOString());
  expect([codeOf(await claim(lin, id)), codeOf(await claim(wang, id))]).toEqual([
    'claimed',
    'not-for-you',
  ]);
});

test('the same request opens one campaign, and with any other term it is refused', async () => {
  const asked = opening({ requestId: 'open-it-once-0001', windows: [noon] });
  const again = (changes: Partial<Opening> = {}) =>
    cloud.callAs(desk)('campaigns', 'open', { ...asked, ...changes });
  const { campaign } = valueOf(await again());
  expect(valueOf(await again()).campaign).toEqual(campaign);
  const others: readonly Partial<Opening>[] = [
    { siteId: 'shanghai' },
    { channels: ['counter'] },
    { maxShareBps: 8000 },
    { windows: [{ ...noon, untilMinute: 901 }] },
    { scope: { kind: 'merchants', merchants: [named(noodleShop)] } },
  ];
  for (const other of others) {
    expect(await again(other)).toMatchObject({ error: { code: 'request-id-reused' } });
  }
});

test('opening is one opening, also where the reply to its commit was lost', async () => {
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 8_000_00 });
  await cloud.giveOutDividends();
  const asked = opening(ofPlatform);
  const lost = { fault: 'reply-lost', action: 'database.commitTransaction', count: 1 } as const;
  await cloud.setFaults([lost]);
  const { campaign } = valueOf(await cloud.callAs(desk)('campaigns', 'open', asked));
  await cloud.setFaults([]);
  expect(valueOf(await cloud.callAs(desk)('campaigns', 'open', asked)).campaign).toEqual(campaign);
});

test('one request claims of each campaign its own coupon', async () => {
  const both = [await open(), await open({ name: '别的券' })];
  const requestId = randomUUID();
  for (const { id: campaignId } of both) {
    const { lot } = valueOf(await claim(lin, campaignId, requestId));
    expect(lot.id.split('.')[0]).toBe(campaignId);
  }
  expect((await walletOf(lin)).lots).toHaveLength(2);
});

test('a bill refunded in two parts around the campaign’s closing leaves its coupon covered', async () => {
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 8_000_00 });
  await cloud.giveOutDividends();
  const days = { endsAt: NOW + 3 * DAY, validUntil: NOW + 5 * DAY, validDays: 4 };
  const { id: campaignId } = await open({ ...ofPlatform, ...days });
  const { lot } = valueOf(await claim(lin, campaignId));
  const bought = await cloud.buy({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 100_00 },
    uses: [{ lotId: lot.id, amountFen: 8_00 }],
  });
  const refundHalf = async () =>
    valueOf(
      await cloud.callAs(desk)('merchant', 'refund', {
        ...{ requestId: randomUUID(), orderId: bought.id, amountFen: 50_00, reason: '东西坏了' },
      }),
    );
  await refundHalf();
  await cloud.setClock(new Date(NOW + 21 * DAY).toISOString());
  await cloud.runTimer('figures');
  await refundHalf();
  expect((await walletOf(lin)).lots).toMatchObject([{ id: lot.id, balanceFen: 4_00 }, {}]);
  expect((await auditOf(cloud)).findings).toEqual([]);
  const last = { lotId: lot.id, amountFen: 4_00 };
  await cloud.buy({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 100_00 },
    uses: [last],
  });
});

test('only the platform’s operators open and stop campaigns', async () => {
  expect(await cloud.callAs(lin)('campaigns', 'open', opening())).toMatchObject({
    error: { code: 'forbidden' },
  });
  const { id } = await open();
  expect(await cloud.callAs(lin)('campaigns', 'stop', { campaignId: id })).toMatchObject({
    error: { code: 'forbidden' },
  });
  valueOf(await cloud.callAs(desk)('campaigns', 'stop', { campaignId: id }));
  expect(codeOf(await claim(lin, id))).toBe('campaign-not-open');
});
