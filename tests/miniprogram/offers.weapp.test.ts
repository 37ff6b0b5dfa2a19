// Offers from 领券中心 to a refunded bill, by taps on the compiled pages.
import type { CampaignView } from '../../src/contracts/campaigns';
import type { OrderView } from '../../src/contracts/values';
import { accountOf } from '../../src/wxcloud/identity';
import { operators, refundForPlatform } from '../support/campaigns';
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import {
  MONDAY_MORNING,
  closedShop,
  fruitShop,
  lin,
  noodleShop,
  site,
  wang,
} from '../support/fixture';
import { type Offers, openOffers } from '../support/offers-town';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';
import type { OpenPage } from '../support/weapp/open-page';

const payPage = `pages/pay/index?m=${noodleShop.code}`;
let cloud: CloudProcess;
let app: Weapp;
let offers: Offers;

beforeAll(async () => {
  const noodlesOfWang = { ...noodleShop, staff: [accountOf(wang)] };
  const merchants = [fruitShop, noodlesOfWang, closedShop];
  cloud = await startCloudProcess({ operators, merchants });
  offers = await openOffers(cloud);
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: lin, position: site.position },
    launch: { url: 'packages/circle/offers/index' },
    now: new Date(MONDAY_MORNING),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

const walletNow = async () => valueOf(await cloud.callAs(lin)('wallet', 'summary', {}));
const offersNow = async () =>
  (await walletNow()).lots
    .flatMap(({ benefit, name }) => (benefit === undefined ? [] : [name]))
    .sort();
/** My one paid order at the noodle shop. */
async function orderNow(): Promise<OrderView> {
  const { orders } = valueOf(await cloud.callAs(lin)('orders', 'list', {}));
  const [order] = orders.filter(
    ({ merchant, paidAt }) => merchant.id === noodleShop.id && paidAt !== undefined,
  );
  if (order === undefined) throw new Error('no paid order');
  return order;
}
/** From the wallet: the simulated phone shows a page of which it has another open as it was. */
async function openOrder(id: string): Promise<OpenPage> {
  await app.open('pages/wallet/index').waitForText('我的积分');
  return app.open(`packages/account/order/index?id=${id}`);
}
const claim = ({ id }: CampaignView): Promise<void> => app.page().tap(`js-claim-${id}`);
const textOf = (className: string): string => app.page().findAll(className)[0]?.textContent ?? '';
const linesNow = (): string[] =>
  ['amount', 'shop', 'offers', 'balance', 'cash'].map((line) => textOf(`js-bill-${line}`));
/** The row of a coupon in the sheet, with what stands beside it. */
const lotNamed = (name: string): string =>
  app
    .page()
    .findAll('js-lot-choice')
    .map(({ textContent }) => textContent)
    .find((text) => text.includes(name)) ?? '';

async function typeAmount(amount: string): Promise<void> {
  for (const key of amount) await app.page().tap(`js-key-${key === '.' ? 'dot' : key}`);
}

describe('领券中心', () => {
  it('shows terms, limits and who bears each', async () => {
    const page = app.page();
    await page.waitForText('开城礼', '每人 1 张，限 5 张', '由平台活动预算承担');
    await page.waitForText('两家联合券', fruitShop.name, noodleShop.name, '由用券的那家店承担');
    await page.waitForText('好久不见', '给 30 天没来的老客人');
    await page.waitForText('付款时自动有的', '上午九折', '周一至周五 9:00-12:00');
    await page.waitForText('吃面返券', '每笔最高 5 元', '最多抵账单 20%');
  });

  it('claims once, also when the answer is lost on the way', async () => {
    const lost = { fault: 'reply-lost', action: 'functions.invokeFunction' } as const;
    await cloud.setFaults([{ ...lost, function: 'campaigns', count: 1 }]);
    await claim(offers.welcome);
    await app.page().waitForText('已领取，看券');
    await cloud.setFaults([]);
    await app.waitForToasts('已放进券包');
    expect(await offersNow()).toEqual(['开城礼']);
  });

  it('tells what is gone, and whom a coupon is not for, though both are tapped at once', async () => {
    const before = { requestId: 'claim-by-wang-0001', campaignId: offers.rare.id };
    valueOf(await cloud.callAs(wang)('campaigns', 'claim', before));
    const slow = { fault: 'delay', action: 'functions.invokeFunction', seconds: 2 } as const;
    await cloud.setFaults([{ ...slow, function: 'campaigns' }]);
    await claim(offers.rare);
    await claim(offers.winBack);
    await app.page().waitForText('领完了', '老客专享');
    await cloud.setFaults([]);
    await pollUntil(
      () => app.toasts.length === 3,
      () => `two more toasts, there are ${app.toasts.join()}`,
    );
    const told = ['这张券已经领完了', '这张券只给有一阵没来的老客'];
    expect([...app.toasts.slice(1)].sort()).toEqual([...told].sort());
    expect(await offersNow()).toEqual(['开城礼']);
  });

  it('leads to the shop, whose page has the same keys', async () => {
    await app.page().tap('js-offer-shop', noodleShop.name);
    const shop = await app.waitForRoute('packages/circle/shop/index');
    await shop.waitForText('本店优惠', '付款时自动减，不用领', '付款后返到券包，不用领');
    expect(shop.text()).not.toContain('好久不见');
    await claim(offers.joint);
    await pollUntil(
      async () => (await offersNow()).length === 2,
      () => shop.describe(),
    );
    expect(await offersNow()).toEqual(['两家联合券', '开城礼']);
  });
});

describe('the bill', () => {
  it('takes the shop’s own, an offer and balance, each on its line, and says what comes back', async () => {
    app.open(payPage);
    await app.page().waitForText(noodleShop.name);
    await typeAmount('50.5');
    // 10 % and 5 % of 50.50, floored, and the coupon of 1.00.
    await app.page().waitForText('支付 ¥41.93', '上午九折', '开城礼', '已选最省 · 1 张');
    expect(linesNow()).toEqual(['¥50.50', '−¥5.05', '−¥2.52', '−¥1.00', '¥41.93']);
    await app.page().waitForText('付款后返 ¥4.54 消费返券，限本店，到账就能用');
  });

  it('says why a coupon is not used: one of a kind, and what may not be used here', async () => {
    await app.page().tap('js-coupons');
    await app.page().waitForText('商家优惠', '优惠券', '消费券', '这笔共省 ¥8.57');
    expect(lotNamed('两家联合券')).toContain('与已选的优惠不同享');
  });

  it('keeps its key in sight while the coupons scroll', () => {
    const [scrolled] = app.page().findAll('js-popup-body');
    expect(scrolled?.textContent).toContain('两家联合券');
    expect(scrolled?.textContent).not.toContain('好了');
    expect(app.page().findAll('js-coupons-done')).toHaveLength(1);
  });

  it('puts another offer of the kind in place of the first', async () => {
    await app.page().tap('js-lot-0', '两家联合券');
    await app.page().waitForText('这笔共省 ¥7.52', '支付 ¥42.98');
    expect(lotNamed('上午九折')).toContain('与已选的优惠不同享');
    expect(lotNamed('两家联合券')).toContain('−¥4.00');
  });

  it('takes none of a kind whose chosen one is tapped again', async () => {
    await app.page().tap('js-lot-0', '两家联合券');
    await app.page().waitForText('这笔共省 ¥3.52', '支付 ¥46.98');
    await app.page().tap('js-coupons-none');
    await app.page().waitForText('这笔不用券', '支付 ¥50.50');
    await app.page().tap('js-coupons-best');
    await app.page().waitForText('这笔共省 ¥8.57');
    await app.page().tap('js-coupons-done');
  });

  it('is kept with its coupons while it waits, and gives them back when it is given up', async () => {
    app.hand.payment = 'cancel';
    await app.page().tap('js-pay', '¥41.93');
    await app.page().waitForText('待支付', '已留着', '超时自动关闭，券退回券包');
    expect(await offersNow()).toEqual(['两家联合券']);
    await app.page().tap('js-cancel');
    await app.page().waitForText('订单 ¥50.50 已取消。券已退回券包');
    expect(await offersNow()).toEqual(['两家联合券', '开城礼']);
  });

  it('is paid, and the result tells what was saved and what came back', async () => {
    app.hand.payment = 'pay';
    await app.page().tap('js-pay', '¥41.93');
    const result = await app.waitForRoute('packages/account/result/index');
    await result.waitForText(
      '支付成功',
      '本单共省',
      '¥8.57',
      '另返 ¥4.54 消费返券，限本店，已在券包，现在就能用',
    );
    expect(await offersNow()).toEqual(['两家联合券']);
  });

  it('gives nothing at hours that are not its own, and says so', async () => {
    await cloud.advanceClock(3 * 3600);
    app.open(payPage);
    await app.page().waitForText(noodleShop.name);
    await typeAmount('50.5');
    await app.page().tap('js-coupons', '消费券');
    await app.page().waitForText('好了');
    expect(lotNamed('上午九折')).toContain('现在不是可用的时间');
    // What came back is 4.54 and worth more than the joint coupon, and one goes without the other.
    expect(lotNamed('两家联合券')).toContain('与已选的优惠不同享');
    await app.page().waitForText('这笔共省 ¥4.54');
  });
});

describe('what is left of it', () => {
  it('is explained on the coupon’s page, also of one that is gone', async () => {
    const offer = (await walletNow()).lots.find(({ name }) => name === '两家联合券');
    const there = app.open(`packages/account/lot/index?id=${offer?.id ?? ''}`);
    await there.waitForText('为什么是这个数', '账单满 30 元，减 4 元', '由收券的商家承担');
    const { uses } = await orderNow();
    const spent = uses.find(({ name }) => name === '开城礼');
    const gone = app.open(`packages/account/lot/index?id=${spent?.lotId ?? ''}`);
    await gone.waitForText('开城礼，已经用掉');
  });

  it('says in the list of orders what all of it saved', async () => {
    await app.open('packages/account/orders/index').waitForText('共省 ¥8.57');
  });

  it('is listed by name in the order', async () => {
    const { id } = await orderNow();
    const order = await openOrder(id);
    await order.waitForText('商家优惠', '上午九折', '优惠券', '开城礼', '返券', '¥4.54');
  });

  it('comes back as the refund says: balance in part, the offer with the whole', async () => {
    const { id, bill } = await orderNow();
    await refundForPlatform(cloud, { orderId: id, amountFen: 1000 });
    const partly = await openOrder(id);
    await partly.waitForText('部分退款', '¥0.78', '用过的优惠券，整单退完才退回券包');
    expect(partly.text()).not.toContain('优惠券抵的');
    expect(await offersNow()).toEqual(['两家联合券']);
    await refundForPlatform(cloud, { orderId: id, amountFen: bill.amountFen - 1000 });
    const whole = await openOrder(id);
    await whole.waitForText('已退款', '消费券已退回券包¥0.22');
    await whole.waitForText(
      '优惠券抵的不退钱，券已退回券包¥2.52',
      '整单已退，用过的优惠券已退回券包',
    );
    expect(await offersNow()).toEqual(['两家联合券', '开城礼']);
    expect((await orderNow()).spendBackFen).toBe(0);
  });

  it('stands in the wallet: offers apart from balance, with the way to more', async () => {
    const wallet = app.open('pages/wallet/index');
    await wallet.waitForText('优惠券', '2 张', '两家联合券', '领券中心');
    await wallet.tap('js-offers');
    await app.waitForRoute('packages/circle/offers/index');
  });
});

describe('the shop', () => {
  beforeAll(async () => {
    // 4.00 off by the shop, 2.00 by the offer that is back, 1.00 of balance.
    await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 40_00 });
    expect(app.complaints).toEqual([]);
    app.close();
    const now = new Date(Date.parse(MONDAY_MORNING) + 3 * 3_600_000);
    app = bootWeapp({ cloudUrl: cloud.url, hand: { openid: wang }, now });
  });

  it('finds what its till said, and what of it came in as what', async () => {
    const bills = app.open('packages/merchant/bills/index');
    await bills.waitForText('微信 ¥33.00\u00a0· 券 ¥3.00\u00a0· 本店优惠 −¥4.00');
    const [latest, first] = bills.findAll('js-shop-bill').map(({ textContent }) => textContent);
    expect(latest).toContain('40.00');
    expect(first).toMatch(/50\.50.*微信 ¥41\.93\u00a0· 券 ¥3\.52\u00a0· 本店优惠 −¥5\.05/);
    await bills.tap('js-shop-bill', '50.50');
    const bill = await app.waitForRoute('packages/merchant/refund/index');
    await bill.waitForText('原价¥50.50', '本店优惠−¥5.05', '优惠后¥45.45', '其中用券¥3.52');
    await bill.waitForText('退现金 ¥32.71，退券 ¥0.22，其余用券 ¥2.52 按规则处理');
  });

  it('is promised no more than comes back', async () => {
    const bills = app.open('packages/merchant/bills/index');
    await bills.tap('js-shop-bill', '40.00');
    const bill = await app.waitForRoute('packages/merchant/refund/index');
    await bill.tap('js-reason', '退货');
    await bill.tap('js-refund', '退款 ¥36.00');
    await bill.waitForText('现金退回顾客微信¥33.00', '券部分按规则退回¥3.00');
    await bill.tap('js-confirm');
    await bill.waitForText('已退款 ¥36.00', '券 ¥1.00 已退回顾客的券包');
    await bill.waitForText('其余用券 ¥2.00 按规则处理，顾客在订单里看得到');
    expect(await offersNow()).toEqual(['两家联合券', '开城礼']);
  });
});

it('complained about nothing on the way', () => {
  expect(app.complaints).toEqual([]);
});
