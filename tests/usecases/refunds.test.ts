// Refunds by shop and platform: everything goes back, once, whatever fails.
import { randomUUID } from 'node:crypto';
import { USUAL_REASONS } from '../../src/domain/orders/refund-reasons';
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

/** With which WeChat's documents try their check of texts. */
const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级';
const NO_CASH = { fault: 'error-before', action: 'wx.wxPayApi.refund' } as const;
const NO_CHECK = { fault: 'error-before', action: 'wx.openApi.security.msgSecCheck' } as const;

const refund = (
  orderId: string,
  wishes: { amountFen: number; requestId?: string; as?: string; reason?: string },
) => {
  const { as = boss, amountFen, requestId = randomUUID(), reason = '面少了一份' } = wishes;
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
      { amountFen: 20_00, by: 'merchant', reason: '面少了一份', cash: 'returned' },
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
  await cloud.setFaults([NO_CASH]);
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

test('one bill is shown to its shop and to the platform, to nobody else, and not before it is paid', async () => {
  const { id: orderId } = await cloud.buy({
    ...{ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 },
  });
  for (const as of [boss, 'test-desk']) {
    const { order } = valueOf(await cloud.callAs(as)('merchant', 'order', { orderId }));
    expect(order).toMatchObject({ id: orderId, amountFen: 10_00, refundableFen: 10_00 });
  }
  const bill = { merchantCode: fruitShop.code, amountFen: 20_00, uses: [] };
  const placed = await cloud.callAs(lin)('orders', 'place', { requestId: randomUUID(), ...bill });
  for (const [as, id] of [
    [lin, orderId],
    [wang, orderId],
    [boss, '0'.repeat(32)],
    [boss, valueOf(placed).order.id],
  ] as const) {
    expect(await cloud.callAs(as)('merchant', 'order', { orderId: id })).toEqual({
      ok: false,
      error: { code: 'order-not-found' },
    });
  }
});

describe('cash that waits', () => {
  const retry = (orderId: string, as = boss) =>
    cloud.callAs(as)('merchant', 'retryCash', { orderId });

  test('is asked for again by the shop, all of a bill, each under its own number, once', async () => {
    const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
    await cloud.setFaults([NO_CASH]);
    for (const amountFen of [6_00, 3_00]) valueOf(await refund(id, { amountFen }));
    const still = valueOf(await retry(id)).order;
    expect(still.refunds.map(({ cash }) => cash)).toEqual(['waiting', 'waiting']);
    expect(await returnedFen(id)).toBe(0);
    await cloud.setFaults([]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => retry(id)));
    for (const answer of answers) {
      const { refunds } = valueOf(answer).order;
      expect(refunds.map(({ cash }) => cash)).toEqual(['returned', 'returned']);
      expect(refunds.map(({ failure }) => failure)).toEqual([undefined, undefined]);
    }
    expect(await returnedFen(id)).toBe(9_00);
  });

  test('is asked for by the shop or the platform alone', async () => {
    const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
    await cloud.setFaults([NO_CASH]);
    valueOf(await refund(id, { amountFen: 10_00 }));
    await cloud.setFaults([]);
    for (const as of [lin, wang]) {
      expect(await retry(id, as)).toEqual({ ok: false, error: { code: 'order-not-found' } });
    }
    expect(await returnedFen(id)).toBe(0);
    expect(valueOf(await retry(id, 'test-desk')).order.refunds[0]?.cash).toBe('returned');
  });

  test('where none waits, WeChat is not asked and nothing is written', async () => {
    const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
    const { order } = valueOf(await refund(id, { amountFen: 4_00 }));
    await cloud.setFaults([NO_CASH]);
    cloud.cloud.resetStats();
    expect(valueOf(await retry(id)).order).toEqual(order);
    expect(cloud.cloud.stats().functions['merchant']?.requests).toBe(2);
  });
});

describe('the reason that the payer reads', () => {
  test('is refused where WeChat finds something in it, and nothing has happened', async () => {
    const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
    expect(await refund(id, { amountFen: 10_00, reason: RISKY })).toEqual({
      ok: false,
      error: { code: 'text-refused' },
    });
    expect(await orderOf(lin, id)).toMatchObject({ state: 'completed', refunds: [] });
    expect(await returnedFen(id)).toBe(0);
  });

  test('is not shown unchecked while WeChat cannot be asked; a usual one never waits for it', async () => {
    const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
    await cloud.setFaults([NO_CHECK]);
    expect(await refund(id, { amountFen: 4_00 })).toEqual({
      ok: false,
      error: { code: 'text-unchecked' },
    });
    valueOf(await refund(id, { amountFen: 4_00, reason: USUAL_REASONS[0] ?? '' }));
    expect(await orderOf(lin, id)).toMatchObject({ refundedFen: 4_00, refunds: [{}] });
  });

  test('of a refund that stands is not checked again: its repeat is answered without WeChat', async () => {
    const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
    const wishes = { amountFen: 4_00, requestId: randomUUID() };
    const first = await refund(id, wishes);
    await cloud.setFaults([NO_CHECK]);
    expect(await refund(id, wishes)).toEqual(first);
    expect(await refund(id, { ...wishes, reason: '另一个' })).toMatchObject({
      error: { code: 'request-id-reused' },
    });
  });

  test('is asked about only for those who may refund, one request more', async () => {
    const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00 });
    expect(await refund(id, { amountFen: 1_00, reason: RISKY, as: wang })).toMatchObject({
      error: { code: 'order-not-found' },
    });
    const requestsWith = async (reason: string): Promise<number> => {
      cloud.cloud.resetStats();
      valueOf(await refund(id, { amountFen: 1_00, reason }));
      return cloud.cloud.stats().functions['merchant']?.requests ?? 0;
    };
    await requestsWith('少给了');
    const usual = await requestsWith('少给了');
    expect(await requestsWith('面少了一份')).toBe(usual + 1);
  });
});
