// Messages of WeChat's: only to those who have allowed them, each once, whatever fails.
import { randomUUID } from 'node:crypto';
import { localTemplates } from '../../scripts/cloud/local-templates';
import type { TemplateName } from '../../src/domain/messages/subscription';
import { accountOf } from '../../src/wxcloud/identity';
import { earn, worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, noodleShop, wang } from '../support/fixture';

const boss = 'test-boss';
/** Seconds until the sender may read what was just written; its timer is not due yet. */
const LAG = 4;
const merchants = [fruitShop, noodleShop].map((shop) => ({ ...shop, staff: [accountOf(boss)] }));
let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ merchants, templates: localTemplates });
});
afterEach(() => cloud.close());

/** Accepts in the app, and at WeChat, which counts for itself. */
async function allow(openid: string, accepted: TemplateName[], atWeChat = 1): Promise<void> {
  await answer(openid, accepted);
  for (const name of accepted) {
    const templateId = `local-${name}`;
    await cloud.allowMessages({ openid, templateId, times: atWeChat });
  }
}
const answer = (openid: string, accepted: TemplateName[], requestId: string = randomUUID()) =>
  cloud.callAs(openid)('messages', 'allow', { requestId, accepted });
const allowedBy = async (openid: string) => {
  const { templates } = valueOf(await cloud.callAs(openid)('messages', 'allowances', {}));
  return Object.fromEntries(templates.map(({ name, left }) => [name, left]));
};
const run = async () => {
  const { result } = (await cloud.runTimer('messages-sender')) as { result: { value: object } };
  return result.value;
};
/** What was sent to a person, in this order. */
const sentTo = async (openid: string) =>
  (await cloud.sentMessages())
    .filter((message) => message.openid === openid)
    .map(({ content }) => content);
async function refundOf(openid: string, amountFen = 10_00): Promise<{ orderId: string }> {
  const { id } = await cloud.buy({ openid, merchantCode: fruitShop.code, amountFen, uses: [] });
  const asked = { requestId: randomUUID(), orderId: id, amountFen, reason: '少了一份' };
  valueOf(await cloud.callAs(boss)('merchant', 'refund', asked));
  return { orderId: id };
}
const remindersOf = (openid: string) => {
  const where = { account: accountOf(openid) };
  const orderBy = [['createdAt', 'asc']] as const;
  return worldOn(cloud, () => 0).cloud.find('reminders', { where, orderBy, limit: 100 });
};

test('an answer is counted once, though it is sent twice at once', async () => {
  const requestId = randomUUID();
  await Promise.all([1, 2].map(() => answer(lin, ['arrived', 'refunded'], requestId)));
  expect(await allowedBy(lin)).toEqual({ arrived: 1, expiring: 0, refunded: 1 });
  await answer(lin, ['arrived']);
  expect(await allowedBy(lin)).toEqual({ arrived: 2, expiring: 0, refunded: 1 });
  expect(await allowedBy(wang)).toEqual({ arrived: 0, expiring: 0, refunded: 0 });
});

test('a refund is told once, with shop and amount, and takes one of the ledger', async () => {
  await allow(lin, ['refunded'], 5);
  await answer(lin, ['refunded']);
  const { orderId } = await refundOf(lin);
  await refundOf(wang);
  await cloud.advanceClock(61);
  await run();
  expect(await sentTo(lin)).toEqual([
    {
      ...{ templateId: 'local-refunded', page: `packages/account/order/index?id=${orderId}` },
      state: 'formal',
      data: {
        thing1: '青禾鲜果',
        amount2: '10.00元',
        date3: '2026年11月2日 10:00',
        thing4: '现金原路退回，以微信到账为准',
      },
    },
  ]);
  expect(await sentTo(wang)).toEqual([]);
  expect(await allowedBy(lin)).toMatchObject({ refunded: 1 });
  expect(await remindersOf(lin)).toMatchObject([{ state: 'sent', attempts: 1 }]);
  expect(await remindersOf(wang)).toEqual([]);
});

test('what happened before it was allowed is not told', async () => {
  await earn(cloud, lin);
  await refundOf(lin, 1_00);
  await cloud.advanceClock(1);
  await allow(lin, ['arrived', 'refunded'], 5);
  await cloud.advanceClock(120);
  await run();
  expect(await sentTo(lin)).toEqual([]);
  expect(await allowedBy(lin)).toMatchObject({ arrived: 1, refunded: 1 });
});

test('coupons that arrived are told with what the account will have, and nobody else is looked at', async () => {
  await allow(lin, ['arrived'], 5);
  await earn(cloud, lin);
  await earn(cloud, wang);
  await run();
  const { lots, latestPeriod } = valueOf(await cloud.callAs(lin)('wallet', 'summary', {}));
  expect(latestPeriod).toBeGreaterThan(1);
  const [first] = await sentTo(lin);
  expect(first).toMatchObject({
    templateId: 'local-arrived',
    data: { date3: '2027年11月30日 23:59' },
  });
  const balance = lots.reduce((sum, { balanceFen }) => sum + balanceFen, 0);
  const told = await remindersOf(lin);
  expect(told).toHaveLength(1);
  expect(balance).toBeGreaterThanOrEqual(100);
  expect(await sentTo(wang)).toEqual([]);
  expect(await allowedBy(lin)).toMatchObject({ arrived: 0 });
});

test('an ending is told by day seven days and one day before, with what is left then', async () => {
  await earn(cloud, lin);
  await allow(lin, ['expiring'], 2);
  await answer(lin, ['expiring']);
  await cloud.setClock('2027-11-23T15:00:00.000Z');
  await run();
  expect(await sentTo(lin)).toEqual([]);
  await cloud.setClock('2027-11-23T16:30:00.000Z');
  await run();
  expect(await remindersOf(lin)).toMatchObject([{ state: 'waiting' }]);
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 30 });
  await cloud.setClock('2027-11-24T00:59:00.000Z');
  await run();
  expect(await sentTo(lin)).toEqual([]);
  await cloud.setClock('2027-11-24T01:01:00.000Z');
  await run();
  expect(await sentTo(lin)).toMatchObject([
    {
      templateId: 'local-expiring',
      page: 'packages/account/lot/index?id=dividend-2027-11',
      data: { amount2: '0.70元', date3: '2027年11月30日 23:59' },
    },
  ]);
  await cloud.setClock('2027-11-29T17:00:00.000Z');
  await cloud.setClock('2027-11-30T02:00:00.000Z');
  await run();
  expect(await sentTo(lin)).toHaveLength(2);
  expect((await remindersOf(lin)).map(({ id }) => id.split(':')[1])).toEqual([
    'expiring-7',
    'expiring-1',
  ]);
});

test('coupons that were spent before it was their turn are not told, and take nothing', async () => {
  await earn(cloud, lin);
  await allow(lin, ['expiring']);
  await cloud.setClock('2027-11-23T16:30:00.000Z');
  await run();
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 1_00 });
  await cloud.setClock('2027-11-24T01:01:00.000Z');
  await run();
  expect(await remindersOf(lin)).toMatchObject([{ state: 'dropped' }]);
  expect(await sentTo(lin)).toEqual([]);
  expect(await allowedBy(lin)).toMatchObject({ expiring: 1 });
});

test('WeChat’s no is ordinary: the ledger says none, and nothing is asked again', async () => {
  await answer(lin, ['refunded']);
  await answer(lin, ['refunded']);
  await cloud.allowMessages({ openid: lin, templateId: 'local-refunded', times: 0 });
  await refundOf(lin);
  await cloud.advanceClock(LAG);
  expect(await run()).toMatchObject({ planned: 1, refused: 1, sent: 0 });
  expect(await allowedBy(lin)).toMatchObject({ refunded: 0 });
  await refundOf(lin);
  await cloud.advanceClock(3600);
  expect(await remindersOf(lin)).toMatchObject([{ state: 'refused', attempts: 1 }]);
});

test('several runs at once send each message once', async () => {
  for (const openid of [lin, wang]) {
    await allow(openid, ['refunded'], 20);
    for (let n = 0; n < 3; n += 1) await answer(openid, ['refunded']);
    for (let n = 0; n < 3; n += 1) await refundOf(openid);
  }
  await cloud.advanceClock(LAG);
  await Promise.all([run(), run(), run()]);
  await cloud.advanceClock(600);
  await run();
  for (const openid of [lin, wang]) {
    const pages = (await sentTo(openid)).map(({ page }) => page);
    expect(pages).toHaveLength(3);
    expect(new Set(pages).size).toBe(3);
    expect(await allowedBy(openid)).toMatchObject({ refunded: 1 });
  }
});

test('a run that dies before WeChat is asked loses nothing and doubles nothing', async () => {
  await allow(lin, ['refunded'], 5);
  await refundOf(lin);
  await cloud.advanceClock(LAG);
  // After the round is kept, and in the next run after the claim, before WeChat is asked.
  await cloud.setFaults([
    {
      fault: 'instance-killed',
      function: 'messages-sender',
      action: 'database.commitTransaction',
      rate: 1,
    },
  ]);
  for (let n = 0; n < 3; n += 1) await cloud.runTimer('messages-sender').catch(() => undefined);
  await cloud.setFaults([]);
  expect(await sentTo(lin)).toEqual([]);
  expect(await remindersOf(lin)).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  expect(await allowedBy(lin)).toMatchObject({ refunded: 0 });
  await cloud.advanceClock(600);
  await run();
  expect(await sentTo(lin)).toHaveLength(1);
  expect(await remindersOf(lin)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  expect(await allowedBy(lin)).toMatchObject({ refunded: 0 });
});

test('a run that dies after WeChat has sent it does not send again what was allowed once', async () => {
  await allow(lin, ['refunded'], 1);
  await refundOf(lin);
  await cloud.advanceClock(LAG);
  await cloud.setFaults([{ fault: 'instance-killed', action: 'wx.openApi*', count: 1 }]);
  await cloud.runTimer('messages-sender').catch(() => undefined);
  await cloud.setFaults([]);
  await cloud.advanceClock(600);
  await run();
  expect(await sentTo(lin)).toHaveLength(1);
  expect(await remindersOf(lin)).toMatchObject([{ state: 'refused', attempts: 2 }]);
});

test('without an answer WeChat is asked again after a pause, which takes nothing more', async () => {
  await allow(lin, ['refunded'], 5);
  await answer(lin, ['refunded']);
  await refundOf(lin);
  await cloud.advanceClock(LAG);
  await cloud.setFaults([{ fault: 'error-before', action: 'wx.openApi*' }]);
  expect(await run()).toMatchObject({ waiting: 1, sent: 0 });
  expect(await run()).toMatchObject({ waiting: 0 });
  await cloud.setFaults([]);
  await cloud.advanceClock(600);
  await run();
  expect(await sentTo(lin)).toHaveLength(1);
  expect(await remindersOf(lin)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  expect(await allowedBy(lin)).toMatchObject({ refunded: 1 });
});

test('who left in between is told nothing', async () => {
  await allow(lin, ['refunded'], 5);
  await refundOf(lin);
  await cloud.advanceClock(1);
  await cloud.setFaults([{ fault: 'error-before', action: 'wx.openApi*' }]);
  await cloud.advanceClock(LAG);
  await run();
  await cloud.setFaults([]);
  valueOf(await cloud.callAs(lin)('account', 'leave', { balanceFen: 0, offers: 0, points: 0 }));
  await cloud.advanceClock(600);
  await run();
  expect(await sentTo(lin)).toEqual([]);
  expect(await remindersOf(lin)).toMatchObject([{ state: 'dropped' }]);
});

test('more people than one batch are all told in one run', async () => {
  const people = Array.from({ length: 23 }, (_, n) => `subscriber-${n}`);
  for (const openid of people) {
    await allow(openid, ['refunded']);
    await refundOf(openid, 1_00);
  }
  await cloud.advanceClock(LAG);
  expect(await run()).toMatchObject({ planned: people.length, sent: people.length });
});

test('a run with nothing to do costs 6 requests, whoever has an account', async () => {
  await allow(lin, ['arrived', 'expiring', 'refunded'], 1);
  await cloud.advanceClock(700);
  await run();
  const cost = async () => {
    cloud.cloud.resetStats();
    await run();
    return cloud.cloud.stats().functions['messages-sender']?.requests;
  };
  expect(await cost()).toBe(6);
  for (let n = 0; n < 30; n += 1) {
    await cloud.buy({ openid: `person-${n}`, merchantCode: noodleShop.code, amountFen: 1_00 });
  }
  expect(await cost()).toBe(6);
});

test('without templates nothing is asked, planned or sent', async () => {
  const bare = await startTestCloud({ merchants });
  const allowances = await bare.callAs(lin)('messages', 'allowances', {});
  expect(valueOf(allowances)).toEqual({ templates: [] });
  await bare.callAs(lin)('messages', 'allow', { requestId: randomUUID(), accepted: ['refunded'] });
  bare.cloud.resetStats();
  expect(await bare.runTimer('messages-sender')).toMatchObject({
    result: { value: { planned: 0, sent: 0 } },
  });
  expect(bare.cloud.stats().functions['messages-sender']?.requests ?? 0).toBe(0);
  await bare.close();
});

test('only the timer may send', async () => {
  expect(await cloud.send(lin, 'messages-sender', { Type: 'Timer' })).toMatchObject({
    result: { ok: false, error: { code: 'forbidden' } },
  });
});
