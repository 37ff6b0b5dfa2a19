// No page with offers on it loses a figure or hides a text, in dark and in large text.
import { randomUUID } from 'node:crypto';
import { waitUntilStill } from '../../scripts/phone/wait-until-still';
import type { Phone } from '../../scripts/phone/phone';
import { useBrowser } from '../support/browser';
import { operators } from '../support/campaigns';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { MONDAY_MORNING, lin, noodleShop } from '../support/fixture';
import { layoutFaults } from '../support/layout-faults';
import { type Offers, openOffers } from '../support/offers-town';

const browser = useBrowser();
let cloud: TestCloud;
let offers: Offers;
let orderId: string;
let lotId: string;
beforeAll(async () => {
  cloud = await startTestCloud({ operators });
  offers = await openOffers(cloud);
  await claim(offers.welcome.id);
  const bill = { openid: lin, merchantCode: noodleShop.code, amountFen: 5050 };
  orderId = (await cloud.buy(bill)).id;
  await claim(offers.joint.id);
  const { lots } = valueOf(await cloud.callAs(lin)('wallet', 'summary', {}));
  lotId = lots.find(({ name }) => name === '两家联合券')?.id ?? '';
});
afterAll(() => cloud.close());

async function claim(campaignId: string): Promise<void> {
  const input = { requestId: randomUUID(), campaignId };
  valueOf(await cloud.callAs(lin)('campaigns', 'claim', input));
}

async function bill(phone: Phone): Promise<void> {
  await phone.open(`pages/pay/index?m=${noodleShop.code}`);
  for (const key of '60') await phone.page.locator(`.js-key-${key}`).tap();
  await phone.page.locator('.js-pay', { hasText: '¥' }).waitFor();
}

/** What each page is brought to, and what it then says. */
const pages: readonly (readonly [string, (phone: Phone) => Promise<void>, readonly string[]])[] = [
  [
    '领券中心',
    (phone) => phone.open('packages/circle/offers/index'),
    ['开城礼', '已领取，看券', '给 30 天没来的老客人', '吃面返券'],
  ],
  [
    'the shop',
    (phone) => phone.open(`packages/circle/shop/index?code=${noodleShop.code}`),
    ['本店优惠', '上午九折', '两家联合券'],
  ],
  ['the wallet', (phone) => phone.open('pages/wallet/index'), ['优惠券', '两家联合券', '吃面返券']],
  ['the bill', bill, ['商家优惠', '上午九折', '付款后返 ¥5.00']],
  [
    'the choice',
    async (phone) => {
      await bill(phone);
      await phone.page.locator('.js-coupons').tap();
    },
    ['这笔共省', '与已选的优惠不同享', '满30减4 · 两家联合券'],
  ],
  [
    'an offer',
    (phone) => phone.open(`packages/account/lot/index?id=${lotId}`),
    ['两家联合券，用一次', '由收券的商家承担'],
  ],
  [
    'an order',
    (phone) => phone.open(`packages/account/order/index?id=${orderId}`),
    ['上午九折', '开城礼', '返券'],
  ],
  [
    'its result',
    (phone) => phone.open(`packages/account/result/index?id=${orderId}`),
    ['本单共省', '另返 ¥4.54 消费返券，限本店'],
  ],
];

const looks = [
  { theme: 'dark', text: 'normal' },
  { theme: 'light', text: 'large' },
] as const;

describe.each(looks)('in $theme with $text text', (look) => {
  it.each(pages)('%s fits the phone', async (_, arrange, texts) => {
    const phone = await browser.openPhone({
      ...{ cloudUrl: cloud.url, as: lin, place: 'hz-wensan', now: new Date(MONDAY_MORNING) },
      ...look,
    });
    await arrange(phone);
    for (const text of texts) await phone.page.getByText(text).first().waitFor();
    await waitUntilStill(phone.page);
    expect(await layoutFaults(phone.page)).toEqual([]);
    expect(phone.complaints).toEqual([]);
  });
});
