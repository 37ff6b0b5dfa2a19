// What happens between the pay key and a certain result, by taps on the compiled pages.
import type { OrderView } from '../../src/contracts/values';
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, fruitShop, lin, noodleShop } from '../support/fixture';
import { type Weapp, bootWeapp } from '../support/weapp';

const payPage = `pages/pay/index?m=${noodleShop.code}`;
let cloud: CloudProcess;
let app: Weapp;
beforeAll(async () => {
  cloud = await startCloudProcess();
  // 1000.00 at 20 % earn the first coupon of 1.00.
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 100_000 });
  await cloud.giveOutDividends();
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: lin, payment: 'cancel' },
    launch: { url: payPage },
    now: new Date(MONDAY_MORNING),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

const walletNow = async () => valueOf(await cloud.callAs(lin)('wallet', 'summary', {}));
/** My orders at the noodle shop. The cloud's clock stands still, so they have no order in time. */
async function noodleOrders(): Promise<readonly OrderView[]> {
  const { orders } = valueOf(await cloud.callAs(lin)('orders', 'list', {}));
  return orders.filter(({ merchant }) => merchant.id === noodleShop.id);
}

const noodleStates = async () => (await noodleOrders()).map(({ state }) => state).sort();

async function typeAmount(amount: string): Promise<void> {
  for (const key of amount) await app.page().tap(`js-key-${key === '.' ? 'dot' : key}`);
}

describe('the choice of coupons', () => {
  it('is made for me', async () => {
    await app.page().waitForText(noodleShop.name);
    await typeAmount('50.5');
    await app.page().waitForText('已选最省 · 1 张', '支付 ¥49.50');
  });

  it('can be switched off', async () => {
    await app.page().tap('js-coupons', '已选');
    await app.page().waitForText('这笔共省 ¥1.00');
    await app.page().tap('js-lot-0');
    await app.page().waitForText('这笔不用券', '支付 ¥50.50');
  });

  it('takes a part of a lot', async () => {
    await app.page().tap('js-lot-0');
    await app.page().waitForText('支付 ¥49.50');
    const event = { className: 'js-lot-amount-0', event: 'blur', detail: { value: '0.4' } };
    await app.page().fire(event);
    await app.page().waitForText('这笔共省 ¥0.40', '支付 ¥50.10');
  });

  it('goes back to what saves most', async () => {
    await app.page().tap('js-coupons-best');
    await app.page().tap('js-coupons-done');
    await app.page().waitForText('已选最省 · 1 张', '支付 ¥49.50');
  });
});

describe('a payment window that was left', () => {
  it('keeps the order and its coupons waiting', async () => {
    await app.page().tap('js-pay', '¥49.50');
    await app.page().waitForText('待支付', '继续支付 ¥49.50', '超时自动关闭，消费券退回券包');
    expect(await walletNow()).toMatchObject({ balanceFen: 0, heldFen: 100 });
  });

  it('can be given up: coupons come back, and the same bill is a new order', async () => {
    await app.page().tap('js-cancel');
    await app.page().waitForText('订单 ¥50.50 已取消', '消费券 ¥1.00 已退回券包', '支付 ¥49.50');
    expect(await walletNow()).toMatchObject({ balanceFen: 100, heldFen: 0 });
    await app.page().tap('js-pay', '¥49.50');
    await app.page().waitForText('继续支付 ¥49.50');
    expect(await noodleStates()).toEqual(['closed', 'placed']);
  });

  it('stands on top of the orders with a way to go on', async () => {
    const orders = app.open('packages/account/orders/index');
    await orders.waitForText('待支付', '继续支付', '已关闭', '没有更早的订单了');
    expect(orders.findAll('js-order-row')[0]?.textContent).toContain('继续支付');
    await orders.tap('js-order-row', '继续支付');
    const order = await app.waitForRoute('packages/account/order/index');
    await order.waitForText('待支付', '提交订单，留下消费券', '2027 年 11 月 30 日前有效');
  });

  it('is paid by going on, also when the reply of WeChat is lost, and only once', async () => {
    app.hand.payment = 'pay-lose-reply';
    await app.page().tap('js-resume');
    const result = await app.waitForRoute('packages/account/result/index');
    await result.waitForText('支付成功', '5.05', '已生效');
    expect(result.findAll('js-result-saved')[0]?.textContent).toBe('¥1.00');
    expect(result.findAll('js-resume')).toEqual([]);
    expect(await noodleStates()).toEqual(['closed', 'completed']);
  });
});

describe('the same amount at the same shop within two minutes', () => {
  it('is asked about before it is paid again', async () => {
    app.hand.payment = 'pay';
    app.open(payPage);
    await app.page().waitForText(noodleShop.name);
    await typeAmount('50.5');
    await app.page().tap('js-pay', '¥50.50');
    await app.page().waitForText('刚刚付过一样的金额', '¥50.50。确定再付一笔吗？');
    await app.page().tap('js-same-bill-stop');
    expect(await noodleOrders()).toHaveLength(2);
  });

  it('is paid when that is what I want', async () => {
    await app.page().tap('js-pay', '¥50.50');
    await app.page().tap('js-same-bill-pay');
    const result = await app.waitForRoute('packages/account/result/index');
    await result.waitForText('支付成功');
    expect(await noodleOrders()).toHaveLength(3);
  });
});

it('says plainly that a tiny bill earns nothing', async () => {
  app.open(payPage);
  await app.page().waitForText(noodleShop.name);
  await typeAmount('0.09');
  await app.page().waitForText('金额太小，这笔没有让利，也不产生积分', '支付 ¥0.09');
});

it('closes an order whose time is over, and says so', async () => {
  app.hand.payment = 'cancel';
  await app.page().tap('js-pay', '¥0.09');
  await app.page().waitForText('继续支付 ¥0.09');
  const open = (await noodleOrders()).find(({ state }) => state === 'placed');
  await cloud.advanceClock(16 * 60);
  await cloud.runTimer('payments-sweep');
  await app.page().tap('js-resume');
  await app.page().waitForText('订单 ¥0.09 超时关闭了', '这笔没有付款；如有扣款，会原路退回');
  const order = app.open(`packages/account/order/index?id=${open?.id ?? ''}`);
  await order.waitForText('已关闭', '订单关闭');
});

it('complained about nothing on the way', () => {
  expect(app.complaints).toEqual([]);
});
