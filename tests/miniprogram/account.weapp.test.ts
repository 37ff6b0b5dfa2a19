// Asking, complaining, what the phone remembers, and leaving, by taps on the compiled pages.
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, fruitShop, lin, noodleShop, site } from '../support/fixture';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';

const ticketPage = 'packages/account/ticket/index';
const orderText = '11 月 2 日\u00a0· 青禾鲜果\u00a0· ¥1000.00';
const leavePage = 'packages/account/leave/index';
let cloud: CloudProcess;
let app: Weapp;
let paidId: string;
beforeAll(async () => {
  cloud = await startCloudProcess();
  const order = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 100_000 });
  paidId = order.id;
  await cloud.giveOutDividends();
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: lin, position: site.position },
    now: new Date(MONDAY_MORNING),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

const ticketsOf = async () =>
  valueOf(await cloud.callAs(lin)('account', 'listTickets', {})).tickets;
const walletOf = async () => valueOf(await cloud.callAs(lin)('wallet', 'summary', {}));

describe('a question', () => {
  it('cannot be sent while there is nothing in it', async () => {
    const page = app.open(ticketPage);
    await page.waitForText('0/500');
    await page.type('js-ticket-text', '   ');
    await page.waitForText('3/500');
    await page.tap('js-file');
    expect(await ticketsOf()).toEqual([]);
  });

  it('is filed once, though the first answer gets lost', async () => {
    const page = app.page();
    await page.tap('js-kind-complaint');
    await page.type('js-ticket-text', ' 收银台多收了 5 元 ');
    await page.waitForText('11 月 9 日前答复');
    await page.tap('js-choose-order');
    await page.tap('js-order-choice', fruitShop.name);
    await pollUntil(
      () => page.findAll('js-choose-order')[0]?.textContent.includes(orderText) ?? false,
      () => `${orderText} to be chosen`,
    );
    app.hand.replies = 'get-lost';
    await page.tap('js-file');
    await page.waitForText('网络断开了');
    app.hand.replies = 'come';
    await page.tap('js-file');
    await page.waitForText('我们收到了', '2026 年 11 月 9 日前答复');
    expect(await ticketsOf()).toMatchObject([
      { kind: 'complaint', text: '收银台多收了 5 元', orderId: paidId, state: 'open' },
    ]);
  });

  it('is shown with its state and the promised day, and leads to its order', async () => {
    await app.page().tap('js-see-tickets');
    const help = await app.waitForRoute('packages/account/help/index');
    await help.waitForText('收银台多收了 5 元', '11 月 9 日前答复');
    await help.tap('js-ticket-order');
    await (await app.waitForRoute('packages/account/order/index')).waitForText('¥1000.00');
  });

  it('opens to its answer where it is a common one, and closes again', async () => {
    const help = app.open('packages/account/help/index');
    await help.tap('js-question-10');
    await help.waitForText('一个券包到处通用');
    await help.tap('js-question-10');
    await pollUntil(
      () => !help.text().includes('一个券包到处通用'),
      () => 'the answer to close',
    );
  });
});

describe('settings', () => {
  it('say whether the position may be known', async () => {
    app.hand.allowsLocation = false;
    const page = app.open('packages/account/settings/index');
    await page.waitForText('未允许');
    app.hand.allowsLocation = true;
    await page.tap('js-permission');
    await page.waitForText('已允许');
  });

  it('clear what the phone remembers', async () => {
    const page = app.page();
    await page.tap('js-radius-5000');
    await app.open('pages/mine/index').waitForText('5 公里');
    const again = app.open('packages/account/settings/index');
    await again.tap('js-forget');
    await again.tap('js-forget-now');
    const mine = app.open('pages/mine/index');
    await mine.waitForText('3 公里');
    expect(app.toasts).toContain('已清除');
  });
});

describe('leaving', () => {
  it('is refused while an order waits, though it holds no coupon', async () => {
    valueOf(
      await cloud.callAs(lin)('orders', 'place', {
        requestId: 'leaving-with-an-open-order',
        merchantCode: noodleShop.code,
        amountFen: 900,
        uses: [],
      }),
    );
    const page = app.open(leavePage);
    await page.waitForText('还有订单等待支付', '¥1.00', '200.00');
    await page.tap('js-go-on');
    expect(page.findAll('js-confirmation')).toEqual([]);
  });

  it('leads to that order, and goes on when it is given up', async () => {
    await app.page().tap('js-notice-action');
    const orders = await app.waitForRoute('packages/account/orders/index');
    await orders.tap('js-cancel');
    await orders.waitForText('没有待支付的订单');
    await orders.tap('js-back');
    const page = await app.waitForRoute(leavePage);
    await pollUntil(
      () => !page.text().includes('还有订单等待支付'),
      () => 'the order to be gone',
    );
  });

  it('wants the word typed, and does nothing before', async () => {
    const page = app.page();
    await page.waitForText('注销会失去', '消费券¥1.00', '200.00', '我清楚了');
    await page.tap('js-go-on');
    await page.type('js-confirmation', '注');
    await page.tap('js-leave-now');
    expect(await walletOf()).toMatchObject({ balanceFen: 100, points: 20_000 });
  });

  it('shows the losses again when there is more to lose than was agreed to', async () => {
    await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 10_000, uses: [] });
    const page = app.page();
    await page.type('js-confirmation', '注销');
    await page.tap('js-leave-now');
    await page.waitForText('您的券或积分刚刚有变化', '210.00');
    expect(await walletOf()).toMatchObject({ balanceFen: 100 });
  });

  it('ends with nothing of the account, on the cloud and on the phone', async () => {
    const page = app.page();
    await page.tap('js-go-on');
    await page.type('js-confirmation', '注销');
    await page.tap('js-leave-now');
    await page.waitForText('账户已注销');
    expect(await walletOf()).toMatchObject({ balanceFen: 0, points: 0, lots: [], paidOrders: 0 });
    await page.tap('js-left-done');
    await app.waitForRoute('pages/circle/index');
    await app.open('packages/account/orders/index').waitForText('还没有订单');
    await app.open('pages/wallet/index').waitForText('还没有消费券');
  });

  it('begins anew with the next bill', async () => {
    await cloud.advanceClock(60);
    await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 5_000 });
    expect(await walletOf()).toMatchObject({ points: 500, paidOrders: 1 });
  });
});

it('complained about nothing on the way', () => {
  expect(app.complaints).toEqual([]);
});
