// The app's pages, and how each is opened with something to show.

const queries = {
  'pages/circle/index': '',
  'pages/wallet/index': '',
  'pages/mine/index': '',
  'pages/pay/index': 'm=<merchantCode>',
  'packages/account/orders/index': '',
  'packages/account/order/index': 'id=<orderId>',
  'packages/account/result/index': 'id=<orderId>',
  'packages/account/rules/index': '',
  'packages/account/about/index': '',
  'packages/account/settings/index': '',
  'packages/circle/search/index': '',
  'packages/circle/place/index': '',
  'packages/account/scan/index': '',
  'packages/account/my-code/index': '',
} as const;

export type PageRoute = keyof typeof queries;
export const pageRoutes = Object.keys(queries) as PageRoute[];

/** What each page says to somebody who has paid 1000.00 at the fruit shop and has a coupon. */
export const pageTexts: Readonly<Record<PageRoute, readonly string[]>> = {
  'pages/circle/index': ['3 公里', '青禾鲜果', '每 100 元得 20 积分', '一枝花房'],
  'pages/wallet/index': ['1.00', '200.00', '累计派券最多为积分的 5 倍'],
  'pages/mine/index': ['我的订单', '生活圈半径', '规则与协议', '客服与投诉'],
  'pages/pay/index': ['青禾鲜果', '请与店员核对金额'],
  'packages/account/orders/index': ['青禾鲜果', '1000.00', '已支付'],
  'packages/account/order/index': ['原价', '1000.00', '商家让利'],
  'packages/account/result/index': ['支付成功', '200.00'],
  'packages/account/rules/index': ['何时派券', '400.00', '这是上限，不是承诺'],
  'packages/account/about/index': ['客服', '投诉', '注销'],
  'packages/account/settings/index': ['生活圈半径', '字号', '10 公里'],
  'packages/circle/search/index': ['搜索', '水果', '火锅'],
  'packages/circle/place/index': ['杭州城西', '武林广场'],
  'packages/account/scan/index': ['扫一扫', '输入店码去买单'],
  'packages/account/my-code/index': ['我的码', '不能付款'],
};

/** Route and query of a page that shows this shop or this order where it shows one. */
export function pageUrl(
  route: PageRoute,
  shown: { merchantCode: string; orderId: string },
): string {
  const query = queries[route]
    .replace('<merchantCode>', shown.merchantCode)
    .replace('<orderId>', shown.orderId);
  return `${route}?${query}`;
}
