// 我的订单 by taps on the compiled pages: kinds, pages, keys of each state, and taking it all along.
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, fruitShop, lin, noodleShop } from '../support/fixture';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';

/** One more than a page. */
const PAID = 21;
const ordersPage = 'packages/account/orders/index';
const payPage = 'pages/pay/index';

let cloud: CloudProcess;
let app: Weapp;
let openId: string;
beforeAll(async () => {
  cloud = await startCloudProcess();
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 100_000 });
  await cloud.giveOutDividends();
  for (let number = 2; number <= PAID; number += 1) {
    // The cloud's clock stands still between them.
    await cloud.advanceClock(60);
    await cloud.buy({
      openid: lin,
      merchantCode: fruitShop.code,
      amountFen: 100 * number,
      uses: [],
    });
  }
  await cloud.advanceClock(60);
  const closedId = await placeAtNoodles(700);
  valueOf(await cloud.callAs(lin)('orders', 'cancel', { orderId: closedId }));
  await cloud.advanceClock(60);
  openId = await placeAtNoodles(800);
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: lin, payment: 'cancel' },
    now: new Date(Date.parse(MONDAY_MORNING) + (PAID + 2) * 60_000),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

async function placeAtNoodles(amountFen: number): Promise<string> {
  const { order } = valueOf(
    await cloud.callAs(lin)('orders', 'place', {
      requestId: `orders-page-test-${amountFen}`,
      merchantCode: noodleShop.code,
      amountFen,
      uses: [],
    }),
  );
  return order.id;
}

const rows = (): number => app.page().findAll('js-order-row').length;
const untilRows = (count: number): Promise<void> =>
  pollUntil(
    () => rows() === count,
    () => `${count} rows, there are ${rows()}`,
  );

describe('the list', () => {
  it('has the order that waits on top, with its clock and keys, then the others by month', async () => {
    const page = app.open(ordersPage);
    await untilRows(20);
    const [first, second] = page.findAll('js-order-row');
    expect(first?.textContent).toMatch(/巷口小面馆.*待支付.*1\d:\d\d.*取消订单.*继续支付/);
    expect(second?.textContent).toContain('已关闭');
    expect(page.findAll('js-month').map(({ textContent }) => textContent)).toEqual([
      '2026 年 11 月',
    ]);
  });

  it('brings the older ones when its end is reached', async () => {
    await app.page().tap('js-list-end', '更早');
    await untilRows(PAID + 2);
    await app.page().waitForText('没有更早的订单了', '1000.00');
  });
});

describe('the kinds', () => {
  const untilOnly = async (words: string, count: number): Promise<void> => {
    await pollUntil(
      () =>
        rows() === count &&
        app
          .page()
          .findAll('js-order-row')
          .every(({ textContent }) => textContent.includes(words)),
      () => `${count} rows with ${words} in ${app.page().describe()}`,
    );
  };

  it('shows those that wait, and only those', async () => {
    await app.page().tap('js-show-open');
    await untilOnly('待支付', 1);
  });

  it('shows those that were given up', async () => {
    await app.page().tap('js-show-closed');
    await untilOnly('已关闭', 1);
  });

  it('pages through those that were paid', async () => {
    await app.page().tap('js-show-paid');
    await untilOnly('已支付', 20);
    await app.page().tap('js-list-end', '更早');
    await untilOnly('已支付', PAID);
  });

  it('says how to get money back where none was, and leads back to all', async () => {
    await app.page().tap('js-show-refunded');
    await app.page().waitForText('没有退款', '申请售后或投诉');
    await app.page().tap('js-show-every');
    await untilRows(PAID + 2);
  });

  it('opens at the kind that 我的 asks for', async () => {
    const mine = app.open('pages/mine/index');
    await mine.waitForText('巷口小面馆 有一笔待支付');
    await mine.tap('js-orders-open');
    await app.waitForRoute(ordersPage);
    await untilOnly('待支付', 1);
  });
});

describe('the keys', () => {
  const tapOn = async (show: string, key: string): Promise<void> => {
    const page = app.open(`${ordersPage}?show=${show}`);
    await pollUntil(
      () => rows() > 0,
      () => `rows in ${page.describe()}`,
    );
    await page.tap(key);
  };

  it('pays the same shop again', async () => {
    await tapOn('closed', 'js-again');
    await (await app.waitForRoute(payPage)).waitForText(noodleShop.name, '消费金额');
  });

  it('shows what a payment brought', async () => {
    await tapOn('paid', 'js-result');
    const result = await app.waitForRoute('packages/account/result/index');
    await result.waitForText('支付成功', fruitShop.name);
    await result.tap('js-nearby-shop', noodleShop.name);
    await app.waitForRoute('packages/circle/shop/index');
  });

  it('gives up the order that waits', async () => {
    await tapOn('open', 'js-cancel');
    await app.page().waitForText('没有待支付的订单');
    const { order } = valueOf(await cloud.callAs(lin)('orders', 'get', { orderId: openId }));
    expect(order.state).toBe('closed');
  });
});

describe('an order’s page', () => {
  it('shows the bill, the points, and ways to the shop, to a question and to another bill', async () => {
    const { orders } = valueOf(await cloud.callAs(lin)('orders', 'list', { show: 'paid' }));
    const url = `packages/account/order/index?id=${orders[0]?.id ?? ''}`;
    const page = app.open(url);
    await page.waitForText('原价', '¥21.00', '¥21.00 的 20%', '4.20', '已生效', '订单号');
    await page.tap('js-ask-about');
    await (await app.waitForRoute('packages/account/ticket/index')).waitForText('¥21.00');
    await app.open(url).tap('js-again');
    await app.waitForRoute(payPage);
    await app.open(url).tap('js-shop');
    await app.waitForRoute('packages/circle/shop/index');
  });
});

describe('taking my data along', () => {
  it('hands over a table and the whole, with every order of every page', async () => {
    const page = app.open('packages/account/privacy/index');
    await page.tap('js-export');
    await page.waitForText('发到微信 CSV', '发到微信 JSON');
    app.hand.sharesFiles = false;
    await page.tap('js-take-csv');
    app.hand.sharesFiles = true;
    await page.tap('js-take-json');
    await page.tap('js-take-csv');
    await pollUntil(
      () => app.shared.length === 2,
      () => `two files, there are ${app.shared.length}`,
    );
    const [json, csv] = app.shared;
    const { orders, statement } = JSON.parse(json?.text ?? '') as Record<string, unknown[]>;
    expect(orders).toHaveLength(PAID + 2);
    const { rows: changes } = valueOf(await cloud.callAs(lin)('wallet', 'statement', {}));
    expect(changes.length).toBeGreaterThan(0);
    expect(statement).toEqual(changes);
    // Heading, orders, what happened, and the end of the last line.
    expect(csv?.text.split('\r\n')).toHaveLength(1 + PAID + 2 + changes.length + 1);
    expect(app.toasts.filter((text) => text.includes('没能'))).toEqual([]);
  });
});

it('complained about nothing on the way', () => {
  expect(app.complaints).toEqual([]);
});
