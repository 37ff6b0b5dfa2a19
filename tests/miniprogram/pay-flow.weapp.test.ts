// From a scan to the second shop, by taps on the compiled pages.
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, fruitShop, lin, noodleShop } from '../support/fixture';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';

let cloud: CloudProcess;
let app: Weapp;
beforeAll(async () => {
  cloud = await startCloudProcess();
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: lin },
    // What WeChat hands over when somebody scans a shop's code and the app is not running.
    launch: { url: `pages/pay/index?scene=m%3D${fruitShop.code}%26t%3DA7`, scene: 1047 },
    now: new Date(MONDAY_MORNING),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

/** Types as a person does, who sees each figure appear. */
async function typeAmount(amount: string): Promise<void> {
  const page = app.page();
  for (const [index, key] of Array.from(amount).entries()) {
    await page.tap(`js-key-${key === '.' ? 'dot' : key}`);
    const typed = amount.slice(0, index + 1);
    await pollUntil(
      () => page.findAll('js-amount')[0]?.textContent === typed,
      () => `${typed} in ${page.describe()}`,
    );
  }
}

const walletOf = async (from: CloudProcess) =>
  valueOf(await from.callAs(lin)('wallet', 'summary', {}));

async function pay(): Promise<void> {
  await app.page().tap('js-pay', '¥');
}

it('starts cold on the pay page of the scanned shop and asks nothing before the amount', async () => {
  await app.page().waitForText(fruitShop.name, '消费金额', '请与店员核对金额');
  expect(app.toasts).toEqual([]);
});

it('pays 1000.00 and shows what the bill saved and earned', async () => {
  await typeAmount('1000');
  await app.page().waitForText('本单让利 ¥200.00，您和商家各得 200.00 积分');
  await pay();
  const result = await app.waitForRoute('packages/account/result/index');
  await result.waitForText('支付成功', fruitShop.name, '200.00');
});

it('shows the points in the wallet, and the coupon once the dividends have run', async () => {
  const wallet = app.open('pages/wallet/index');
  await wallet.waitForText('200.00');
  await cloud.giveOutDividends();
  const again = app.open('pages/wallet/index');
  await again.waitForText('1.00', '2027');
});

it('lets the bill wait with its coupon when the payment window is closed', async () => {
  app.open(`pages/pay/index?m=${noodleShop.code}`);
  await app.page().waitForText(noodleShop.name);
  await typeAmount('50.5');
  await app.page().waitForText('1.00', '49.50');
  app.hand.payment = 'cancel';
  await pay();
  await app.page().waitForText('待支付', '49.50');
  expect(await walletOf(cloud)).toMatchObject({ balanceFen: 0, heldFen: 100 });
});

it('spends the coupon at the second shop when the payment goes on', async () => {
  app.hand.payment = 'pay';
  await app.page().tap('js-resume');
  const result = await app.waitForRoute('packages/account/result/index');
  await result.waitForText('支付成功', noodleShop.name);
  const [saved] = result.findAll('js-result-saved');
  expect(saved?.textContent).toContain('1.00');
  expect(await walletOf(cloud)).toMatchObject({ balanceFen: 0, heldFen: 0, savedFen: 100 });
});

it('complained about nothing on the way', () => {
  expect(app.complaints).toEqual([]);
});
