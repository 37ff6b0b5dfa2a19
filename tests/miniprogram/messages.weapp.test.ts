// The inbox and the questions of WeChat's, by taps on the compiled pages.
import { randomUUID } from 'node:crypto';
import { localTemplates } from '../../scripts/cloud/local-templates';
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, bothOfLin, fruitShop, lin, newcomer, wang } from '../support/fixture';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';

const inboxPage = 'packages/account/messages/index';
const minePage = 'pages/mine/index';
const settingsPage = 'packages/account/settings/index';
let cloud: CloudProcess;
let app: Weapp;
let refundedId: string;
let paidId: string;

beforeAll(async () => {
  cloud = await startCloudProcess({ templates: localTemplates, merchants: bothOfLin });
  const bill = { openid: wang, merchantCode: fruitShop.code, amountFen: 1000_00 };
  paidId = (await cloud.buy(bill)).id;
  await cloud.giveOutDividends();
  const { id } = await cloud.buy({ ...bill, amountFen: 10_00, uses: [] });
  refundedId = id;
  await cloud.advanceClock(2);
  const refund = { requestId: randomUUID(), orderId: id, amountFen: 4_00, reason: '少了一份' };
  valueOf(await cloud.callAs(lin)('merchant', 'refund', refund));
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: wang, acceptsMessages: false },
    now: new Date(MONDAY_MORNING),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

const leftOf = async (name: string) => {
  const { templates } = valueOf(await cloud.callAs(wang)('messages', 'allowances', {}));
  return templates.find((each) => each.name === name)?.left;
};

describe('the inbox', () => {
  it('has a badge on 我的 that counts what was not read', async () => {
    const mine = app.open(minePage);
    await pollUntil(
      () => mine.findAll('js-unread')[0]?.textContent === '2',
      () => `two unread in ${mine.describe()}`,
    );
    await mine.tap('js-messages');
    await app.waitForRoute(inboxPage);
  });

  it('tells the newest first, marks what is new, and is read by being seen', async () => {
    const page = app.page();
    await page.waitForText('青禾鲜果退款 ¥4.00', '¥4.00 原路退回', '第 1 期消费券到账 ¥1.00');
    expect(page.text().indexOf('退款')).toBeLessThan(page.text().indexOf('到账'));
    expect(page.findAll('js-unread')).toHaveLength(2);
    await pollUntil(
      async () => valueOf(await cloud.callAs(wang)('messages', 'inbox', {})).unread === 0,
      () => 'the inbox to be read',
    );
    await page.tap('js-back');
    const mine = await app.waitForRoute(minePage);
    await pollUntil(
      () => mine.findAll('js-unread').length === 0,
      () => 'the badge to go',
    );
  });

  it('leads from a refund to its order, and from a period to its page', async () => {
    const page = app.open(inboxPage);
    await pollUntil(
      () => page.findAll('js-message').length === 2 && page.findAll('js-unread').length === 0,
      () => 'the marks to go',
    );
    await page.tap('js-message', '退款');
    const order = await app.waitForRoute('packages/account/order/index');
    expect(order.instance.options['id']).toBe(refundedId);
    await app.open(inboxPage).tap('js-message', '第 1 期');
    const period = await app.waitForRoute('packages/account/period/index');
    expect(period.instance.options['n']).toBe('1');
  });
});

describe('WeChat’s question', () => {
  const resultPage = () => `packages/account/result/index?id=${paidId}`;

  it('is asked within the tap, for what this page is about, and a refusal has no words', async () => {
    const page = app.open(resultPage());
    await page.waitForText('提醒我');
    expect(app.asked).toEqual([]);
    await page.tap('js-ask');
    await pollUntil(
      () => page.findAll('js-ask-row').length === 0,
      () => 'the offer to go',
    );
    expect(app.asked).toEqual([['local-arrived', 'local-refunded']]);
    expect(app.toasts).toEqual([]);
    expect(await leftOf('arrived')).toBe(0);
  });

  it('is not offered a second time, there or in the inbox', async () => {
    for (const url of [resultPage(), inboxPage]) {
      const page = app.open(url);
      await page.waitForText('青禾鲜果');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(page.findAll('js-ask-row')).toEqual([]);
    }
    expect(app.asked).toHaveLength(1);
  });

  it('can always be asked for in the settings, which say what is left', async () => {
    app.hand.acceptsMessages = true;
    const page = app.open(settingsPage);
    await page.waitForText('微信提醒', '券快到期', '未开启');
    await page.tap('js-remind-expiring');
    await page.waitForText('还能提醒 1 次');
    expect(app.asked.at(-1)).toEqual(['local-expiring']);
    await app.waitForToasts('好，到时告诉您');
    await page.tap('js-remind-expiring');
    await page.waitForText('还能提醒 2 次');
    expect(await leftOf('expiring')).toBe(2);
  });

  it('counts once though the first answer gets lost', async () => {
    const page = app.open(settingsPage);
    await page.waitForText('退款');
    app.hand.replies = 'get-lost';
    await page.tap('js-remind-refunded');
    await pollUntil(
      async () => (await leftOf('refunded')) === 1,
      () => 'the answer to arrive',
    );
    app.hand.replies = 'come';
    await page.waitForText('还能提醒 1 次');
    expect(await leftOf('refunded')).toBe(1);
  });
});

it('without templates nothing is offered anywhere, and an inbox without messages says so', async () => {
  const bare = await startCloudProcess({ merchants: bothOfLin });
  const bill = { openid: newcomer, merchantCode: fruitShop.code, amountFen: 1_00 };
  const { id } = await bare.buy(bill);
  app.close();
  const hand = { openid: newcomer, replies: 'get-lost' as const };
  app = bootWeapp({ cloudUrl: bare.url, hand, now: new Date(MONDAY_MORNING) });
  const inbox = app.open(inboxPage);
  await inbox.waitForText('网络断开了');
  app.hand.replies = 'come';
  await inbox.tap('js-retry');
  await inbox.waitForText('还没有消息');
  await app.open(`packages/account/result/index?id=${id}`).waitForText('支付成功');
  await app.open(settingsPage).waitForText('定位权限');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(app.page().text()).not.toContain('微信提醒');
  expect(app.open(inboxPage).findAll('js-ask-row')).toEqual([]);
  expect(app.asked).toEqual([]);
  await bare.close();
});
