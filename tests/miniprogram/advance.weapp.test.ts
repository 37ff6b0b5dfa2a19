// 先用券 by taps on the compiled pages: taken once over a bad network, shown, and made up for.
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { fruitShop, lin, MONDAY_MORNING, noodleShop, wang } from '../support/fixture';
import { type Weapp, bootWeapp } from '../support/weapp';

const advancePage = 'packages/account/advance/index';
const walletPage = 'pages/wallet/index';

let cloud: CloudProcess;
let app: Weapp;
beforeAll(async () => {
  cloud = await startCloudProcess({ policy: 'demo-with-advance' });
  const bought = { openid: lin, merchantCode: fruitShop.code, amountFen: 1000_00, uses: [] };
  await cloud.buy(bought);
  await cloud.giveOutDividends();
  app = bootWeapp({
    cloudUrl: cloud.url,
    hand: { openid: lin },
    now: new Date(MONDAY_MORNING),
  });
});
afterAll(async () => {
  app.close();
  await cloud.close();
});

const walletOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('wallet', 'summary', {}));

it('is reached from the wallet, and says what may be taken and why no more', async () => {
  const wallet = app.open(walletPage);
  await wallet.tap('js-advance');
  const page = await app.waitForRoute(advancePage);
  await page.waitForText('现在可以先用', '0.50', '近 180 天派券的 50% 以内', '¥18.00', '最小');
  expect(page.findAll('js-limit')).toHaveLength(3);
});

it('takes what was typed, once, though its answer gets lost', async () => {
  const page = app.page();
  await page.tap('js-amount-own');
  for (const key of ['0', 'dot', '3', '0']) await page.tap(`js-key-${key}`);
  await page.waitForText('最多先用 ¥0.50¥0.30');
  await page.tap('js-pay', '好了');
  await page.waitForText('先用 ¥0.30');
  app.hand.replies = 'get-lost';
  await page.tap('js-take');
  await page.waitForText('请检查网络');
  expect((await walletOf(lin)).advanceFen).toBe(30);
  app.hand.replies = 'come';
  await page.tap('js-take');
  await page.waitForText('¥0.30 的券已在券包', '先用还没抵回的一共 ¥0.30');
  expect(await walletOf(lin)).toMatchObject({ balanceFen: 1_30, advanceFen: 30 });
});

it('stands in the wallet until a release has made up for it, which says so', async () => {
  const wallet = app.open(walletPage);
  await wallet.waitForText('先用还没抵回的 ¥0.30');
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 1_30 });
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 160_00, uses: [] });
  await cloud.giveOutDividends();
  expect(await walletOf(lin)).toMatchObject({ balanceFen: 75, advanceFen: 0 });
  const again = app.open(walletPage);
  await again.waitForText('其中 ¥0.30 抵回了先用的券', '可以先用一部分券');
  await again.tap('js-period-row', '第 2 期');
  await app.page().waitForText('先抵回先用的券', '−¥0.30', '进了这张消费券');
});
