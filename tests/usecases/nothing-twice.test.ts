// Repeats, races and lost replies: nothing is lost, doubled or invented.
import { randomUUID } from 'node:crypto';
import { MINUTE } from '../../src/domain/time';
import { accountOf } from '../../src/wxcloud/identity';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, noodleShop, wang } from '../support/fixture';
import { auditOf, earn, worldOn } from '../support/audit';
import { pollUntil } from '../support/poll';

let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud();
});

afterEach(async () => {
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

/** A bill whose window is still open though its order is closed. */
async function placeAndCancel(): Promise<{ orderId: string; prepayId: string }> {
  const call = cloud.callAs(lin);
  const placed = await call('orders', 'place', place(2000));
  if (!placed.ok || placed.value.payment === null) throw new Error('not placed');
  const orderId = placed.value.order.id;
  valueOf(await call('orders', 'cancel', { orderId }));
  return { orderId, prepayId: placed.value.payment.prepayId };
}

const storedOrder = (id: string) => worldOn(cloud, () => 0).cloud.get('orders', id);

const place = (amountFen: number, uses: { lotId: string; amountFen: number }[] = []) => ({
  requestId: randomUUID(),
  merchantCode: noodleShop.code,
  amountFen,
  uses,
});

test('the same request is the same order, also at the same time', async () => {
  const call = cloud.callAs(lin);
  const request = place(5000);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => call('orders', 'place', request)),
  );
  const ids = answers.map((answer) => (answer.ok ? answer.value.order.id : answer.error.code));
  expect(new Set(ids).size).toBe(1);
  expect(await call('orders', 'list', {})).toMatchObject({ value: { orders: [{ id: ids[0] }] } });
});

test('the same requestId with another body is refused and changes nothing', async () => {
  const call = cloud.callAs(lin);
  const request = place(5000);
  await call('orders', 'place', request);
  expect(await call('orders', 'place', { ...request, amountFen: 5001 })).toMatchObject({
    error: { code: 'request-id-reused' },
  });
  expect(await call('orders', 'list', {})).toMatchObject({
    value: { orders: [{ bill: { amountFen: 5000 } }] },
  });
});

test('somebody else may use the same requestId for an order of their own', async () => {
  const request = place(5000);
  const mine = await cloud.callAs(lin)('orders', 'place', request);
  const theirs = await cloud.callAs(wang)('orders', 'place', request);
  expect(mine.ok && theirs.ok && mine.value.order.id !== theirs.value.order.id).toBe(true);
});

test('a request repeated after its order was placed finds it, though its coupons are held by now', async () => {
  const uses = await earn(cloud, lin);
  const request = place(5000, uses);
  const call = cloud.callAs(lin);
  const first = await call('orders', 'place', request);
  const again = await call('orders', 'place', request);
  expect(first.ok).toBe(true);
  expect(again).toMatchObject({
    ok: true,
    value: { order: { id: first.ok ? first.value.order.id : '' } },
  });
});

test('two orders at once on the same lot: its balance is spent once', async () => {
  const uses = await earn(cloud, lin);
  const call = cloud.callAs(lin);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => call('orders', 'place', place(500, uses))),
  );
  const outcomes = answers.map((answer) => (answer.ok ? 'placed' : answer.error.code)).sort();
  expect(outcomes).toEqual([...Array<string>(4).fill('lot-insufficient'), 'placed']);
  expect(await call('wallet', 'summary', {})).toMatchObject({
    value: { balanceFen: 0, heldFen: 1_00 },
  });
});

test('twenty repeated callbacks post once', async () => {
  const placed = await cloud.callAs(lin)('orders', 'place', place(1000_00));
  if (!placed.ok || placed.value.payment === null) throw new Error('not placed');
  const { id } = placed.value.order;
  await cloud.pay({ openid: lin, prepayId: placed.value.payment.prepayId });
  await cloud.waitForOrder({ openid: lin, orderId: id, state: 'completed' });
  const answers = await cloud.repeatCallback(placed.value.payment.prepayId, 20);
  expect(answers).toEqual(Array(20).fill({ errcode: 0, errmsg: '' }));
  expect(await cloud.callAs(lin)('wallet', 'summary', {})).toMatchObject({
    value: { points: 100_00, paidOrders: 1 },
  });
});

test('a payment whose reply and callback were lost is found when the payer looks', async () => {
  const call = cloud.callAs(lin);
  const placed = await call('orders', 'place', place(2000));
  if (!placed.ok || placed.value.payment === null) throw new Error('not placed');
  await cloud
    .pay({ openid: lin, prepayId: placed.value.payment.prepayId, outcome: 'pay-lose-reply' })
    .catch(() => 'lost, as asked for');
  const orderId = placed.value.order.id;
  expect(await call('orders', 'get', { orderId })).toMatchObject({
    value: { order: { state: 'placed' } },
  });
  expect(await call('orders', 'get', { orderId, confirm: true })).toMatchObject({
    value: { order: { state: 'completed' } },
  });
  await cloud.advanceClock(60);
  expect(await call('wallet', 'summary', {})).toMatchObject({ value: { points: 2_00 } });
});

test('a request repeated after its payment, before the callback, finds the order paid', async () => {
  const call = cloud.callAs(lin);
  const request = place(2000);
  const placed = await call('orders', 'place', request);
  if (!placed.ok || placed.value.payment === null) throw new Error('not placed');
  await cloud.loseCallbacks();
  await cloud.pay({ openid: lin, prepayId: placed.value.payment.prepayId });
  expect(await call('orders', 'place', request)).toMatchObject({
    ok: true,
    value: { order: { state: 'completed' }, payment: null },
  });
});

test('an order left open is closed by the sweep and its coupons are back', async () => {
  const uses = await earn(cloud, lin);
  const call = cloud.callAs(lin);
  const placed = await call('orders', 'place', place(5000, uses));
  await cloud.advanceClock(16 * 60);
  await cloud.runTimer('payments-sweep');
  const orderId = placed.ok ? placed.value.order.id : '';
  expect(await call('orders', 'get', { orderId })).toMatchObject({
    value: { order: { state: 'closed' } },
  });
  expect(await call('wallet', 'summary', {})).toMatchObject({
    value: { balanceFen: 1_00, heldFen: 0 },
  });
});

test('the sweep posts what was paid though its callback never came', async () => {
  const call = cloud.callAs(lin);
  const placed = await call('orders', 'place', place(2000));
  if (!placed.ok || placed.value.payment === null) throw new Error('not placed');
  await cloud.loseCallbacks();
  await cloud.pay({ openid: lin, prepayId: placed.value.payment.prepayId });
  await cloud.advanceClock(16 * 60);
  await cloud.runTimer('payments-sweep');
  expect(await call('orders', 'get', { orderId: placed.value.order.id })).toMatchObject({
    value: { order: { state: 'completed' } },
  });
});

test('cancelling gives the coupons back once, however often it is asked for', async () => {
  const uses = await earn(cloud, lin);
  const call = cloud.callAs(lin);
  const placed = await call('orders', 'place', place(5000, uses));
  const orderId = placed.ok ? placed.value.order.id : '';
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => call('orders', 'cancel', { orderId })),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await call('wallet', 'summary', {})).toMatchObject({
    value: { balanceFen: 1_00, heldFen: 0 },
  });
});

test('a payment after closing earns nothing and goes back to the payer', async () => {
  const { orderId, prepayId } = await placeAndCancel();
  await cloud.pay({ openid: lin, prepayId });
  await pollUntil(
    async () => (await storedOrder(orderId))?.latePayment?.refunded === true,
    () => 'the late payment to be refunded',
  );
  const call = cloud.callAs(lin);
  expect(await call('orders', 'get', { orderId })).toMatchObject({
    value: { order: { state: 'closed' } },
  });
  expect(await call('wallet', 'summary', {})).toMatchObject({
    value: { points: 0, paidOrders: 0 },
  });
});

test('a payment after closing whose callback was lost is found by the sweep and goes back', async () => {
  const { orderId, prepayId } = await placeAndCancel();
  await cloud.loseCallbacks();
  await cloud.pay({ openid: lin, prepayId });
  await cloud.advanceClock(7 * 60);
  await cloud.runTimer('payments-sweep');
  expect((await storedOrder(orderId))?.latePayment).toMatchObject({ refunded: true });
  expect(await cloud.runTimer('payments-sweep')).toMatchObject({
    result: { value: { rechecked: 0 } },
  });
});

test('a refund whose reply was lost is known as made, though no callback ever comes', async () => {
  const { orderId, prepayId } = await placeAndCancel();
  await cloud.loseCallbacks();
  await cloud.pay({ openid: lin, prepayId });
  cloud.cloud.setFaults({
    seed: 1,
    rules: [{ fault: 'instance-killed', action: 'wx.wxPayApi.refund', count: 1 }],
  });
  await cloud.advanceClock(7 * 60);
  expect((await storedOrder(orderId))?.latePayment).toMatchObject({ refunded: false });
  await cloud.runTimer('payments-sweep');
  expect((await storedOrder(orderId))?.latePayment).toMatchObject({ refunded: true });
});

test('a payment in a window that WeChat could not be told to close goes back, callback or not', async () => {
  const { orderId, prepayId } = await placeAndCancel();
  await cloud.setFaults([{ fault: 'error-before', action: 'wx.wxPayApi.closeOrder' }]);
  await cloud.advanceClock(7 * 60);
  await cloud.runTimer('payments-sweep');
  await cloud.setFaults([]);
  const { placedAt, recheckAt = 0 } = (await storedOrder(orderId)) ?? { placedAt: 0 };
  expect(recheckAt).toBeGreaterThan(placedAt + 12 * MINUTE);
  await cloud.loseCallbacks();
  await cloud.pay({ openid: lin, prepayId });
  await cloud.advanceClock(7 * 60);
  await cloud.runTimer('payments-sweep');
  expect((await storedOrder(orderId))?.latePayment).toMatchObject({ refunded: true });
});

test('an order that never reached WeChat is looked up once after closing, not for ever', async () => {
  const call = cloud.callAs(lin);
  cloud.cloud.setFaults({
    seed: 1,
    rules: [{ fault: 'error-before', action: 'wx.wxPayApi.unifiedOrder' }],
  });
  const placed = await call('orders', 'place', place(2000));
  expect(placed).toMatchObject({ error: { code: 'payment-unavailable' } });
  const orderId = !placed.ok && 'orderId' in placed.error ? String(placed.error.orderId) : '';
  await call('orders', 'cancel', { orderId });
  await cloud.advanceClock(7 * 60);
  await cloud.runTimer('payments-sweep');
  const closed = await storedOrder(orderId);
  expect(closed?.state).toBe('closed');
  expect(closed).not.toHaveProperty('recheckAt');
});

test('an order that WeChat has closed is looked up once after closing, not for ever', async () => {
  const placed = valueOf(await cloud.callAs(lin)('orders', 'place', place(2000)));
  await cloud.advanceClock(16 * 60);
  await cloud.runTimer('payments-sweep');
  expect(await storedOrder(placed.order.id)).toMatchObject({ state: 'closed' });
  expect(await storedOrder(placed.order.id)).toHaveProperty('recheckAt');
  await cloud.advanceClock(7 * 60);
  await cloud.runTimer('payments-sweep');
  expect(await storedOrder(placed.order.id)).not.toHaveProperty('recheckAt');
});

test('somebody who pays often and never spends keeps a small account', async () => {
  for (let bill = 0; bill < 24; bill += 1) {
    await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 1000, uses: [] });
    if (bill % 6 === 0) await cloud.giveOutDividends();
  }
  const account = await worldOn(cloud, () => 0).cloud.get('accounts', accountOf(lin));
  expect(account?.maturing.length).toBeLessThan(20);
});

test('ten timers at once declare each period once', async () => {
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 20_000_00 });
  await cloud.advanceClock(5);
  await Promise.all(Array.from({ length: 10 }, () => cloud.runTimer('dividends')));
  await cloud.advanceClock(5);
  await cloud.runTimer('dividends');
  const rules = await cloud.callAs(lin)('wallet', 'rules', {});
  const periods = rules.ok ? rules.value.periods.map(({ period }) => period) : [];
  expect(periods).toEqual([...periods].sort((a, b) => b - a));
  expect(new Set(periods).size).toBe(periods.length);
  expect(periods.length).toBeGreaterThan(5);
});
