// Refunds by shop and platform: everything goes back, once, whatever fails.
import { randomUUID } from 'node:crypto';
import { accountOf } from '../../src/wxcloud/identity';
import { type PayAnswer, wx } from '../../src/wxcloud/sdk';
import { auditOf, earn, worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, noodleShop, wang } from '../support/fixture';

const boss = 'test-boss';
const operators = ` ${accountOf('test-desk')}, ${accountOf('test-night-desk')}`;
const merchants = [fruitShop, noodleShop].map((shop) => ({ ...shop, staff: [accountOf(boss)] }));
let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud({ merchants, operators });
});

afterEach(async () => {
  await cloud.setFaults([]);
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

const refund = (
  orderId: string,
  wishes: { amountFen: number; requestId?: string; as?: string; reason?: string },
) => {
  const { as = boss, amountFen, requestId = randomUUID(), reason = '少了一份' } = wishes;
  return cloud.callAs(as)('merchant', 'refund', { requestId, orderId, amountFen, reason });
};
const walletOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('wallet', 'summary', {}));
const orderOf = async (openid: string, orderId: string) =>
  valueOf(await cloud.callAs(openid)('orders', 'get', { orderId })).order;
/** What WeChat Pay has given back of an order. */
async function returnedFen(orderId: string): Promise<number> {
  await worldOn(cloud, () => 0).cloud.get('orders', orderId);
  const pay = wx.cloudPay as unknown as { queryRefund(asked: object): Promise<PayAnswer> };
  const { subMchId } = fruitShop;
  const answer = await pay.queryRefund({ subMchId, outTradeNo: orderId, nonceStr: orderId });
  return Number(answer['refundFee'] ?? 0);
}

test('a bill with coupons, refunded in two parts, leaves the payer as before it', async () => {
  const [part] = await earn(cloud, lin);
  const before = await walletOf(lin);
  const { id } = await cloud.buy({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 50_00 },
    uses: part === undefined ? [] : [part],
  });
  const half = valueOf(await refund(id, { amountFen: 20_00 })).order;
  expect(half).toMatchObject({
    state: 'partly-refunded',
    refundedFen: 20_00,
    refundableFen: 30_00,
  });
  const rest = valueOf(await refund(id, { amountFen: 30_00 })).order;
  expect(rest).toMatchObject({ state: 'refunded', refundableFen: 0 });
  expect(await orderOf(lin, id)).toMatchObject({
    state: 'refunded',
    refundedFen: 50_00,
    refunds: [
      { amountFen: 20_00, by: 'merchant', reason: '少了一份', cash: 'returned' },
      { amountFen: 30_00, cash: 'returned' },
    ],
  });
  const { paidOrders: _before, ...stands } = before;
  expect(await walletOf(lin)).toMatchObject(stands);
  expect(rest.refunds.reduce((sum, { cashFen }) => sum + cashFen, 0)).toBe(49_00);
});

test('what was given out on a refunded bill and spent since becomes an offset', async () => {
  const { id } = await cloud.buy({
    ...{ openid: lin, merchantCode: fruitShop.code, amountFen: 1000_00 },
  });
  await cloud.giveOutDividends();
  await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 60 });
  const { offsetFen } = await walletOf(lin);
  expect(offsetFen).toBe(0);
  valueOf(await refund(id, { amountFen: 1000_00 }));
  expect(await walletOf(lin)).toMatchObject({ balanceFen: 0, offsetFen: 60, receivedFen: 0 });
});

test('only owner and staff of the shop may, and nobody else learns of the order', async () => {
  const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
  for (const as of [lin, wang]) {
    expect(await refund(id, { amountFen: 100, as })).toMatchObject({
      error: { code: 'order-not-found' },
    });
  }
  expect(await cloud.callAs(wang)('merchant', 'shops', {})).toMatchObject({ value: { shops: [] } });
  const mine = valueOf(await cloud.callAs(boss)('merchant', 'shops', {})).shops;
  expect(mine.map(({ code }) => code).sort()).toEqual([fruitShop.code, noodleShop.code]);
  const { code: merchantCode } = fruitShop;
  expect(await cloud.callAs(wang)('merchant', 'orders', { merchantCode })).toMatchObject({
    error: { code: 'merchant-not-found' },
  });
  expect(await cloud.callAs(boss)('merchant', 'orders', { merchantCode })).toMatchObject({
    value: { orders: [{ id, amountFen: 10_00, refundableFen: 10_00 }], isLast: true },
  });
});

test('the platform’s operators may at any shop, and it is told so; they see no shop’s bills', async () => {
  const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
  for (const as of ['test-desk', 'test-night-desk']) {
    expect(await refund(id, { amountFen: 1_00, as })).toMatchObject({ ok: true });
  }
  const by = (await orderOf(lin, id)).refunds.map((each) => each.by);
  expect(by).toEqual(['platform', 'platform']);
  const { code: merchantCode } = fruitShop;
  expect(await cloud.callAs('test-desk')('merchant', 'orders', { merchantCode })).toMatchObject({
    error: { code: 'merchant-not-found' },
  });
});

test('a shop’s bills come page by page, none lost or twice, the newest first', async () => {
  const placed: string[] = [];
  for (let bill = 0; bill < 43; bill += 1) {
    if (bill % 10 === 0) await cloud.advanceClock(1);
    const bought = { openid: lin, merchantCode: noodleShop.code, amountFen: 100 + bill, uses: [] };
    placed.push((await cloud.buy(bought)).id);
  }
  const seen: { id: string; paidAt: number }[] = [];
  for (let isLast = false; !isLast;) {
    const before = seen.at(-1);
    const asked = before === undefined ? {} : { before: { paidAt: before.paidAt, id: before.id } };
    const page = valueOf(
      await cloud.callAs(boss)('merchant', 'orders', { merchantCode: noodleShop.code, ...asked }),
    );
    seen.push(...page.orders);
    isLast = page.isLast;
  }
  expect(seen.map(({ id }) => id).sort()).toEqual([...placed].sort());
  const times = seen.map(({ paidAt }) => paidAt);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test('the same request is one refund, also at the same time; with another amount it is refused', async () => {
  const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
  const requestId = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => refund(id, { amountFen: 4_00, requestId })),
  );
  const sums = answers.map((answer) => (answer.ok ? answer.value.order.refundedFen : answer.error));
  expect(sums).toEqual(answers.map(() => 4_00));
  expect(await refund(id, { amountFen: 5_00, requestId })).toMatchObject({
    error: { code: 'request-id-reused' },
  });
  expect(await returnedFen(id)).toBe(4_00);
});

test('eight refunds of most of a bill at once: one succeeds, never more than the bill', async () => {
  const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => refund(id, { amountFen: 6_00 })),
  );
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort();
  expect(codes).toEqual(['ok', ...Array.from({ length: 7 }, () => 'refund-exceeds-order')]);
  expect(await returnedFen(id)).toBe(6_00);
  expect(await refund(id, { amountFen: 4_01 })).toMatchObject({
    error: { code: 'refund-exceeds-order', refundableFen: 4_00 },
  });
});

test('a refund that WeChat does not take on is visible, and asked for again until it has it', async () => {
  const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
  await cloud.setFaults([{ fault: 'error-before', action: 'wx.wxPayApi.refund' }]);
  const { order } = valueOf(await refund(id, { amountFen: 10_00 }));
  expect(order).toMatchObject({ state: 'refunded', refunds: [{ cash: 'waiting' }] });
  expect(order.refunds[0]?.failure).toBeTruthy();
  expect(await orderOf(lin, id)).toMatchObject({ refunds: [{ cash: 'waiting' }] });
  expect(await returnedFen(id)).toBe(0);
  await cloud.advanceClock(50);
  await cloud.setFaults([]);
  expect(await cloud.runTimer('payments-sweep')).toMatchObject({
    result: { value: { refunded: 0 } },
  });
  await cloud.advanceClock(3600);
  expect(await orderOf(lin, id)).toMatchObject({ refunds: [{ cash: 'returned' }] });
  expect(await returnedFen(id)).toBe(10_00);
});

test('a reply of WeChat that got lost gives the cash back once', async () => {
  const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
  await cloud.setFaults([{ fault: 'reply-lost', action: 'wx.wxPayApi.refund', count: 1 }]);
  const requestId = randomUUID();
  await refund(id, { amountFen: 10_00, requestId });
  expect(valueOf(await refund(id, { amountFen: 10_00, requestId })).order).toMatchObject({
    refunds: [{ cash: 'returned' }],
  });
  expect(await returnedFen(id)).toBe(10_00);
});

test('a bill that coupons paid in full gives back coupons and asks WeChat for nothing', async () => {
  const uses = await earn(cloud, lin);
  const before = await walletOf(lin);
  const { id } = await cloud.buy({
    ...{ openid: lin, merchantCode: noodleShop.code, amountFen: 1_00, uses },
  });
  const { order } = valueOf(await refund(id, { amountFen: 1_00 }));
  expect(order.refunds).toMatchObject([{ cashFen: 0, couponFen: 1_00, cash: 'returned' }]);
  expect((await walletOf(lin)).balanceFen).toBe(before.balanceFen);
});
