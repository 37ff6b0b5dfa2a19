// A shop's page by taps on the compiled pages.
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, closedShop, fruitShop, lin, newcomer, site } from '../support/fixture';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';

const shopPage = (code: string): string => `packages/circle/shop/index?code=${code}`;

let cloud: CloudProcess;
let app: Weapp;
beforeAll(async () => {
  cloud = await startCloudProcess();
  // 1000.00 at 20 % earn the first coupon of 1.00.
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 100_000 });
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

/** Puts a function of WeChat's under the app's feet; answers with what it is called with. */
function listenTo(name: string): object[] {
  const calls: object[] = [];
  const { wx } = globalThis as unknown as { wx: Record<string, unknown> };
  wx[name] = (call: object & { success?: (answer: object) => void }) => {
    calls.push(call);
    call.success?.({ errMsg: `${name}:ok` });
  };
  return calls;
}

it('says what a neighbour wants to know, in figures', async () => {
  const page = app.open(shopPage(fruitShop.code));
  await page.waitForText('青禾鲜果', '24 小时营业', '人均 ¥40');
  await page.waitForText('每 100 元让利 20 元，您和商家各得 20 积分', '8.00');
  await page.waitForText('我的可用券', '¥1.00', '券最多抵 ¥1.00');
  await page.waitForText('上次', '¥1000.00', '不甜包退');
  expect(app.complaints).toEqual([]);
});

it('asks for my place only when I want to know how far it is', async () => {
  const page = app.open(shopPage(fruitShop.code));
  await page.waitForText('青禾鲜果', '看看离我多远');
  expect(page.text()).not.toContain('直线');
  await page.tap('js-locate');
  await page.waitForText('直线 70 m，步行 1 分钟');
});

it('counts its pictures while they are swiped', async () => {
  const page = app.open(shopPage(fruitShop.code));
  await page.waitForText('1/2');
  await page.fire({ className: 'js-pictures', event: 'change', detail: { current: 1 } });
  await page.waitForText('2/2');
});

it('leads to paying this shop, and to a bill of mine', async () => {
  const page = app.open(shopPage(fruitShop.code));
  await page.tap('js-go-pay');
  await (await app.waitForRoute('pages/pay/index')).waitForText('青禾鲜果');
  await app.open(shopPage(fruitShop.code)).tap('js-visit');
  await (await app.waitForRoute('packages/account/order/index')).waitForText('1000.00');
});

it('calls the shop', async () => {
  const calls = listenTo('makePhoneCall');
  await app.open(shopPage(fruitShop.code)).tap('js-call');
  await pollUntil(
    () => calls.length > 0,
    () => 'a call',
  );
  expect(calls).toEqual([expect.objectContaining({ phoneNumber: fruitShop.phone })]);
});

it("opens WeChat's map at the shop", async () => {
  const calls = listenTo('openLocation');
  await app.open(shopPage(fruitShop.code)).tap('js-way-key');
  await pollUntil(
    () => calls.length > 0,
    () => 'a map',
  );
  const { longitude, latitude, name, address } = fruitShop;
  expect(calls).toEqual([expect.objectContaining({ longitude, latitude, name, address })]);
});

it('is shared by its name and its own address, which opens the shop and no payment', async () => {
  const page = app.open(shopPage(fruitShop.code));
  await page.waitForText('青禾鲜果', '发给朋友');
  const share = page.instance['onShareAppMessage'] as (from: object) => unknown;
  expect(share.call(page.instance, { from: 'menu' })).toMatchObject({
    title: '青禾鲜果：扫码买单，每 100 元得 20 积分',
    path: '/packages/circle/shop/index?code=fruit001',
  });
});

it('takes no payment while the shop is closed, and says what becomes of coupons', async () => {
  const page = app.open(shopPage(closedShop.code));
  await page.waitForText('一枝花房', '暂停收款', '您的券都还在');
  expect(page.findAll('js-go-pay')).toEqual([]);
});

it.each(['zzzzzzzz', 'bad', ''])('says that the code %p leads nowhere', async (code) => {
  await app.open(shopPage(code)).waitForText('没有找到这家店', '看看附近的店');
});

it('is complete for a newcomer who refuses the location', async () => {
  app.close();
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: newcomer, position: null },
    now: new Date(MONDAY_MORNING),
  });
  const page = app.open(shopPage(fruitShop.code));
  await page.waitForText('青禾鲜果', '还没有券', '文三路 201 号', '去买单');
  expect(page.findAll('js-visits')).toEqual([]);
  expect(page.findAll('js-far')).toEqual([]);
});
