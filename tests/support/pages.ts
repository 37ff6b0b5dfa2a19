// The app's pages, and how each is opened with something to show.
import type { CloudClient } from './cloud-client';
import { fruitShop, lin, noodleShop, wang } from './fixture';

const queries = {
  'pages/circle/index': '',
  'pages/wallet/index': '',
  'pages/mine/index': '',
  'pages/pay/index': 'm=<merchantCode>',
  'packages/account/orders/index': '',
  'packages/account/order/index': 'id=<orderId>',
  'packages/account/result/index': 'id=<orderId>',
  'packages/account/rules/index': '',
  'packages/account/period/index': 'n=1',
  'packages/account/lot/index': 'id=dividend-2027-11',
  'packages/account/statement/index': '',
  'packages/account/messages/index': '',
  'packages/account/ledger/index': '',
  'packages/account/fan/index': '',
  'packages/account/advance/index': '',
  'packages/account/about/index': '',
  'packages/account/settings/index': '',
  'packages/circle/shop/index': 'code=<merchantCode>',
  'packages/circle/search/index': '',
  'packages/circle/place/index': '',
  'packages/circle/offers/index': '',
  'packages/account/scan/index': '',
  'packages/account/my-code/index': '',
  'packages/account/help/index': '',
  'packages/account/ticket/index': 'order=<orderId>',
  'packages/account/privacy/index': '',
  'packages/account/leave/index': '',
  'packages/account/licences/index': '',
  'packages/merchant/bills/index': '',
  'packages/merchant/refund/index': 'order=<soldId>',
  'packages/merchant/fans/index': `code=${noodleShop.code}`,
} as const;

export type PageRoute = keyof typeof queries;
export const pageRoutes = Object.keys(queries) as PageRoute[];

/**
 * What each page says to somebody who has paid 1000.00 at the fruit shop, has a coupon, and owns
 * the noodle shop, where a fan of it has paid a bill of 30.00.
 */
export const pageTexts: Readonly<Record<PageRoute, readonly string[]>> = {
  'pages/circle/index': ['3 公里', '青禾鲜果', '每 100 元得 20 积分', '一枝花房'],
  'pages/wallet/index': ['1.00', '200.00', '累计派券最多为积分的 5 倍'],
  'pages/mine/index': [
    '我的订单',
    '我的店',
    '巷口小面馆',
    '生活圈半径',
    '规则与协议',
    '客服与投诉',
  ],
  'pages/pay/index': ['青禾鲜果', '请与店员核对金额'],
  'packages/account/orders/index': ['青禾鲜果', '1000.00', '已支付'],
  'packages/account/order/index': ['原价', '1000.00', '商家让利'],
  'packages/account/result/index': ['支付成功', '200.00'],
  'packages/account/rules/index': ['何时派券', '400.00', '这是上限，不是承诺', '举个例子'],
  'packages/account/period/index': ['为什么是这个数', '200.00 × 0.5%', '共 1 笔，合计 200.00'],
  'packages/account/lot/index': ['余额是这样来的', '派券到账', '= ¥1.00'],
  'packages/account/messages/index': ['消息', '第 1 期消费券到账 ¥1.00'],
  'packages/account/statement/index': ['明细', '第 1 期派券到账', '+¥1.00'],
  'packages/account/ledger/index': ['按积分派的券，每一分都有钱备着', '杭州城西', '2 笔'],
  'packages/account/fan/index': ['青禾鲜果', '您是它的粉丝', '账单 1% 的消费券'],
  'packages/account/advance/index': ['现在不能先用券', '没有利息'],
  'packages/account/about/index': ['版本', '公开账本', '客服与投诉', '开源软件'],
  'packages/account/settings/index': ['生活圈半径', '字号', '10 公里', '定位权限'],
  'packages/circle/shop/index': ['青禾鲜果', '每 100 元让利 20 元', '我的可用券', '¥1000.00'],
  'packages/circle/search/index': ['搜索', '水果', '火锅'],
  'packages/circle/place/index': ['杭州城西', '武林广场'],
  'packages/circle/offers/index': ['领券中心', '这里现在没有活动'],
  'packages/account/scan/index': ['扫一扫', '输入店码去买单'],
  'packages/account/my-code/index': ['我的码', '不能付款'],
  'packages/account/help/index': ['客服与投诉', '还没有提过问题', '积分是什么'],
  'packages/account/ticket/index': ['售后、投诉', '0/500', '青禾鲜果'],
  'packages/account/privacy/index': ['我们保存什么', '不少于三年', '导出我的数据', '注销账户'],
  'packages/account/leave/index': ['注销会失去', '1.00', '200.00', '不能恢复'],
  'packages/account/licences/index': ['开源软件', 'Taro', 'MIT'],
  'packages/merchant/bills/index': ['店里的账单', '巷口小面馆', '今天', '微信 ¥30.00'],
  'packages/merchant/refund/index': ['还能退', '¥30.00', '为什么退', '现金原路退回'],
  'packages/merchant/fans/index': ['我的入口码', '带来的奖励', '巷口小面馆', '+¥0.30', '三分之一'],
};

export interface Shown {
  readonly merchantCode: string;
  readonly orderId: string;
  /** A bill that was paid at my own shop. */
  readonly soldId: string;
}

/** Makes what the pages show to lin, in a cloud whose merchants are `noodlesOfLin`. */
export async function arrangePages(cloud: CloudClient): Promise<Shown> {
  const by = 'shop-code';
  await cloud.callAs(lin)('account', 'visit', { merchantCode: fruitShop.code, by });
  await cloud.callAs(wang)('account', 'visit', { merchantCode: noodleShop.code, by });
  const order = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 100_000 });
  await cloud.giveOutDividends();
  const sold = await cloud.buy({ openid: wang, merchantCode: noodleShop.code, amountFen: 30_00 });
  return {
    ...{ merchantCode: fruitShop.code, orderId: order.id, soldId: sold.id },
  };
}

/** Route and query of a page that shows this shop or one of these orders where it shows one. */
export function pageUrl(route: PageRoute, shown: Shown): string {
  const query = queries[route].replace(/<(\w+)>/g, (_, name: string) => shown[name as keyof Shown]);
  return `${route}?${query}`;
}
