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

/** Taps the first of something in the wallet, and waits for what its page shows. */
const fromWallet =
  (tapped: string, shown: string): Scene['arrange'] =>
  async (phone) => {
    await phone.open('pages/wallet/index');
    await phone.page.locator(tapped).first().tap();
    await phone.page.locator(shown).first().waitFor();
  };

export const scenes: readonly Scene[] = [
  { name: 'circle', arrange: at('pages/circle/index') },
  { name: 'circle-refused', place: null, arrange: at('pages/circle/index') },
  {
    name: 'circle-order',
    async arrange(phone) {
      await phone.open('pages/circle/index');
      await phone.page.locator('.js-wish').tap();
      await phone.page.locator('.js-done').waitFor();
    },
  },
  { name: 'search', arrange: at('packages/circle/search/index') },
  {
    name: 'search-found',
    async arrange(phone) {
      await phone.open('packages/circle/search/index');
      await phone.page.locator('.js-search input').fill('文二路 水果');
      await phone.page.locator('.js-shop-row').first().waitFor();
    },
  },
  {
    name: 'search-nothing',
    async arrange(phone) {
      await phone.open('packages/circle/search/index');
      await phone.page.locator('.js-search input').fill('飞机票');
      await phone.page.locator('.js-other-word').waitFor();
    },
  },
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
  { name: 'period', arrange: fromWallet('.js-period-row', '.js-earning') },
  { name: 'lot', arrange: fromWallet('.js-lot', '.js-lot-sum') },
  { name: 'statement', arrange: at('packages/account/statement/index') },
  { name: 'ledger', arrange: at('packages/account/ledger/index') },
  { name: 'about', arrange: at('packages/account/about/index') },
  { name: 'settings', arrange: at('packages/account/settings/index') },
  { name: 'place', arrange: at('packages/circle/place/index') },
  { name: 'scan', arrange: at('packages/account/scan/index') },
  { name: 'my-code', arrange: at('packages/account/my-code/index') },
  { name: 'orders-none', arrange: at('packages/account/orders/index?show=refunded') },
  {
    name: 'help',
    async arrange(phone) {
      await phone.open('packages/account/help/index');
      await phone.page.locator('.js-question-2').tap();
    },
  },
  {
    name: 'ticket',
    async arrange(phone, facts) {
      await phone.open(`packages/account/ticket/index?order=${facts.paidOrderId}`);
      await phone.page.locator('.js-ticket-text textarea').fill('多收了 5 元，小票上是 47.80 元。');
    },
  },
  { name: 'privacy', arrange: at('packages/account/privacy/index') },
  { name: 'leave', arrange: at('packages/account/leave/index') },
  {
    name: 'leave-confirm',
    as: 'demo-chen',
    async arrange(phone) {
      await phone.open('packages/account/leave/index');
      await phone.page.locator('.js-go-on').tap();
    },
  },
  { name: 'licences', arrange: at('packages/account/licences/index') },
];
