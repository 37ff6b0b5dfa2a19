// Addresses of the pages, and the ways between them.
import Taro from '@tarojs/taro';

export type TabName = 'circle' | 'wallet' | 'mine';

const TAB_PAGES: { readonly [T in TabName]: string } = {
  circle: '/pages/circle/index',
  wallet: '/pages/wallet/index',
  mine: '/pages/mine/index',
};

const account = (page: string): string => `/packages/account/${page}/index`;

export const routes = {
  pay: ({ merchantCode, table }: { merchantCode: string; table?: string | undefined }) =>
    `/pages/pay/index?m=${merchantCode}${table === undefined ? '' : `&t=${table}`}`,
  result: (orderId: string) => `${account('result')}?id=${orderId}`,
  order: (orderId: string) => `${account('order')}?id=${orderId}`,
  orders: () => account('orders'),
  rules: () => account('rules'),
  agreement: () => `${account('rules')}?part=agreement`,
  about: () => account('about'),
  settings: () => account('settings'),
  place: () => account('place'),
  scan: () => account('scan'),
  myCode: () => account('my-code'),
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
