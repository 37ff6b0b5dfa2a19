// The pay flow as a person walks it in a browser, with everything that can happen at the cashier.
import type { Page } from 'playwright-core';
import type { Phone } from '../../scripts/phone/phone';
import { useBrowser } from '../support/browser';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { MONDAY_MORNING, fruitShop, lin, newcomer, noodleShop, wang } from '../support/fixture';

const browser = useBrowser();
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const takeOut = (openid: string): Promise<Phone> =>
  browser.openPhone({
    ...{ cloudUrl: cloud.url, as: openid, place: 'hz-wensan' },
    now: new Date(MONDAY_MORNING),
  });
const walletOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('wallet', 'summary', {}));

/** Opens the shop's pay page as a scan does, and types the amount figure by figure. */
async function scanAndType(phone: Phone, bill: { code: string; amount: string }): Promise<void> {
  const { page } = phone;
  await phone.open(`pages/pay/index?m=${bill.code}`);
  for (let length = 1; length <= bill.amount.length; length += 1) {
    const key = bill.amount.charAt(length - 1);
    await page.locator(`.js-key-${key === '.' ? 'dot' : key}`).tap();
    await page.locator('.js-amount', { hasText: bill.amount.slice(0, length) }).waitFor();
  }
}

/** Counts what a finger touches from the next start of the app on, but for the keypad's figures. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let taps = 0;
    addEventListener('touchstart', ({ target }) => {
      const isFigure = target instanceof Element && target.closest('[class*="js-key-"]') !== null;
      if (!isFigure) taps += 1;
      document.documentElement.dataset['taps'] = String(taps);
    });
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['taps']));
}

/** Takes the wish to ask WeChat Pay out of the app's questions, as if WeChat knew nothing yet. */
async function leaveWeChatUnasked(page: Page): Promise<void> {
  await page.route('**/call/orders', (route) => {
    const body = route.request().postData() ?? '';
    return route.continue({ postData: body.replace('"confirm":true', '"confirm":false') });
  });
}

const payKey = (page: Page, cash: string) => page.locator('.js-pay', { hasText: cash });
const says = (page: Page, text: string): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

it('pays 1000.00 with two taps after the scan, digits not counted (three are allowed)', async () => {
  const phone = await takeOut(lin);
  const taps = await countTaps(phone.page);
  await scanAndType(phone, { code: fruitShop.code, amount: '1000' });
  await says(phone.page, '本单让利 ¥200.00，您和商家各得 200.00 积分');
  await payKey(phone.page, '1000').tap();
  await phone.page.locator('.js-cashier-pay').tap();
  await says(phone.page, '支付成功');
  expect(await taps()).toBe(2);
  expect(await walletOf(lin)).toMatchObject({ points: 20_000, paidOrders: 1 });
  expect(phone.complaints).toEqual([]);
});

it('sees the coupon arrive on the open page and spends a part of it, without a cashier when it pays all', async () => {
  const phone = await takeOut(lin);
  await phone.open('pages/wallet/index');
  await says(phone.page, '现在没有可用的券');
  await cloud.giveOutDividends();
  await says(phone.page, '2027 年');
  await scanAndType(phone, { code: noodleShop.code, amount: '0.6' });
  await payKey(phone.page, '用券支付').tap();
  await says(phone.page, '支付成功');
  expect(await walletOf(lin)).toMatchObject({ balanceFen: 40, savedFen: 60, paidOrders: 2 });
});

it('keeps the coupon for a bill whose payment was cancelled, and pays it later', async () => {
  const phone = await takeOut(lin);
  await scanAndType(phone, { code: noodleShop.code, amount: '12.5' });
  await payKey(phone.page, '12.10').tap();
  await phone.page.locator('.js-cashier-cancel').tap();
  await says(phone.page, '待支付');
  expect(await walletOf(lin)).toMatchObject({ balanceFen: 0, heldFen: 40 });
  await phone.page.locator('.js-resume').tap();
  await phone.page.locator('.js-cashier-pay').tap();
  await says(phone.page, '支付成功');
  expect(await walletOf(lin)).toMatchObject({ heldFen: 0, savedFen: 100, paidOrders: 3 });
});

it('gives the coupon back when the waiting bill is cancelled', async () => {
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 100_000 });
  await cloud.giveOutDividends();
  const { balanceFen } = await walletOf(wang);
  expect(balanceFen).toBeGreaterThan(0);
  const phone = await takeOut(wang);
  await scanAndType(phone, { code: noodleShop.code, amount: '30' });
  await payKey(phone.page, '¥').tap();
  await phone.page.locator('.js-cashier-cancel').tap();
  await says(phone.page, '待支付');
  await phone.page.locator('.js-cancel').tap();
  await phone.page.locator('.js-key-1').waitFor();
  expect(await walletOf(wang)).toMatchObject({ balanceFen, heldFen: 0, paidOrders: 1 });
});

it('waits for the result when reply and callback are late, and asks for no second payment', async () => {
  const phone = await takeOut(newcomer);
  await leaveWeChatUnasked(phone.page);
  await scanAndType(phone, { code: fruitShop.code, amount: '88' });
  await payKey(phone.page, '88.00').tap();
  await phone.page.locator('.js-cashier-lose').tap();
  await says(phone.page, '支付结果确认中');
  const waysToPay = phone.page.locator('.js-pay, .js-resume').filter({ visible: true });
  expect(await waysToPay.count()).toBe(0);
  await cloud.advanceClock(20);
  await says(phone.page, '支付成功');
  expect(await walletOf(newcomer)).toMatchObject({ points: 1760, paidOrders: 1 });
});

it('asks WeChat itself when the reply is lost, so that one hardly waits', async () => {
  const phone = await takeOut(newcomer);
  await scanAndType(phone, { code: noodleShop.code, amount: '9' });
  await payKey(phone.page, '9.00').tap();
  await phone.page.locator('.js-cashier-lose').tap();
  await says(phone.page, '支付成功');
  expect(await walletOf(newcomer)).toMatchObject({ points: 1850, paidOrders: 2 });
});
