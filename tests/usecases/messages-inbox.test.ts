// My messages: what they tell, what is unread, how far I have read, what they cost.
import { randomUUID } from 'node:crypto';
import { accountOf } from '../../src/wxcloud/identity';
import { earn, worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, newcomer, noodleShop, wang } from '../support/fixture';
import { openCampaign } from '../support/opening';

const boss = 'test-boss';
const desk = 'test-desk';
const merchants = [fruitShop, noodleShop].map((shop) => ({ ...shop, staff: [accountOf(boss)] }));
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ merchants, operators: accountOf(desk) });
});
afterEach(() => cloud.close());

const inboxOf = async (openid: string, before?: { at: number; id: string }) =>
  valueOf(await cloud.callAs(openid)('messages', 'inbox', before === undefined ? {} : { before }));
const see = async (openid: string, upTo: number) =>
  valueOf(await cloud.callAs(openid)('messages', 'seen', { upTo })).seenAt;
const buy = (openid: string, amountFen: number) =>
  cloud.buy({ openid, merchantCode: fruitShop.code, amountFen });
const refund = (orderId: string, amountFen: number) =>
  cloud.callAs(boss)('merchant', 'refund', {
    ...{ requestId: randomUUID(), orderId, amountFen, reason: '少了一份' },
  });

test('who has done nothing has no messages', async () => {
  expect(await inboxOf(newcomer)).toEqual({ messages: [], unread: 0 });
});

test('a period that came is a message before anybody touched the account, and stays the same after', async () => {
  await earn(cloud, lin);
  const first = await inboxOf(lin);
  expect(first).toMatchObject({
    messages: [{ kind: 'arrived', period: 1, amountFen: 1_00, repaidFen: 0, isUnread: true }],
    unread: 1,
  });
  await cloud.advanceClock(3600);
  expect(await inboxOf(lin)).toEqual(first);
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 50 });
  const { messages } = await inboxOf(lin);
  expect(messages).toEqual(first.messages);
});

test('a refund names shop, cash and coupons, and leads to the order', async () => {
  await earn(cloud, lin);
  const { id, merchant } = await cloud.buy({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 3_00 },
  });
  await cloud.advanceClock(60);
  valueOf(await refund(id, 3_00));
  const [newest] = (await inboxOf(lin)).messages;
  expect(newest).toMatchObject({
    ...{ kind: 'refunded', orderId: id, merchantName: merchant.name },
    ...{ amountFen: 3_00, cashFen: 2_00, couponFen: 1_00, returnedFen: 1_00, offsetFen: 0 },
  });
  expect((await inboxOf(boss)).messages).toEqual([]);
});

test('coupons near their end are told at seven days and at one, and after it what was left', async () => {
  await earn(cloud, lin);
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 30 });
  const told = async (iso: string) => {
    await cloud.setClock(iso);
    return (await inboxOf(lin)).messages.map((each) => [
      each.kind,
      each.kind === 'expiring' ? each.daysBefore : undefined,
      new Date(each.at).toISOString(),
    ]);
  };
  const end = '2027-11-30T16:00:00.000Z';
  expect(await told('2027-11-23T15:59:59.000Z')).toEqual([]);
  expect(await told('2027-11-23T16:00:00.000Z')).toEqual([
    ['expiring', 7, '2027-11-23T16:00:00.000Z'],
  ]);
  expect(await told('2027-11-29T16:00:00.000Z')).toEqual([
    ['expiring', 1, '2027-11-29T16:00:00.000Z'],
  ]);
  expect(await told(end)).toEqual([['expired', undefined, end]]);
  expect((await inboxOf(lin)).messages).toMatchObject([{ hasOffers: false }]);
  // The account is touched, which writes that it has expired.
  await cloud.advanceClock(86_400);
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 5_00, uses: [] });
  expect(await told('2027-12-03T00:00:00.000Z')).toEqual([['expired', undefined, end]]);
});

test('an offer that has ended is told as one, not as money that was left', async () => {
  const { id: campaignId } = await openCampaign(cloud, { as: desk });
  const requestId = 'claim-an-offer-0001';
  const { lot } = valueOf(await cloud.callAs(lin)('campaigns', 'claim', { requestId, campaignId }));
  await cloud.setClock(new Date(lot.expiresAt).toISOString());
  expect((await inboxOf(lin)).messages).toMatchObject([
    { kind: 'expired', lotIds: [lot.id], hasOffers: true },
  ]);
});

test('what was read stays read, also when an older moment is said, and nobody reads the future', async () => {
  await earn(cloud, lin);
  const { messages } = await inboxOf(lin);
  const [newest] = messages;
  if (newest === undefined) throw new Error('no message');
  expect(await see(lin, newest.at)).toBe(newest.at);
  expect(await inboxOf(lin)).toMatchObject({ unread: 0, messages: [{ isUnread: false }] });
  expect(await see(lin, 5)).toBe(newest.at);
  const { id } = await buy(lin, 10_00);
  const seenAt = await see(lin, Number.MAX_SAFE_INTEGER);
  await cloud.advanceClock(10);
  valueOf(await refund(id, 10_00));
  expect(await inboxOf(lin)).toMatchObject({
    unread: 1,
    messages: [{ kind: 'refunded', isUnread: true }, { isUnread: false }],
  });
  expect(seenAt).toBeLessThan(Date.parse('2026-11-03T00:00:00.000Z'));
  expect(await inboxOf(wang)).toMatchObject({ unread: 0 });
});

test('many messages come page by page, none lost or twice', async () => {
  const { id } = await buy(lin, 100_00);
  const refunds = 20;
  for (let n = 0; n < refunds; n += 1) {
    if (n % 3 === 0) await cloud.advanceClock(1);
    valueOf(await refund(id, 100 + n));
  }
  await cloud.giveOutDividends();
  const first = await inboxOf(lin);
  expect(first.messages).toHaveLength(20);
  const seen = [...first.messages];
  for (let { next } = first; next !== undefined;) {
    const page = await inboxOf(lin, next);
    seen.push(...page.messages);
    ({ next } = page);
  }
  expect(new Set(seen.map((each) => each.id)).size).toBe(seen.length);
  expect(seen.length).toBe(first.unread);
  expect(seen.length).toBeGreaterThanOrEqual(refunds);
  const times = seen.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(seen.filter(({ kind }) => kind === 'refunded')).toHaveLength(refunds);
});

test('an inbox costs 4 requests, 5 with refunds on the page; reading it 4, the allowances 1', async () => {
  await earn(cloud, lin);
  const requestsOf = async (act: () => Promise<unknown>) => {
    cloud.cloud.resetStats();
    await act();
    return cloud.cloud.stats().functions['messages']?.requests ?? 0;
  };
  await inboxOf(lin);
  expect(await requestsOf(() => inboxOf(lin))).toBe(4);
  valueOf(await refund((await buy(lin, 10_00)).id, 10_00));
  expect(await requestsOf(() => inboxOf(lin))).toBe(5);
  expect(await requestsOf(() => see(lin, Date.now()))).toBe(4);
  const allowances = () => cloud.callAs(lin)('messages', 'allowances', {});
  expect(await requestsOf(allowances)).toBe(1);
  const allow = { requestId: randomUUID(), accepted: ['arrived' as const] };
  expect(await requestsOf(() => cloud.callAs(lin)('messages', 'allow', allow))).toBe(4);
});

test('leaving takes the inbox and the ledger along, and asked again it does so again', async () => {
  await earn(cloud, lin);
  const call = cloud.callAs(lin);
  const allow = () =>
    call('messages', 'allow', { requestId: randomUUID(), accepted: ['arrived', 'expiring'] });
  const reader = worldOn(cloud, () => 0).cloud;
  const kept = () =>
    Promise.all([
      reader.get('subscriptions', accountOf(lin)),
      reader.get('inboxes', accountOf(lin)),
    ]);
  await allow();
  await see(lin, Number.MAX_SAFE_INTEGER);
  expect(await kept()).toMatchObject([{ openid: lin }, { id: accountOf(lin) }]);
  await cloud.advanceClock(1);
  const all = { balanceFen: 1_000_00, offers: 9, points: 1_000_00 };
  expect((await call('account', 'leave', all)).ok).toBe(true);
  expect(await inboxOf(lin)).toEqual({ messages: [], unread: 0 });
  expect(await kept()).toEqual([undefined, undefined]);
  await allow();
  expect((await call('account', 'leave', all)).ok).toBe(true);
  expect(await kept()).toEqual([undefined, undefined]);
});
