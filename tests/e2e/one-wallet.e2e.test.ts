// One coupon in two cities: claimed, spent in parts at two shops, and both shops are paid for it.
import type { Page } from 'playwright-core';
import type { Phone } from '../../scripts/phone/phone';
import { balancesAt } from '../../src/domain/journal/balances';
import { readBooks } from '../../src/usecases/audit/read-books';
import { auditOf, worldOn } from '../support/audit';
import { useBrowser } from '../support/browser';
import { openCampaign, operators } from '../support/campaigns';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { MONDAY_MORNING, aShop, fruitShop, lin, shops, site, wang } from '../support/fixture';

const shanghai = {
  ...site,
  ...{ id: 'shanghai', name: '上海静安', city: '上海' },
  ...{ position: { longitude: 121.46, latitude: 31.227 }, places: [] },
};
const oilNoodles = aShop({
  ...{ id: 'm-oil', code: 'noodle02', name: '葱油记面馆', category: 'restaurant' },
  ...{ siteId: shanghai.id, longitude: 121.461, latitude: 31.228, subMchId: '1900000201' },
});

const browser = useBrowser();
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    ...{ sites: [site, shanghai], merchants: [...shops, oilNoodles], operators },
  });
  // 3000.00 at 20 % leave 54.00 with the platform: enough for one coupon of 50.00.
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 300_000 });
  await cloud.giveOutDividends();
  await openCampaign(cloud, {
    ...{ name: '五十元券', total: 1, benefit: { kind: 'balance', faceFen: 5000 } },
  });
});
afterAll(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

const takeOut = (): Promise<Phone> =>
  browser.openPhone({
    ...{ cloudUrl: cloud.url, as: lin, place: 'hz-wensan', now: new Date(MONDAY_MORNING) },
  });
const says = (page: Page, text: string): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
const walletBalance = async (phone: Phone): Promise<string> => {
  await phone.open('pages/wallet/index');
  return (await phone.page.locator('.js-wallet-balance').first().textContent()) ?? '';
};
const lotsOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('wallet', 'summary', {})).lots;

async function bill(phone: Phone, { code, amount }: { code: string; amount: string }) {
  await phone.open(`pages/pay/index?m=${code}`);
  for (const key of amount) await phone.page.locator(`.js-key-${key}`).tap();
}
const payKey = (page: Page, text: string) => page.locator('.js-pay', { hasText: text });

/** What the journal says is owed to a shop, and what is left of the campaign's budget, fen. */
async function owed(): Promise<Record<'fruit' | 'oil' | 'budget', number>> {
  const { journal, campaigns } = await readBooks(worldOn(cloud, () => 0));
  const balances = balancesAt(journal, Infinity);
  const of = (name: string): number => Number(balances.get(name) ?? 0n);
  return {
    fruit: of(`payable/merchant/${fruitShop.id}`),
    oil: of(`payable/merchant/${oilNoodles.id}`),
    budget: of(`fund/activity/${campaigns[0]?.id ?? ''}`),
  };
}

it('is claimed by a tap, and its whole budget was put aside before', async () => {
  expect((await owed()).budget).toBe(5000);
  const phone = await takeOut();
  await phone.open('packages/circle/offers/index');
  await phone.page.locator('.js-claim').tap();
  await says(phone.page, '已领取，看券');
  expect(await walletBalance(phone)).toBe('¥50.00');
  expect(phone.complaints).toEqual([]);
});

it('pays 40.00 of a bill in Hangzhou, as the person wants it, and the shop has all of the bill', async () => {
  const before = await owed();
  const phone = await takeOut();
  await bill(phone, { code: fruitShop.code, amount: '55' });
  await payKey(phone.page, '5.00').waitFor();
  await phone.page.locator('.js-coupons').tap();
  const amount = phone.page.locator('[class*="js-lot-amount-"] input');
  await amount.fill('40');
  await amount.blur();
  await phone.page.locator('.js-coupons-done').tap();
  await payKey(phone.page, '15.00').tap();
  await phone.page.locator('.js-cashier-pay').tap();
  await says(phone.page, '支付成功');
  expect(await walletBalance(phone)).toBe('¥10.00');
  const after = await owed();
  // 55.00, of which 40.00 from the budget, less the rebate of 20 % that the shop gives.
  expect(after.fruit - before.fruit).toBe(5500 - 1100);
  expect(before.budget - after.budget).toBe(4000);
});

it('pays the last 10.00 in Shanghai without cash, and that shop has all of its bill too', async () => {
  const phone = await takeOut();
  await bill(phone, { code: oilNoodles.code, amount: '10' });
  await payKey(phone.page, '用券支付').tap();
  await says(phone.page, '支付成功');
  expect(await walletBalance(phone)).toBe('¥0.00');
  expect(await owed()).toMatchObject({ oil: 1000 - 200, budget: 0 });
  expect((await lotsOf(lin)).filter(({ source }) => source === 'campaign')).toEqual([]);
});

it('tells where it went: both shops, part by part', async () => {
  const phone = await takeOut();
  await phone.open('packages/account/statement/index');
  for (const text of ['−¥40.00', '−¥10.00', fruitShop.name, oilNoodles.name]) {
    await says(phone.page, text);
  }
});
