// Addresses of the pages, and the ways between them.
import Taro from '@tarojs/taro';

export type TabName = 'circle' | 'wallet' | 'mine';

const TAB_PAGES: { readonly [T in TabName]: string } = {
  circle: '/pages/circle/index',
  wallet: '/pages/wallet/index',
  mine: '/pages/mine/index',
};

const account = (page: string): string => `/packages/account/${page}/index`;
const merchant = (page: string): string => `/packages/merchant/${page}/index`;

export const routes = {
  pay: ({ merchantCode, table }: { merchantCode: string; table?: string | undefined }) =>
    `/pages/pay/index?m=${merchantCode}${table === undefined ? '' : `&t=${table}`}`,
  // Not `m`, which starts a payment.
  shop: (merchantCode: string) => `/packages/circle/shop/index?code=${merchantCode}`,
  search: () => '/packages/circle/search/index',
  place: () => '/packages/circle/place/index',
  /** 领券中心 of my site. */
  offers: () => '/packages/circle/offers/index',
  result: (orderId: string) => `${account('result')}?id=${orderId}`,
  order: (orderId: string) => `${account('order')}?id=${orderId}`,
  /** `show`: one kind of them, e.g. those that wait for payment. */
  orders: (show?: 'open' | 'paid' | 'refunded' | 'closed') =>
    `${account('orders')}${show === undefined ? '' : `?show=${show}`}`,
  /** `question`: one of the common questions, which is then open. */
  help: ({ question }: { question?: 'offset' } = {}) =>
    `${account('help')}${question === undefined ? '' : `?q=${question}`}`,
  /** A question or complaint to be written, about an order where one is named. */
  ticket: ({ orderId }: { orderId?: string } = {}) =>
    `${account('ticket')}${orderId === undefined ? '' : `?order=${orderId}`}`,
  privacyQuestion: () => `${account('ticket')}?kind=privacy`,
  privacy: () => account('privacy'),
  leave: () => account('leave'),
  licences: () => account('licences'),
  rules: () => account('rules'),
  agreement: () => `${account('rules')}?part=agreement`,
  about: () => account('about'),
  settings: () => account('settings'),
  scan: () => account('scan'),
  myCode: () => account('my-code'),
  period: (period: number) => `${account('period')}?n=${period}`,
  lot: (lotId: string) => `${account('lot')}?id=${lotId}`,
  statement: () => account('statement'),
  messages: () => account('messages'),
  ledger: () => account('ledger'),
  /** Whose fan I am. */
  fan: () => account('fan'),
  /** Coupons before their dividend. */
  advance: () => account('advance'),
  /** Paid bills of a shop that I work for. */
  bills: () => merchant('bills'),
  /** What its fans and its entry code bring the shop. */
  fans: (merchantCode: string) => `${merchant('fans')}?code=${merchantCode}`,
  /** One of them, to be given back. */
  refund: (orderId: string) => `${merchant('refund')}?order=${orderId}`,
} as const;

export function goTo(url: string): void {
  void Taro.navigateTo({ url });
}

/** Takes the place of the current page, so that back does not return to it. */
export function replaceBy(url: string): void {
  void Taro.redirectTo({ url });
}

export function goToTab(tab: TabName): void {
  void Taro.switchTab({ url: TAB_PAGES[tab] });
}

/** One page back; 生活圈 where this page is the first, as after a cold start by code. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goToTab('circle');
}
