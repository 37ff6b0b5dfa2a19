// Every page of the compiled bundle opens against the local cloud and shows its content.
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, closedShop, fruitShop, lin, newcomer, site } from '../support/fixture';
import { type Weapp, bootWeapp } from '../support/weapp';

/** Route → its query and what it must say, for somebody who has paid 1000.00 and has a coupon. */
const pages: Readonly<Record<string, { query?: string; says: readonly string[] }>> = {
  'pages/circle/index': { says: ['3 公里', '青禾鲜果', '每 100 元得 20 积分', '一枝花房'] },
  'pages/wallet/index': { says: ['1.00', '200.00', '累计派券最多为积分的 5 倍'] },
  'pages/mine/index': { says: ['我的订单', '生活圈半径', '规则与协议', '客服与投诉'] },
  'pages/pay/index': { query: `m=${fruitShop.code}`, says: ['青禾鲜果', '请与店员核对金额'] },
  'packages/account/orders/index': { says: ['青禾鲜果', '1000.00', '已支付'] },
  'packages/account/order/index': { query: 'id=<order>', says: ['原价', '1000.00', '商家让利'] },
  'packages/account/result/index': { query: 'id=<order>', says: ['支付成功', '200.00'] },
  'packages/account/rules/index': { says: ['何时派券', '400.00', '这是上限，不是承诺'] },
  'packages/account/about/index': { says: ['客服', '投诉', '注销'] },
  'packages/account/settings/index': { says: ['生活圈半径', '字号', '10 公里'] },
  'packages/account/place/index': { says: [site.name, '武林广场'] },
  'packages/account/scan/index': { says: ['扫一扫', '输入店码去买单'] },
  'packages/account/my-code/index': { says: ['我的码', '不能付款'] },
};

/** Words that consumer pages never say. */
const forbidden = /返本|全返|躺赚|投资|收益|分红|积分池|额度|佣金/;

let cloud: CloudProcess;
let app: Weapp;
let orderId: string;
beforeAll(async () => {
  cloud = await startCloudProcess();
  const order = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 100_000 });
  orderId = order.id;
  await cloud.giveOutDividends();
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: lin, position: site.position },
    now: new Date(MONDAY_MORNING),
  });
});
afterAll(() => cloud.close());

it('has no page that this table does not know', () => {
  expect([...app.routes].sort()).toEqual(Object.keys(pages).sort());
});

it.each(Object.entries(pages))('%s shows its content', async (route, { query = '', says }) => {
  const page = app.open(`${route}?${query.replace('<order>', orderId)}`);
  await page.waitForText(...says);
  expect(page.text()).not.toMatch(forbidden);
  expect(app.complaints).toEqual([]);
});

it('says that a closed shop takes no payment, and offers no keypad', async () => {
  const page = app.open(`pages/pay/index?m=${closedShop.code}`);
  await page.waitForText(closedShop.name, '暂停收款');
  expect(page.findAll('js-pay')).toEqual([]);
});

it('says that a code leads nowhere instead of waiting for ever', async () => {
  const page = app.open('pages/pay/index?m=zzzzzzzz');
  await page.waitForText('没有找到');
});

describe('to a newcomer who refuses the location', () => {
  let phone: Weapp;
  beforeAll(() => {
    app.close();
    phone = bootWeapp({ cloudUrl: cloud.url, hand: { openid: newcomer, position: null } });
  });
  afterAll(() => phone.close());

  it('shows the shops around a chosen place', async () => {
    const place = phone.open('packages/account/place/index');
    await place.tap('js-place', '武林广场');
    const circle = await phone.waitForRoute('pages/circle/index');
    await circle.waitForText('武林广场', fruitShop.name);
  });

  it('shows an empty wallet with a way on', async () => {
    await phone.open('pages/wallet/index').waitForText('还没有消费券', '扫码付款');
  });
});
