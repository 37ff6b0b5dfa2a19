// Offers, campaigns and claiming, photographed.
import { DEMO_MERCHANTS } from '../../demo/merchants';
import { NOODLE_SHOP_ID } from '../../demo/people';
import type { Phone } from '../phone/phone';
import { waitUntilStill } from '../phone/wait-until-still';
import type { Scene } from './scene';

const NEWCOMER = 'demo-zhou';
/** Has a timed offer at noon of a Saturday, and takes the joint coupon too. */
const LUNCH_SHOP = 'm-hz-010';
const FRUIT_SHOP = 'm-hz-002';
const HOTPOT_SHOP = 'm-hz-011';

const codeOf = (id: string): string => DEMO_MERCHANTS.find((shop) => shop.id === id)?.code ?? '';
const shopPage = (id: string): string => `packages/circle/shop/index?code=${codeOf(id)}`;
const RULES_PAGE = 'packages/account/rules/index';
const offersPage = 'packages/circle/offers/index';

/** Opens a page and waits for what it shows. */
const seen =
  (route: string, shown: string): Scene['arrange'] =>
  async (phone) => {
    await phone.open(route);
    await phone.page.locator(shown).first().waitFor();
  };

/** A page with a part of it in the middle of the phone. */
const centred =
  (route: string, shown: string): Scene['arrange'] =>
  async (phone) => {
    await phone.open(route);
    const part = phone.page.locator(shown).first();
    await part.waitFor();
    await waitUntilStill(phone.page);
    await part.evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
  };

async function bill(phone: Phone, { shop, amount }: { shop: string; amount: string }) {
  await phone.open(`pages/pay/index?m=${codeOf(shop)}`);
  for (const key of amount) await phone.page.locator(`.js-key-${key}`).tap();
  await phone.page.locator('.js-pay', { hasText: '¥' }).waitFor();
}

async function openCoupons(phone: Phone): Promise<void> {
  await phone.page.locator('.js-coupons').tap();
  await phone.page.locator('.js-coupons-done').waitFor();
}

async function tapLot(phone: Phone, title: string): Promise<void> {
  await phone.page.locator('[class*="js-lot-"]', { hasText: title }).first().tap();
  await waitUntilStill(phone.page);
}

async function claimed(phone: Phone, name: string): Promise<void> {
  await phone.open(offersPage);
  const card = phone.page.locator('.js-offer', { hasText: name });
  await card.locator('.js-claim').tap();
  await waitUntilStill(phone.page);
}

export const offerScenes: readonly Scene[] = [
  { name: 'offers', arrange: seen(offersPage, '.js-offer') },
  { name: 'offers-new', as: NEWCOMER, arrange: seen(offersPage, '.js-offer') },
  { name: 'offers-end', arrange: centred(offersPage, '.js-offer:has-text("自动减")') },
  {
    name: 'offers-other-city',
    async arrange(phone) {
      await phone.open(offersPage);
      await phone.page.locator('.js-city-shanghai').tap();
      await phone.page.locator('.js-offer', { hasText: '咖啡' }).waitFor();
    },
  },
  {
    name: 'offers-not-for-me',
    as: NEWCOMER,
    arrange: (phone) => claimed(phone, '火锅店想您了'),
  },
  { name: 'shop-offers', arrange: centred(shopPage(LUNCH_SHOP), '.js-offers-here') },
  { name: 'shop-offers-timed', arrange: centred(shopPage(NOODLE_SHOP_ID), '.js-offers-here') },
  { name: 'shop-offers-back', arrange: centred(shopPage(FRUIT_SHOP), '.js-offers-here') },
  { name: 'shop-offers-win-back', arrange: centred(shopPage(HOTPOT_SHOP), '.js-offers-here') },
  { name: 'pay-offers', arrange: (phone) => bill(phone, { shop: LUNCH_SHOP, amount: '128' }) },
  {
    name: 'pay-offer-new',
    as: NEWCOMER,
    arrange: (phone) => bill(phone, { shop: LUNCH_SHOP, amount: '42' }),
  },
  { name: 'pay-back', arrange: (phone) => bill(phone, { shop: FRUIT_SHOP, amount: '56' }) },
  {
    name: 'coupons-offers',
    async arrange(phone) {
      await bill(phone, { shop: LUNCH_SHOP, amount: '128' });
      await openCoupons(phone);
    },
  },
  {
    name: 'coupons-other',
    async arrange(phone) {
      await bill(phone, { shop: LUNCH_SHOP, amount: '128' });
      await openCoupons(phone);
      await tapLot(phone, '翠苑三家');
    },
  },
  {
    name: 'coupons-small-bill',
    async arrange(phone) {
      await bill(phone, { shop: FRUIT_SHOP, amount: '12' });
      await openCoupons(phone);
    },
  },
  {
    name: 'lot-offer',
    async arrange(phone) {
      await phone.open('pages/wallet/index');
      await phone.page.locator('.js-lot', { hasText: '开城礼' }).tap();
      await phone.page.locator('.js-lot-why').waitFor();
    },
  },
  {
    name: 'lot-back',
    async arrange(phone) {
      await phone.open('pages/wallet/index');
      await phone.page.locator('.js-lot', { hasText: '返券' }).tap();
      await phone.page.locator('.js-lot-why').waitFor();
    },
  },
  {
    name: 'order-offers',
    async arrange(phone) {
      await bill(phone, { shop: LUNCH_SHOP, amount: '128' });
      await phone.page.locator('.js-pay', { hasText: '¥' }).tap();
      await phone.page.locator('.js-cashier-cancel').tap();
      await phone.page.locator('.js-resume').waitFor();
      await phone.open('packages/account/orders/index?show=open');
      await phone.page.locator('.js-order-row', { hasText: '灶边小炒' }).tap();
      await phone.page.locator('.js-order-state').waitFor();
    },
    async leave(phone) {
      await phone.page.locator('.js-cancel').last().tap();
      await phone.page.locator('.js-order-state', { hasText: '已关闭' }).waitFor();
    },
  },
  {
    name: 'order-back',
    async arrange(phone) {
      await phone.open('packages/account/orders/index');
      await phone.page.locator('.js-order-row', { hasText: '阿毛家水果' }).first().tap();
      await phone.page.locator('.js-order-state').waitFor();
    },
  },
  { name: 'rules-stacking', arrange: centred(RULES_PAGE, '.js-rule:has-text("一起用")') },
];
