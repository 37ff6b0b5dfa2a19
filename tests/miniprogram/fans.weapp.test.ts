// By an entry code into the app, and in and out of being a fan, by taps on the compiled pages.
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import {
  fruitShop,
  lin,
  MONDAY_MORNING,
  noodleShop,
  noodlesOfLin,
  site,
  wang,
} from '../support/fixture';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';

const circlePage = 'pages/circle/index';
const fanPage = 'packages/account/fan/index';

let cloud: CloudProcess;
let app: Weapp;
beforeAll(async () => {
  cloud = await startCloudProcess({ merchants: noodlesOfLin });
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: wang, position: site.position },
    // What WeChat hands over when somebody scans the printed entry code: the rule's page, and q.
    launch: {
      url: `pages/pay/index?q=${encodeURIComponent(`https://pay.example.com/s?e=${noodleShop.code}`)}`,
      scene: 1011,
    },
    now: new Date(MONDAY_MORNING),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

const fanOf = async (openid: string): Promise<string | undefined> =>
  valueOf(await cloud.callAs(openid)('account', 'fan', {})).fan?.merchant.code;
const untilFanOf = (openid: string, code: string | undefined): Promise<void> => {
  let seen: string | undefined;
  return pollUntil(
    async () => {
      seen = await fanOf(openid);
      return seen === code;
    },
    () => `a fan of ${String(code)}, is of ${String(seen)}`,
  );
};

describe('a cold start by an entry code', () => {
  it('leads to 生活圈 and says who brought me, and asks nothing', async () => {
    const page = await app.waitForRoute(circlePage);
    await page.waitForText('巷口小面馆带您来的', fruitShop.name);
    expect(app.toasts).toEqual([]);
  });

  it('tells the cloud behind the page: a purchase elsewhere is brought by it', async () => {
    await untilFanOf(wang, noodleShop.code);
    const order = await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 50_00 });
    expect(order.broughtBy).toBe('entry');
    const page = app.open(`packages/account/order/index?id=${order.id}`);
    await page.waitForText('带您来的店因这一单得到奖励');
  });

  it('has a line that closes, and stays closed', async () => {
    const page = app.open(circlePage);
    await page.waitForText('巷口小面馆带您来的');
    await page.tap('js-brought-close');
    await pollUntil(
      () => page.findAll('js-brought-by').length === 0,
      () => `no line in ${page.describe()}`,
    );
    app.open('pages/mine/index');
    const again = app.open(circlePage);
    await again.waitForText(fruitShop.name);
    expect(again.findAll('js-brought-by')).toEqual([]);
  });
});

describe('我关注的店', () => {
  it('says whose fan I am, until when, and who pays for it', async () => {
    const mine = app.open('pages/mine/index');
    await mine.tap('js-fan');
    const page = await app.waitForRoute(fanPage);
    await page.waitForText(
      '您是它的粉丝\u00a0· 2026 年 11 月 2 日起',
      '2027 年 11 月 30 日',
      '一分不多付',
    );
  });

  it('is left after one question, and a scan does not bring it back', async () => {
    const page = app.open(fanPage);
    await page.tap('js-leave');
    await page.waitForText('不再做巷口小面馆的粉丝？', '已经给的不收回');
    await page.tap('js-leave-now');
    await page.waitForText('您没有关注的店');
    expect(await fanOf(wang)).toBeUndefined();
    app.open(`pages/pay/index?scene=m%3D${fruitShop.code}`);
    await app.page().waitForText('请与店员核对金额');
    await untilVisitTold(fruitShop.code);
    expect(await fanOf(wang)).toBeUndefined();
  });

  it('is chosen again on a shop’s page, by a tap that says what it means', async () => {
    const page = app.open(`packages/circle/shop/index?code=${fruitShop.code}`);
    await page.tap('js-become-fan');
    await page.waitForText('成为青禾鲜果的粉丝', '账单 1% 的消费券');
    await page.tap('js-join');
    await page.waitForText('您是这家店的粉丝');
    expect(await fanOf(wang)).toBe(fruitShop.code);
  });

  it('has no place on the page of a shop where one works', async () => {
    app.close();
    app = bootWeapp({
      cloudUrl: cloud.url,
      hand: { openid: lin, position: site.position },
      now: new Date(MONDAY_MORNING),
    });
    const other = app.open(`packages/circle/shop/index?code=${fruitShop.code}`);
    await other.waitForText('成为粉丝');
    const own = app.open(`packages/circle/shop/index?code=${noodleShop.code}`);
    await own.waitForText(noodleShop.name);
    expect(own.findAll('js-become-fan')).toEqual([]);
  });
});

describe('a scan of a shop’s code', () => {
  it('lands on the pay page with no question, and makes the fan behind it', async () => {
    app.hand.openid = 'test-guest';
    app.open(`pages/pay/index?scene=m%3D${fruitShop.code}`);
    await app.page().waitForText(fruitShop.name, '消费金额');
    await untilFanOf('test-guest', fruitShop.code);
    expect(app.toasts).toEqual([]);
  });

  it('is no visit where a key inside of the app opened the page', async () => {
    app.hand.openid = 'test-stroller';
    app.open(`pages/pay/index?m=${fruitShop.code}`);
    await app.page().waitForText(fruitShop.name, '消费金额');
    app.open(circlePage);
    await app.page().waitForText(fruitShop.name);
    expect(await fanOf('test-stroller')).toBeUndefined();
  });
});

describe('粉丝与入口码', () => {
  it('shows the owner the fans, each reward and why, and the code to show', async () => {
    app.hand.openid = lin;
    const bills = app.open('packages/merchant/bills/index');
    await bills.tap('js-to-fans');
    const page = await app.waitForRoute('packages/merchant/fans/index');
    await page.waitForText('我的入口码', '青禾鲜果', '+¥0.50', '入口码', '账单 ¥50.00', '三分之一');
    expect(page.findAll('js-qr')).toHaveLength(1);
  });
});

/** The phone notes what it has told, so that it does not tell it twice a day. */
async function untilVisitTold(code: string): Promise<void> {
  const told = (): string => JSON.stringify(wxStorage('toldVisits'));
  await pollUntil(
    () => told().includes(code),
    () => `${code} in ${told()}`,
  );
}

function wxStorage(key: string): unknown {
  const { wx } = globalThis as unknown as { wx: { getStorageSync(key: string): unknown } };
  return wx.getStorageSync(key);
}
