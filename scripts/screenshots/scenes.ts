// What is photographed: every page, and the moments of a payment.
import type { Phone } from '../phone/phone';
import type { DemoFacts } from './demo-facts';

export interface Scene {
  readonly name: string;
  /** Openid; the demo's regular where none is named. */
  readonly as?: string;
  /** Id of a place, or null where the location is refused. */
  readonly place?: string | null;
  /** Brings the phone to the moment. */
  arrange(phone: Phone, facts: DemoFacts): Promise<void>;
  /** Puts the demo back as it was. */
  leave?(phone: Phone): Promise<void>;
}

const at =
  (route: string): Scene['arrange'] =>
  (phone) =>
    phone.open(route);

const typed = async (phone: Phone, amount: string): Promise<void> => {
  for (const key of amount) await phone.page.locator(`.js-key-${key === '.' ? 'dot' : key}`).tap();
};

const payPage = async (phone: Phone, facts: DemoFacts): Promise<void> => {
  await phone.open(`pages/pay/index?m=${facts.merchantCode}`);
  await typed(phone, '52.8');
};

export const scenes: readonly Scene[] = [
  { name: 'circle', arrange: at('pages/circle/index') },
  { name: 'circle-refused', place: null, arrange: at('pages/circle/index') },
  { name: 'wallet', arrange: at('pages/wallet/index') },
  { name: 'mine', arrange: at('pages/mine/index') },
  { name: 'pay', arrange: payPage },
  {
    name: 'coupons',
    async arrange(phone, facts) {
      await payPage(phone, facts);
      await phone.page.locator('.js-pay', { hasText: '¥' }).waitFor();
      await phone.page.locator('.js-coupons').tap();
      await phone.page.locator('.js-coupons-done').waitFor();
    },
  },
  {
    name: 'pay-closed-shop',
    arrange: (phone, facts) => phone.open(`pages/pay/index?m=${facts.closedMerchantCode}`),
  },
  {
    name: 'cashier',
    async arrange(phone, facts) {
      await payPage(phone, facts);
      await phone.page.locator('.js-pay', { hasText: '¥' }).tap();
      await phone.page.locator('.js-cashier-pay').waitFor();
    },
    async leave(phone) {
      await phone.page.locator('.js-cashier-cancel').tap();
      await phone.page.locator('.js-cancel').tap();
      await phone.page.locator('.js-key-1').waitFor();
    },
  },
  {
    name: 'result',
    arrange: (phone, facts) => phone.open(`packages/account/result/index?id=${facts.paidOrderId}`),
  },
  {
    name: 'order-open',
    arrange: (phone, facts) => phone.open(`packages/account/order/index?id=${facts.openOrderId}`),
  },
  {
    name: 'order-paid',
    arrange: (phone, facts) => phone.open(`packages/account/order/index?id=${facts.paidOrderId}`),
  },
  { name: 'orders', arrange: at('packages/account/orders/index') },
  { name: 'rules', arrange: at('packages/account/rules/index') },
  { name: 'about', arrange: at('packages/account/about/index') },
  { name: 'settings', arrange: at('packages/account/settings/index') },
  { name: 'place', arrange: at('packages/account/place/index') },
  { name: 'scan', arrange: at('packages/account/scan/index') },
  { name: 'my-code', arrange: at('packages/account/my-code/index') },
];
