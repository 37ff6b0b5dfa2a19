// What is photographed: every page, and the moments of a payment.
import type { BadDay } from '../../src/localcloud';
import type { Phone } from '../phone/phone';
import { waitUntilStill } from '../phone/wait-until-still';
import { type DemoFacts, OWING } from './demo-facts';
import { fanScenes } from './fan-scenes';
import { offerScenes } from './offer-scenes';
import type { Scene } from './scene';

/** Somebody who has not bought yet. */
const NEWCOMER = 'demo-zhou';
/** Owns a shop. */
const OWNER = 'demo-chen';

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

/** The lower end of a page that is longer than the phone. */
const endOf =
  (route: string, shown: string): Scene['arrange'] =>
  async (phone) => {
    await phone.open(route);
    await phone.page.locator(shown).first().waitFor();
    await waitUntilStill(phone.page);
    await phone.page.evaluate(() => {
      for (const element of document.querySelectorAll('body *')) {
        const { overflowY } = getComputedStyle(element);
        if (/auto|scroll/.test(overflowY)) element.scrollTop = element.scrollHeight;
      }
    });
  };

const refundOf = (orderId: string): string => `packages/merchant/refund/index?order=${orderId}`;

/** The form of a bill as it stands before the question. */
const refundTyped = async (phone: Phone, bill: string, amount = '8.5'): Promise<void> => {
  await phone.open(refundOf(bill));
  await phone.page.locator('.js-amount-row').tap();
  await typed(phone, amount);
  await phone.page.locator('.js-pay', { hasText: '好了' }).tap();
  await phone.page.locator('.js-reason').first().tap();
};

/** A little of a bill, given back. */
const refundMade: Scene['arrange'] = async (phone, { spareBill }) => {
  await refundTyped(phone, spareBill, '1');
  await phone.page.locator('.js-refund').tap();
  await phone.page.locator('.js-confirm').tap();
  await phone.page.locator('.js-refunded').waitFor();
};

const NO_CASH: BadDay['rules'] = [{ fault: 'error-before', action: 'wx.wxPayApi.refund' }];

/** One filter of the statement, with its rows. */
const statementOf =
  (filter: string): Scene['arrange'] =>
  async (phone) => {
    await phone.open('packages/account/statement/index');
    await phone.page.locator('.js-change').first().waitFor();
    await phone.page.locator(`.js-filter-${filter}`).tap();
    await phone.page.locator('.js-change').first().waitFor();
  };

/** Scrolled until an element stands at the top. */
const scrolledTo =
  (route: string, shown: string): Scene['arrange'] =>
  async (phone) => {
    await phone.open(route);
    await phone.page.locator(shown).first().waitFor();
    await waitUntilStill(phone.page);
    await phone.page
      .locator(shown)
      .first()
      .evaluate((element) => {
        element.scrollIntoView();
      });
  };

const shopOf = (code: string): string => `packages/circle/shop/index?code=${code}`;

export const scenes: readonly Scene[] = [
  { name: 'circle', arrange: at('pages/circle/index') },
  { name: 'circle-new', as: NEWCOMER, arrange: at('pages/circle/index') },
  {
    name: 'circle-chosen',
    async arrange(phone) {
      await phone.open('pages/circle/index');
      await phone.page.locator('.js-shop-row').first().waitFor();
      await phone.page.locator('.js-pin').first().tap();
    },
  },
  { name: 'circle-end', arrange: endOf('pages/circle/index', '.js-shop-row') },
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
  { name: 'shop', arrange: (phone, facts) => phone.open(shopOf(facts.merchantCode)) },
  {
    name: 'shop-end',
    arrange: (phone, facts) => endOf(shopOf(facts.merchantCode), '.js-rate')(phone, facts),
  },
  {
    name: 'shop-new',
    as: NEWCOMER,
    arrange: (phone, facts) => phone.open(shopOf(facts.merchantCode)),
  },
  { name: 'shop-closed', arrange: (phone, facts) => phone.open(shopOf(facts.closedMerchantCode)) },
  { name: 'shop-left', arrange: (phone, facts) => phone.open(shopOf(facts.leftMerchantCode)) },
  { name: 'shop-unknown', arrange: at(shopOf('zzzzzz')) },
  { name: 'wallet', arrange: at('pages/wallet/index') },
  { name: 'wallet-end', arrange: endOf('pages/wallet/index', '.js-period-row') },
  { name: 'wallet-new', as: NEWCOMER, arrange: at('pages/wallet/index') },
  { name: 'mine', arrange: at('pages/mine/index') },
  { name: 'mine-end', arrange: endOf('pages/mine/index', '.js-about') },
  { name: 'mine-new', as: NEWCOMER, arrange: at('pages/mine/index') },
  {
    name: 'pay-empty',
    arrange: (phone, facts) => phone.open(`pages/pay/index?m=${facts.merchantCode}`),
  },
  { name: 'pay-new', as: NEWCOMER, arrange: payPage },
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
  {
    name: 'result-end',
    arrange: (phone, facts) =>
      endOf(`packages/account/result/index?id=${facts.paidOrderId}`, '.js-nearby-shop')(
        phone,
        facts,
      ),
  },
  {
    name: 'order-end',
    arrange: (phone, facts) =>
      endOf(`packages/account/order/index?id=${facts.paidOrderId}`, '.js-ask-about')(phone, facts),
  },
  {
    name: 'order-closed',
    arrange: (phone, facts) => phone.open(`packages/account/order/index?id=${facts.closedOrderId}`),
  },
  { name: 'orders-new', as: NEWCOMER, arrange: at('packages/account/orders/index') },
  { name: 'orders', arrange: at('packages/account/orders/index') },
  { name: 'rules', arrange: at('packages/account/rules/index') },
  { name: 'rules-end', arrange: endOf('packages/account/rules/index', '.js-example') },
  { name: 'agreement', arrange: at('packages/account/rules/index?part=agreement') },
  { name: 'period-none', as: NEWCOMER, arrange: at('packages/account/period/index?n=1') },
  { name: 'statement-new', as: NEWCOMER, arrange: at('packages/account/statement/index') },
  { name: 'ledger-end', arrange: endOf('packages/account/ledger/index', '.js-covered') },
  { name: 'privacy-end', arrange: endOf('packages/account/privacy/index', '.js-export') },
  { name: 'period', arrange: fromWallet('.js-period-row', '.js-earning') },
  { name: 'lot', arrange: fromWallet('.js-lot', '.js-lot-sum') },
  { name: 'statement', arrange: at('packages/account/statement/index') },
  { name: 'messages', arrange: at('packages/account/messages/index') },
  { name: 'messages-new', as: NEWCOMER, arrange: at('packages/account/messages/index') },
  {
    name: 'messages-question',
    async arrange(phone) {
      await phone.open('packages/account/messages/index');
      await phone.page.locator('.js-ask').tap();
      await phone.page.locator('.js-question-accept').waitFor();
    },
  },
  { name: 'settings-end', arrange: endOf('packages/account/settings/index', '.js-remind-arrived') },
  { name: 'ledger', arrange: at('packages/account/ledger/index') },
  { name: 'about', arrange: at('packages/account/about/index') },
  { name: 'settings', arrange: at('packages/account/settings/index') },
  { name: 'place', arrange: at('packages/circle/place/index') },
  { name: 'scan', arrange: at('packages/account/scan/index') },
  { name: 'my-code', arrange: at('packages/account/my-code/index') },
  {
    name: 'orders-none',
    as: NEWCOMER,
    arrange: at('packages/account/orders/index?show=refunded'),
  },
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
  { name: 'mine-owner', as: OWNER, arrange: at('pages/mine/index') },
  { name: 'bills', as: OWNER, arrange: at('packages/merchant/bills/index') },
  { name: 'bills-none', arrange: at('packages/merchant/bills/index') },
  {
    name: 'refund',
    as: OWNER,
    arrange: (phone, facts) => phone.open(refundOf(facts.soldBill)),
  },
  {
    name: 'refund-amount',
    as: OWNER,
    async arrange(phone, facts) {
      await phone.open(refundOf(facts.soldBill));
      await phone.page.locator('.js-amount-row').tap();
      await typed(phone, '8.5');
    },
  },
  {
    name: 'refund-question',
    as: OWNER,
    async arrange(phone, facts) {
      await refundTyped(phone, facts.soldBill);
      await phone.page.locator('.js-refund').tap();
      await phone.page.locator('.js-confirm').waitFor();
    },
  },
  {
    name: 'refund-again',
    as: OWNER,
    arrange: (phone, facts) => phone.open(refundOf(facts.refundedBill)),
  },
  {
    name: 'order-refunded',
    arrange: (phone, facts) =>
      phone.open(`packages/account/order/index?id=${facts.refundedOrderId}`),
  },
  { name: 'refund-done', as: OWNER, arrange: refundMade },
  {
    name: 'refund-waiting',
    as: OWNER,
    faults: NO_CASH,
    arrange: refundMade,
    async leave(phone) {
      await phone.page.locator('.js-cash-again').tap();
      await phone.page.locator('.js-cash-again').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'bills-refused',
    as: OWNER,
    faults: NO_CASH,
    async arrange(phone, facts) {
      await refundMade(phone, facts);
      await phone.open('packages/merchant/bills/index');
      await phone.page.locator('.js-notice-action').waitFor();
    },
    async leave(phone) {
      await phone.page.locator('.js-notice-action').tap();
      await phone.page.locator('.js-notice-action').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'refund-refused',
    as: OWNER,
    faults: NO_CASH,
    async arrange(phone, facts) {
      await refundMade(phone, facts);
      await phone.open(refundOf(facts.spareBill));
      await phone.page.locator('.js-notice-action').waitFor();
    },
    async leave(phone) {
      await phone.page.locator('.js-notice-action').tap();
      await phone.page.locator('.js-notice-action').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'refund-words',
    as: OWNER,
    faults: [{ fault: 'error-before', action: 'wx.openApi.security.msgSecCheck' }],
    async arrange(phone, facts) {
      await refundTyped(phone, facts.spareBill, '1');
      await phone.page.locator('.js-reason-text input').fill('面里没有放肉');
      await phone.page.locator('.js-refund').tap();
      await phone.page.locator('.js-confirm').tap();
      await phone.page.locator('.js-refund-failed').waitFor();
    },
  },
  { name: 'wallet-offset', as: OWING, arrange: at('pages/wallet/index') },
  { name: 'statement-coupons', arrange: statementOf('coupons') },
  { name: 'statement-points', arrange: statementOf('points') },
  { name: 'statement-owing', as: OWING, arrange: statementOf('all') },
  { name: 'statement-refunds', as: OWING, arrange: statementOf('refunds') },
  {
    name: 'statement-none',
    as: NEWCOMER,
    async arrange(phone) {
      await phone.open('packages/account/statement/index');
      await phone.page.locator('.js-filter-refunds').tap();
    },
  },
  {
    name: 'statement-export',
    async arrange(phone) {
      await phone.open('packages/account/statement/index');
      await phone.page.locator('.js-export').tap();
      await phone.page.locator('.js-take-statement').waitFor();
    },
  },
  { name: 'ledger-clearing', arrange: scrolledTo('packages/account/ledger/index', '.js-clearing') },
  { name: 'orders-refunded', arrange: at('packages/account/orders/index?show=refunded') },
  { name: 'help-offset', arrange: at('packages/account/help/index?q=offset') },
  ...fanScenes,
  ...offerScenes,
];
