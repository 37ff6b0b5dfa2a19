// Fans, entry codes and 先用券, photographed.
import type { Phone } from '../phone/phone';
import type { DemoFacts } from './demo-facts';
import type { Scene } from './scene';

const NEWCOMER = 'demo-zhou';
const OWNER = 'demo-chen';
/** A fan of another shop than the noodle shop. */
const NEIGHBOUR = 'demo-he';

/** Opens a page and waits for what it shows. */
const seen =
  (route: string | ((facts: DemoFacts) => string), shown: string): Scene['arrange'] =>
  async (phone, facts) => {
    await phone.open(typeof route === 'string' ? route : route(facts));
    await phone.page.locator(shown).first().waitFor();
  };

const fanPage = 'packages/account/fan/index';
const advancePage = 'packages/account/advance/index';
const fansPage = ({ ownCode }: DemoFacts): string => `packages/merchant/fans/index?code=${ownCode}`;

async function scrollTo({ page }: Phone, shown: string): Promise<void> {
  await page
    .locator(shown)
    .first()
    .evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
    });
}

/** Takes ten fen early. */
async function takeSome(phone: Phone): Promise<void> {
  const { page } = phone;
  await phone.open(advancePage);
  await page.locator('.js-amount-own').tap();
  for (const key of ['0', 'dot', '1', '0']) await page.locator(`.js-key-${key}`).tap();
  await page.locator('.js-pay', { hasText: '好了' }).tap();
  await page.locator('.js-take', { hasText: '0.10' }).tap();
  await page.locator('.js-taken').waitFor();
}

export const fanScenes: readonly Scene[] = [
  {
    name: 'circle-brought',
    as: NEIGHBOUR,
    arrange: seen(({ ownCode }) => `pages/circle/index?e=${ownCode}`, '.js-brought-by'),
  },
  { name: 'fan', arrange: seen(fanPage, '.js-leave') },
  { name: 'fan-none', as: NEWCOMER, arrange: seen(fanPage, '.js-no-fan') },
  {
    name: 'fan-leave',
    async arrange(phone) {
      await phone.open(fanPage);
      await phone.page.locator('.js-leave').tap();
      await phone.page.locator('.js-leave-now').waitFor();
    },
  },
  {
    name: 'shop-fan',
    async arrange(phone, { merchantCode }) {
      await phone.open(`packages/circle/shop/index?code=${merchantCode}`);
      await phone.page.locator('.js-become-fan').waitFor();
      await scrollTo(phone, '.js-become-fan');
    },
  },
  {
    name: 'shop-join',
    async arrange(phone, { merchantCode }) {
      await phone.open(`packages/circle/shop/index?code=${merchantCode}`);
      await phone.page.locator('.js-become-fan').tap();
      await phone.page.locator('.js-join').waitFor();
    },
  },
  {
    name: 'order-brought',
    async arrange(phone, { refundedOrderId }) {
      await phone.open(`packages/account/order/index?id=${refundedOrderId}`);
      await phone.page.locator('.js-brought').waitFor();
      await scrollTo(phone, '.js-brought');
    },
  },
  { name: 'fans', as: OWNER, arrange: seen(fansPage, '.js-qr') },
  {
    name: 'fans-rewards',
    as: OWNER,
    async arrange(phone, facts) {
      await seen(fansPage, '.js-reward')(phone, facts);
      await scrollTo(phone, '.js-reward');
    },
  },
  {
    name: 'fans-end',
    as: OWNER,
    async arrange(phone, facts) {
      await seen(fansPage, '.js-reward-rules')(phone, facts);
      await scrollTo(phone, '.js-reward-rules');
    },
  },
  {
    name: 'advance',
    policy: 'demo-with-advance',
    async arrange(phone) {
      await phone.open(advancePage);
      await phone.page.locator('.js-amount-choice').first().tap();
    },
  },
  {
    name: 'advance-own',
    policy: 'demo-with-advance',
    async arrange(phone) {
      await phone.open(advancePage);
      await phone.page.locator('.js-amount-own').tap();
      await phone.page.locator('.js-key-9').tap();
    },
  },
  {
    name: 'advance-none',
    as: NEWCOMER,
    policy: 'demo-with-advance',
    arrange: seen(advancePage, '.js-advance-closed'),
  },
  { name: 'advance-taken', policy: 'demo-with-advance', arrange: takeSome },
  {
    name: 'wallet-advance',
    policy: 'demo-with-advance',
    async arrange(phone) {
      await phone.open('pages/wallet/index');
      await phone.page.locator('.js-advance').waitFor();
      await scrollTo(phone, '.js-advance');
    },
  },
];
