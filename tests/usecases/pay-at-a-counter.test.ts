// The walking skeleton through the real functions: pay, earn, receive, spend next door.
import { startTestCloud, type TestCloud } from '../support/cloud';
import { fruitShop, lin, noodleShop, wang } from '../support/fixture';

let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud();
});

afterEach(async () => {
  await cloud.close();
});

test('A5: a bill of 1000.00 yuan at 20 % brings 200.00 points and then 1.00 yuan of coupons', async () => {
  const order = await cloud.buy({
    openid: lin,
    merchantCode: fruitShop.code,
    amountFen: 1000_00,
  });
  expect(order).toMatchObject({
    state: 'completed',
    bill: { payerPoints: 200_00, merchantPoints: 200_00, rebateFen: 200_00 },
  });
  await cloud.giveOutDividends();
  const call = cloud.callAs(lin);
  expect(await call('wallet', 'summary', {})).toMatchObject({
    ok: true,
    value: {
      balanceFen: 1_00,
      points: 200_00,
      maturing: [],
      receivedFen: 1_00,
      capFen: 1000_00,
      latestPeriod: 1,
      paidOrders: 1,
    },
  });
  expect(await call('wallet', 'periods', {})).toMatchObject({
    value: {
      periods: [
        { period: 1, ratePpb: 5_000_000, eligiblePoints: 200_00, amountFen: 1_00, isCapped: false },
      ],
    },
  });
});

test('B6: coupons pay a bill in full at one shop, and the rest part of a bill at the next', async () => {
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 50_000_00 });
  await cloud.giveOutDividends();
  const call = cloud.callAs(lin);
  const rich = await call('wallet', 'summary', {});
  const balance = rich.ok ? rich.value.balanceFen : 0;
  expect(balance).toBeGreaterThan(50_00);
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: balance - 50_00 });

  const first = await cloud.buy({
    openid: lin,
    merchantCode: fruitShop.code,
    amountFen: 40_00,
  });
  const second = await cloud.buy({
    openid: lin,
    merchantCode: noodleShop.code,
    amountFen: 35_00,
  });

  expect(first).toMatchObject({ state: 'completed', bill: { couponFen: 40_00, cashFen: 0 } });
  expect(second).toMatchObject({ state: 'completed', bill: { couponFen: 10_00, cashFen: 25_00 } });
  expect(await call('wallet', 'summary', {})).toMatchObject({
    value: { balanceFen: 0, heldFen: 0, savedFen: balance },
  });
});

test('a person with coupons from elsewhere spends them at a shop never visited before', async () => {
  await cloud.buy({ openid: wang, merchantCode: noodleShop.code, amountFen: 3000_00 });
  await cloud.giveOutDividends();
  const quote = await cloud.callAs(wang)('orders', 'quote', {
    merchantCode: fruitShop.code,
    amountFen: 10_00,
  });
  expect(quote).toMatchObject({
    ok: true,
    value: { bill: { amountFen: 10_00, couponFen: 4_72, cashFen: 5_28, payerPoints: 2_00 } },
  });
});

test('a bill that was just paid is named when the same person asks for it again', async () => {
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 12_34 });
  const ask = { merchantCode: fruitShop.code, amountFen: 12_34 };
  const call = cloud.callAs(lin);
  const now = Date.parse('2026-11-02T02:00:00.000Z');
  expect(await call('orders', 'quote', ask)).toMatchObject({ value: { sameBillPaidAt: now } });
  await cloud.advanceClock(121);
  expect(await call('orders', 'quote', ask)).not.toHaveProperty('value.sameBillPaidAt');
});

test('orders are listed newest first, page by page, and only my own', async () => {
  for (let bill = 1; bill <= 23; bill += 1) {
    await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: bill, uses: [] });
    if (bill % 3 === 0) await cloud.advanceClock(1);
  }
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 99 });
  const call = cloud.callAs(lin);
  const first = await call('orders', 'list', {});
  if (!first.ok) throw new Error(first.error.code);
  const last = first.value.orders[19];
  if (last === undefined) throw new Error('a full page has 20 orders');
  expect(first.value.isLast).toBe(false);
  const second = await call('orders', 'list', {
    before: { placedAt: last.placedAt, id: last.id },
  });
  if (!second.ok) throw new Error(second.error.code);
  expect(second.value.isLast).toBe(true);
  const all = [...first.value.orders, ...second.value.orders];
  expect(new Set(all.map(({ bill }) => bill.amountFen)).size).toBe(23);
  expect(all.map(({ placedAt }) => placedAt)).toEqual(
    all.map(({ placedAt }) => placedAt).sort((a, b) => b - a),
  );
});
