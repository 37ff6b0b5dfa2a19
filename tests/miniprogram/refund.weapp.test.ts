// Refunds by taps on the compiled pages: the shop gives back, the payer sees it.
import type { OrderView } from '../../src/contracts/values';
import { USUAL_REASONS } from '../../src/domain/orders/refund-reasons';
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, bothOfLin, fruitShop, lin, noodleShop, wang } from '../support/fixture';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';

/** One more than a page. */
const SOLD = 21;
const billsPage = 'packages/merchant/bills/index';
const refundPage = 'packages/merchant/refund/index';

const [tooLittle = '', broken = ''] = USUAL_REASONS;

/** With which WeChat's documents try their check of texts. */
const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级';

let cloud: CloudProcess;
let app: Weapp;
beforeAll(async () => {
  cloud = await startCloudProcess({ merchants: bothOfLin });
  for (let number = 1; number <= SOLD; number += 1) {
    await cloud.advanceClock(60);
    const amountFen = number * 10_00;
    await cloud.buy({ openid: wang, merchantCode: noodleShop.code, amountFen, uses: [] });
  }
  await cloud.advanceClock(60);
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 500_00, uses: [] });
  await cloud.giveOutDividends();
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: lin },
    now: new Date(Date.parse(MONDAY_MORNING) + (SOLD + 3) * 60_000),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

const bills = (): number => app.page().findAll('js-shop-bill').length;
const untilBills = (count: number): Promise<void> =>
  pollUntil(
    () => bills() === count,
    () => `${count} bills, there are ${bills()}`,
  );

async function noodleBills(): Promise<void> {
  const page = app.open(billsPage);
  await page.tap('js-switch-shop');
  await page.tap('js-shop-choice', noodleShop.name);
  // More of them where the app remembers that they were read.
  await pollUntil(
    () => bills() >= 20,
    () => `a page of bills in ${page.describe()}`,
  );
}

async function openBill(yuan: string): Promise<void> {
  await noodleBills();
  await app.page().tap('js-shop-bill', yuan);
  await (await app.waitForRoute(refundPage)).waitForText('还能退');
}

async function typeAmount(amount: string): Promise<void> {
  await app.page().tap('js-amount-row');
  for (const key of amount) await app.page().tap(`js-key-${key === '.' ? 'dot' : key}`);
  await app.page().waitForText(`¥${amount}`);
}

async function chooseAmount(amount: string): Promise<void> {
  await typeAmount(amount);
  await app.page().tap('js-pay', '好了');
}

/** Taps the key as soon as it takes taps, and waits for the question. */
async function askToRefund(yuan: string): Promise<void> {
  await app.page().waitForText(`退款 ${yuan}`);
  await pollUntil(
    async () => {
      await app.page().tap('js-refund');
      return app.page().findAll('js-confirm').length > 0;
    },
    () => `the question in ${app.page().describe()}`,
  );
}

async function orderOf(amountFen: number): Promise<OrderView> {
  const { orders } = valueOf(await cloud.callAs(wang)('orders', 'list', {}));
  const order = orders.find(({ bill }) => bill.amountFen === amountFen);
  if (order === undefined) throw new Error(`no order of ${amountFen}`);
  return order;
}

describe('my shop', () => {
  it('is a row of 我的 only for those who work there', async () => {
    const page = app.open('pages/mine/index');
    await page.waitForText('我的店', '2 家');
    await page.tap('js-my-shop');
    await app.waitForRoute(billsPage);
    await app.page().waitForText('换一家店');
  });

  it('has its bills by day, newest first, page by page', async () => {
    await noodleBills();
    const [first] = app.page().findAll('js-shop-bill');
    expect(first?.textContent).toMatch(/10:21.*210.00.*微信 ¥210.00/);
    expect(
      app
        .page()
        .findAll('js-day')
        .map((day) => day.textContent),
    ).toEqual(['今天']);
    await app.page().tap('js-rows-end', '更早');
    await untilBills(SOLD);
    await app.page().waitForText('没有更早的账单了');
  });

  it('shows the bills of another shop of mine, and not those of both', async () => {
    await app.page().tap('js-switch-shop');
    await app.page().tap('js-shop-choice', fruitShop.name);
    await untilBills(1);
    await app.page().waitForText('微信 ¥500.00');
  });
});

describe('a part of a bill', () => {
  it('is not taken while no reason is given, nor above what may go back', async () => {
    await openBill('200.00');
    await app.page().tap('js-refund', '请先选一个原因');
    expect(app.page().findAll('js-confirm')).toEqual([]);
    await typeAmount('200.01');
    await app.page().waitForText('最多退 ¥200.00');
    await app.page().tap('js-pay');
    await app.page().waitForText('最多退 ¥200.00');
    await app.page().tap('js-whole');
    await app.page().waitForText('全退');
  });

  it('goes back after one question, and the list knows it', async () => {
    await chooseAmount('50.5');
    await app.page().tap('js-reason', broken);
    await askToRefund('¥50.50');
    await app.page().waitForText('现金退回顾客微信', '现金原路退回，双方的积分');
    await app.page().tap('js-confirm');
    await app.page().waitForText('已退款 ¥50.50', '现金 ¥50.50 由微信原路退回');
    expect(await orderOf(200_00)).toMatchObject({
      refunds: [{ amountFen: 50_50, by: 'merchant', reason: broken, cash: 'returned' }],
    });
    await app.page().tap('js-refund-done');
    await app.waitForRoute(billsPage);
    await app.page().waitForText('已退 ¥50.50');
  });

  it('leaves the rest to be given back, in words of one’s own', async () => {
    await app.page().tap('js-shop-bill', '已退 ¥50.50');
    await (await app.waitForRoute(refundPage)).waitForText('¥149.50', '店里退', `原因：${broken}`);
    await app.page().type('js-reason-text', ' 面里没有肉 ');
    await askToRefund('¥149.50');
    await app.page().tap('js-confirm');
    await app.page().waitForText('已退款 ¥149.50');
    const order = await orderOf(200_00);
    expect(order.state).toBe('refunded');
    expect(order.refunds[1]?.reason).toBe('面里没有肉');
  });

  it('is over when all went back', async () => {
    await app.page().tap('js-refund-done');
    await app.waitForRoute(billsPage);
    await app.page().tap('js-shop-bill', '已全部退款');
    await app.page().waitForText('这笔账已经全部退了', '原因：面里没有肉');
    expect(app.page().findAll('js-refund')).toEqual([]);
  });
});

describe('a bad day', () => {
  it('gives back once, though the answer got lost and the key is tapped again', async () => {
    await openBill('190.00');
    await chooseAmount('20');
    await app.page().tap('js-reason', tooLittle);
    await askToRefund('¥20.00');
    app.hand.replies = 'get-lost';
    await app.page().tap('js-confirm');
    await app.page().waitForText('不会退两次');
    app.hand.replies = 'come';
    await askToRefund('¥20.00');
    await app.page().tap('js-confirm');
    await app.page().waitForText('已退款 ¥20.00');
    expect(await orderOf(190_00)).toMatchObject({ refundedFen: 20_00, refunds: [{}] });
  });

  it('names a refund that somebody else has overtaken', async () => {
    await openBill('180.00');
    const { id: orderId } = await orderOf(180_00);
    const wishes = { requestId: 'overtaking-refund', orderId, amountFen: 100_00, reason: '退货' };
    valueOf(await cloud.callAs(lin)('merchant', 'refund', wishes));
    await app.page().tap('js-reason', '退货');
    await askToRefund('¥180.00');
    await app.page().tap('js-confirm');
    await app.page().waitForText('退款超过了还能退的金额', '退款 ¥80.00');
  });

  it('says what waits when WeChat refuses, asks again on a tap, and shows it in the list', async () => {
    await openBill('170.00');
    await cloud.setFaults([{ fault: 'error-before', action: 'wx.wxPayApi.refund' }]);
    await app.page().tap('js-reason', '多收了');
    await askToRefund('¥170.00');
    await app.page().tap('js-confirm');
    await app.page().waitForText('退款 ¥170.00 已登记', '现金 ¥170.00 还没有退出去');
    await app.page().tap('js-refund-done');
    await app.waitForRoute(billsPage);
    await app.page().waitForText('¥170.00 退款处理中', '系统会自动再试');
  });

  it('asks WeChat again from the list and from the bill, until WeChat has it', async () => {
    const again = async (toast: string): Promise<void> => {
      const before = app.toasts.length;
      await app.page().tap('js-notice-action', '再请微信退一次');
      await pollUntil(
        () => app.toasts.slice(before).includes(toast),
        () => `${toast}, there is ${app.toasts.slice(before).join()}`,
      );
    };
    await again('微信还是没有受理');
    await app.page().tap('js-shop-bill', '¥170.00 退款处理中');
    await (await app.waitForRoute(refundPage)).waitForText('微信还没有受理', '多收了');
    await again('微信还是没有受理');
    await cloud.setFaults([]);
    await again('微信已受理');
    await pollUntil(
      () => app.page().findAll('js-notice-action').length === 0,
      () => `no more to ask for in ${app.page().describe()}`,
    );
    expect(await orderOf(170_00)).toMatchObject({ refunds: [{ cash: 'returned' }] });
    await openBill('150.00');
    await cloud.setFaults([{ fault: 'error-before', action: 'wx.wxPayApi.refund' }]);
    await app.page().tap('js-reason', tooLittle);
    await askToRefund('¥150.00');
    await app.page().tap('js-confirm');
    await app.page().waitForText('已登记');
    await app.page().tap('js-refund-done');
    await app.waitForRoute(billsPage);
    await app.page().waitForText('¥150.00 退款处理中');
    await cloud.setFaults([]);
    await again('微信已受理');
    await app.waitForRoute(billsPage);
    await app.page().waitForText('没有更早的账单了');
    expect(await orderOf(150_00)).toMatchObject({ refunds: [{ cash: 'returned' }] });
  });

  it('takes no reason that WeChat does not let pass, and says what to do', async () => {
    await openBill('140.00');
    await app.page().type('js-reason-text', RISKY);
    await askToRefund('¥140.00');
    await app.page().tap('js-confirm');
    await app.page().waitForText('没有通过微信的内容检查', '选一个常用原因');
    await pollUntil(
      () => app.page().findAll('js-confirm').length === 0,
      () => 'the end of the question',
    );
    await app.page().tap('js-reason', '退货');
    await askToRefund('¥140.00');
    await app.page().waitForText('原因退货');
    await app.page().tap('js-confirm');
    await app.page().waitForText('已退款 ¥140.00');
    expect(await orderOf(140_00)).toMatchObject({ refunds: [{ reason: '退货' }] });
  });

  it('asks WeChat again for the same refund', async () => {
    await cloud.setFaults([{ fault: 'error-before', action: 'wx.wxPayApi.refund' }]);
    await openBill('160.00');
    await app.page().tap('js-reason', '多收了');
    await askToRefund('¥160.00');
    await app.page().tap('js-confirm');
    await app.page().waitForText('已登记');
    await cloud.setFaults([]);
    await app.page().tap('js-cash-again');
    await app.page().waitForText('已退款 ¥160.00');
    expect((await orderOf(160_00)).refunds).toHaveLength(1);
  });
});

describe('the payer', () => {
  let phone: Weapp;
  beforeAll(() => {
    app.close();
    phone = bootWeapp({ cloudUrl: cloud.url, hand: { openid: wang } });
  });
  afterAll(() => phone.close());

  it('has no row of a shop', async () => {
    const page = phone.open('pages/mine/index');
    await page.waitForText('我的订单', '规则与协议');
    await pollUntil(
      () => page.findAll('js-figures').length > 0,
      () => 'the figures of 我的',
    );
    expect(page.findAll('js-my-shop')).toEqual([]);
  });

  it('sees what went back of each order', async () => {
    const page = phone.open('packages/account/orders/index?show=refunded');
    await page.waitForText('部分退款', '已退款', '已退 ¥20.00', '已退 ¥200.00');
    const { id } = await orderOf(200_00);
    const order = phone.open(`packages/account/order/index?id=${id}`);
    await order.waitForText('已退款', '商家退款', '¥50.50', '¥149.50', '原因：面里没有肉');
  });

  it('reads where cash is that WeChat has not taken on', async () => {
    const { id } = await orderOf(130_00);
    await cloud.setFaults([{ fault: 'error-before', action: 'wx.wxPayApi.refund' }]);
    const wishes = { requestId: 'refund-that-waits', orderId: id, amountFen: 130_00 };
    valueOf(await cloud.callAs(lin)('merchant', 'refund', { ...wishes, reason: '多收了' }));
    await cloud.setFaults([]);
    const order = phone.open(`packages/account/order/index?id=${id}`);
    await order.waitForText('现金 ¥130.00 微信处理中', '原因：多收了');
  });

  it('reads in the wallet what waits to be deducted, and why', async () => {
    // 500.00 at 20 % brought coupons; they are spent, then the bill is given back.
    await cloud.giveOutDividends();
    await cloud.giveOutDividends();
    const { balanceFen } = valueOf(await cloud.callAs(wang)('wallet', 'summary', {}));
    expect(balanceFen).toBeGreaterThan(0);
    await cloud.buy({ openid: wang, merchantCode: noodleShop.code, amountFen: balanceFen });
    const { id: orderId } = await orderOf(500_00);
    const wishes = { requestId: 'refund-of-what-gave', orderId, amountFen: 500_00, reason: '退货' };
    valueOf(await cloud.callAs(lin)('merchant', 'refund', wishes));
    const wallet = phone.open('pages/wallet/index');
    await wallet.waitForText('因退款待抵扣', '不用另外付钱');
    await wallet.tap('js-notice-action', '为什么');
    const help = await phone.waitForRoute('packages/account/help/index');
    await help.waitForText('「待抵扣」是什么', '从后面派的券里先扣');
    await help.tap('js-more', '看明细');
    await phone.waitForRoute('packages/account/statement/index');
  });

  it('met no complaint on the way', () => {
    expect(phone.complaints).toEqual([]);
  });
});
