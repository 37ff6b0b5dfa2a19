// From the wallet to every fen: a period, a coupon, the statement and the ledger, by taps.
import { randomUUID } from 'node:crypto';
import { valueOf } from '../support/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import { MONDAY_MORNING, fruitShop, lin, newcomer, noodleShop, wang } from '../support/fixture';
import { pollUntil } from '../support/poll';
import { type Weapp, bootWeapp } from '../support/weapp';

const LOT = 'dividend-2027-11';

let cloud: CloudProcess;
let app: Weapp;
beforeAll(async () => {
  cloud = await startCloudProcess();
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 100_000 });
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

it('leads from a period in the wallet to its chain, whose bills add up to my points', async () => {
  await app.open('pages/wallet/index').tap('js-period-row', '第 1 期');
  const period = await app.waitForRoute('packages/account/period/index');
  await period.waitForText(
    ...['第 1 期：为什么是这个数', '第 1 期的门槛400.00', '规则表第 1 期0.5%', '让利够派'],
    ...['200.00 × 0.5%¥1.00', '上限：积分的 5 倍¥1000.00', '规则版本'],
    ...['共 1 笔，合计 200.00', '账单 ¥1000.00，商家让利 20% 是 ¥200.00'],
  );
});

it('leads from a bill behind my points to its order', async () => {
  await app.page().tap('js-earning', fruitShop.name);
  const order = await app.waitForRoute('packages/account/order/index');
  await order.waitForText(fruitShop.name, '¥1000.00');
});

it('leads from the chain to the coupon, and from the coupon back to the period', async () => {
  const period = app.open('packages/account/period/index?n=1');
  await period.tap('js-step', '进了这张消费券');
  const lot = await app.waitForRoute('packages/account/lot/index');
  await lot.waitForText('派券到账+¥1.00', '余额= ¥1.00', '2027 年 11 月 30 日前');
  await lot.tap('js-change', '第 1 期派券到账');
  await (await app.waitForRoute('packages/account/period/index')).waitForText('合计 200.00');
});

it('shows of a coupon what was spent and what an open bill holds, down to its balance', async () => {
  const uses = (amountFen: number) => [{ lotId: LOT, amountFen }];
  const merchantCode = noodleShop.code;
  await cloud.buy({ openid: lin, merchantCode, amountFen: 3000, uses: uses(40) });
  const bill = { requestId: randomUUID(), merchantCode, amountFen: 2000, uses: uses(25) };
  valueOf(await cloud.callAs(lin)('orders', 'place', bill));
  await app.open('pages/wallet/index').tap('js-lot', '0.35');
  const lot = await app.waitForRoute('packages/account/lot/index');
  await lot.waitForText('派券到账+¥1.00', '用掉−¥0.40', '占用中−¥0.25', '余额= ¥0.35');
  await lot.tap('js-change', `${noodleShop.name}待支付`);
  const order = await app.waitForRoute('packages/account/order/index');
  await order.waitForText('待支付', '¥20.00');
});

it('lists coupons and points together, filters them, and says when a kind has no rows', async () => {
  await app.open('pages/wallet/index').tap('js-statement');
  const statement = await app.waitForRoute('packages/account/statement/index');
  await statement.waitForText('第 1 期派券到账', `在${noodleShop.name}消费`);
  const titles = (): string[] => statement.findAll('js-change').map((row) => row.textContent);
  const shows = (...rows: RegExp[]): Promise<void> =>
    pollUntil(
      () =>
        titles().length === rows.length && rows.every((row, at) => row.test(titles()[at] ?? '')),
      () => `${rows.join()} in ${statement.describe()}`,
    );
  await shows(/券\+¥1\.00/, /券−¥0\.40积分\+3\.00/, /积分\+200\.00/);
  await statement.tap('js-filter-coupons');
  await shows(/\+¥1\.00/, /−¥0\.40/);
  await statement.tap('js-filter-points');
  await shows(/\+3\.00/, /\+200\.00/);
  await statement.tap('js-filter-refunds');
  await statement.waitForText('没有退款');
  await statement.tap('js-filter-all');
  await statement.tap('js-change', '+200.00');
  await (await app.waitForRoute('packages/account/order/index')).waitForText('¥1000.00');
});

it('is taken along whole, as a table, from the page itself', async () => {
  const statement = app.open('packages/account/statement/index');
  await statement.waitForText('第 1 期派券到账');
  await statement.tap('js-filter-points');
  await statement.tap('js-export');
  await statement.waitForText('全部明细', '发到微信（4 条）');
  await statement.tap('js-take-statement');
  await pollUntil(
    () => app.shared.length === 1,
    () => `a file, there are ${app.shared.length}`,
  );
  const [file] = app.shared;
  expect(file?.name).toBe('my-statement.csv');
  const lines = file?.text.split('\r\n') ?? [];
  expect(lines[0]).toMatch(/^\ufeff时间,事项,商家,券变动/);
  expect(lines.slice(1, -1).map((line) => line.split(',').slice(1, 6).join())).toEqual([
    ...['派券到账 第 1 期,,1.00,,', `得积分,${noodleShop.name},,3.00,`],
    ...[`用券,${noodleShop.name},-0.40,,`, `得积分,${fruitShop.name},,200.00,`],
  ]);
});

it('leads from the rules to the open ledger, whose coupons are covered', async () => {
  await app.open('packages/account/rules/index').tap('js-ledger');
  const ledger = await app.waitForRoute('packages/account/ledger/index');
  await ledger.waitForText('全联盟', '杭州城西', '2 笔', '¥1030.00');
  expect(ledger.findAll('js-covered')).toHaveLength(1);
});

it('says that a period was never mine, and leads back to the wallet', async () => {
  const period = app.open('packages/account/period/index?n=99');
  await period.waitForText('没有找到这一期');
  await period.tap('js-to-wallet');
  await app.waitForRoute('pages/wallet/index');
});

it('shows older rows page by page, those of one kind without reading the others', async () => {
  const buy = (amountFen: number) =>
    cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen, uses: [] });
  await buy(50_000);
  await cloud.giveOutDividends();
  await buy(1000);
  // What was collected by now lies behind all of the following bills.
  await cloud.advanceClock(1);
  for (let bill = 0; bill < 51; bill += 1) await buy(1000);
  app.hand.openid = wang;
  const statement = app.open('packages/account/statement/index');
  const count = (): number => statement.findAll('js-change').length;
  await statement.waitForText('点这里看更早的');
  expect(count()).toBeLessThan(55);
  await statement.tap('js-rows-end', '更早');
  await statement.waitForText('第 2 期派券到账', '没有更早的了');
  expect(count()).toBe(55);
  await statement.tap('js-filter-coupons');
  await pollUntil(
    () => count() === 2,
    () => `two rows of coupons, there are ${count()}`,
  );
  await statement.waitForText('第 2 期派券到账', '没有更早的了');
});

it('shows the bills behind a period page by page, and their sum at the end', async () => {
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 200_000, uses: [] });
  await cloud.giveOutDividends();
  const { periods } = valueOf(await cloud.callAs(wang)('wallet', 'periods', {}));
  const latest = periods[0]?.period ?? 0;
  const page = app.open(`packages/account/period/index?n=${latest}`);
  await page.waitForText('已列出 50 笔');
  await page.tap('js-rows-end', '点这里看更早的');
  // 500.00, 52 × 10.00 and 2000.00 at 20 %.
  await page.waitForText('共 54 笔，合计 604.00', '账单都在这里了');
});

describe('to a newcomer', () => {
  it('has a statement without rows and a coupon that is not there', async () => {
    app.hand.openid = newcomer;
    await app.open('packages/account/statement/index').waitForText('还没有记录');
    await app.open(`packages/account/lot/index?id=${LOT}`).waitForText('现在没有余额');
  });
});

it('complained about nothing on the way', () => {
  expect(app.complaints).toEqual([]);
});
