// The shop's side of a payment: the same points, the same coupons (A4, A5).
import { auditOf, worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { fruitShop, lin, noodleShop } from '../support/fixture';

let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud();
});

afterEach(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

const accountOfShop = (id: string) => worldOn(cloud, () => 0).cloud.get('accounts', id);

test('A5: the shop gets 200.00 points and 1.00 yuan of coupons like its customer', async () => {
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 1000_00 });
  await cloud.giveOutDividends();
  expect(await cloud.runTimer('merchant-accounts')).toMatchObject({
    result: { ok: true, value: { settled: 1 } },
  });
  expect(await accountOfShop(fruitShop.id)).toMatchObject({
    points: 200_00,
    receivedFen: 1_00,
    period: 1,
    lots: [{ balanceFen: 1_00 }],
  });
  expect(await accountOfShop(noodleShop.id)).toBeUndefined();
});

test('several timers at once, and one more, give a shop its share once', async () => {
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 1000_00 });
  await cloud.giveOutDividends();
  await Promise.all(Array.from({ length: 4 }, () => cloud.runTimer('merchant-accounts')));
  expect(await cloud.runTimer('merchant-accounts')).toMatchObject({
    result: { value: { settled: 0 } },
  });
  expect(await accountOfShop(fruitShop.id)).toMatchObject({ points: 200_00, receivedFen: 1_00 });
});

test('the next run brings what the shop has earned since', async () => {
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 100_00 });
  await cloud.giveOutDividends();
  await cloud.runTimer('merchant-accounts');
  expect(await accountOfShop(noodleShop.id)).toMatchObject({ points: 10_00 });
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 50_00 });
  await cloud.giveOutDividends();
  await cloud.runTimer('merchant-accounts');
  expect(await accountOfShop(noodleShop.id)).toMatchObject({ points: 15_00 });
});
