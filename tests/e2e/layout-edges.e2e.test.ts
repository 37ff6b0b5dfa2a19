// The pages at their edges: nothing at all yet, a very long name, large bills.
import { waitUntilStill } from '../../scripts/phone/wait-until-still';
import { useBrowser } from '../support/browser';
import { type TestCloud, startTestCloud } from '../support/cloud';
import {
  MONDAY_MORNING,
  aShop,
  closedShop,
  fruitShop,
  lin,
  newcomer,
  noodleShop,
} from '../support/fixture';
import { layoutFaults } from '../support/layout-faults';

const grandShop = aShop({
  ...fruitShop,
  name: '青禾鲜果精品水果零食干货生活体验超级旗舰店（文三路数字生活街区店）',
  address: '西湖区文三路与学院路交叉口西北角数字生活街区 201 号 3 幢底商 1 层东侧 118 室',
  morePictures: [],
  rates: [{ bps: 2000, from: 0 }],
});
/** The most that no one has to review. */
const LARGE_BILL_FEN = 49_999_99;
const leftShop = aShop({ ...noodleShop, state: 'left' });

const browser = useBrowser();
let cloud: TestCloud;
let orderId: string;
beforeAll(async () => {
  cloud = await startTestCloud({ merchants: [grandShop, leftShop, closedShop] });
  for (let bill = 0; bill < 4; bill += 1) {
    const order = await cloud.buy({
      ...{ openid: lin, merchantCode: grandShop.code, amountFen: LARGE_BILL_FEN },
    });
    orderId = order.id;
  }
  await cloud.giveOutDividends();
});
afterAll(() => cloud.close());

/** Opens a page in large text and waits for what it must say. */
async function faultsOf(page: { as: string; route: string; says: string }): Promise<string[]> {
  const phone = await browser.openPhone({
    ...{ cloudUrl: cloud.url, as: page.as, place: 'hz-wensan', now: new Date(MONDAY_MORNING) },
    ...{ theme: 'light', text: 'large' },
  });
  await phone.open(page.route);
  await phone.page.getByText(page.says).filter({ visible: true }).first().waitFor();
  await waitUntilStill(phone.page);
  return [...(await layoutFaults(phone.page)), ...phone.complaints];
}

it.each([
  ['pages/circle/index', '公里'],
  ['pages/wallet/index', '还没有'],
  ['pages/mine/index', '我的订单'],
  [`pages/pay/index?m=${grandShop.code}`, '请与店员核对金额'],
  [`packages/circle/shop/index?code=${grandShop.code}`, '每 100 元让利 20 元'],
  [`packages/circle/shop/index?code=${closedShop.code}`, '一枝花房'],
  [`packages/circle/shop/index?code=${leftShop.code}`, '联盟'],
  ['packages/circle/shop/index?code=nosuch01', '店'],
  ['packages/account/orders/index', '还没有'],
  ['packages/account/statement/index', '还没有'],
  ['packages/account/period/index?n=1', '1 期'],
])('%s fits the phone of somebody who has nothing yet', async (route, says) => {
  expect(await faultsOf({ as: newcomer, route, says })).toEqual([]);
});

it.each([
  ['pages/circle/index', '青禾鲜果'],
  ['pages/wallet/index', '我的积分'],
  ['pages/mine/index', '我的订单'],
  [`packages/circle/shop/index?code=${grandShop.code}`, '我的可用券'],
  ['packages/account/orders/index', '青禾鲜果'],
  ['packages/account/order/index?id=<order>', '商家让利'],
  ['packages/account/result/index?id=<order>', '支付成功'],
  ['packages/account/period/index?n=1', '为什么是这个数'],
  ['packages/account/lot/index?id=dividend-2027-11', '余额是这样来的'],
  ['packages/account/statement/index', '消费'],
  ['packages/account/ledger/index', '按积分派的券，每一分都有钱备着'],
  ['packages/account/leave/index', '注销会失去'],
])('%s fits a very long name and large bills', async (route, says) => {
  expect(await faultsOf({ as: lin, route: route.replace('<order>', orderId), says })).toEqual([]);
});
