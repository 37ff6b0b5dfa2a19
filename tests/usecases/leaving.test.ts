// Closing an account: what goes, what stays, and who else is writing at that moment.
import { randomUUID } from 'node:crypto';
import type { Account } from '../../src/domain/accounts/account';
import { accountOf } from '../../src/wxcloud/identity';
import { auditOf, earn, worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, newcomer, noodleShop, wang } from '../support/fixture';
import { shownTo } from '../support/leaving';

let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud();
});

afterEach(async () => {
  await cloud.advanceClock(5);
  await cloud.runTimer('dividends');
  await cloud.runTimer('figures');
  expect((await auditOf(cloud)).findings).toEqual([]);
  await cloud.close();
});

const stored = (openid: string): Promise<Account | undefined> =>
  worldOn(cloud, () => 0).cloud.get('accounts', accountOf(openid));

async function place(openid: string, amountFen = 20_00) {
  const bill = { merchantCode: noodleShop.code, amountFen, uses: [] };
  const placed = await cloud.callAs(openid)('orders', 'place', {
    requestId: randomUUID(),
    ...bill,
  });
  const { order, payment } = valueOf(placed);
  return { orderId: order.id, prepayId: payment?.prepayId ?? '' };
}

const ledger = async () => valueOf(await cloud.callAs(wang)('wallet', 'ledger', {}));

test('points and coupons go, what was is no longer listed, and coming back starts at nothing', async () => {
  await earn(cloud, lin);
  const call = cloud.callAs(lin);
  const before = await ledger();
  const shown = await shownTo(cloud, lin);
  expect(shown).toEqual({ balanceFen: 1_00, offers: 0, points: 200_00 });
  await cloud.advanceClock(1);
  const { leftAt } = valueOf(await call('account', 'leave', shown));
  const after = await ledger();
  expect(after.whole.points).toBe(before.whole.points - 200_00);
  expect(after.fund.couponsFen + after.fund.uncollectedFen).toBe(
    before.fund.couponsFen + before.fund.uncollectedFen - 1_00,
  );
  expect(await shownTo(cloud, lin)).toEqual({ balanceFen: 0, offers: 0, points: 0 });
  for (const [action, empty] of [
    ['periods', { periods: [] }],
    ['statement', { rows: [] }],
  ] as const) {
    expect(valueOf(await call('wallet', action, {}))).toEqual(empty);
  }
  expect(valueOf(await call('orders', 'list', {})).orders).toEqual([]);
  expect(await stored(lin)).toMatchObject({ since: leftAt, paidOrders: 0, savedFen: 0 });

  const { id } = await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 900_00 });
  await cloud.giveOutDividends();
  expect(valueOf(await call('orders', 'list', {})).orders.map((order) => order.id)).toEqual([id]);
  const { periods } = valueOf(await call('wallet', 'periods', {}));
  expect(periods.map(({ eligiblePoints }) => eligiblePoints)).toEqual(periods.map(() => 180_00));
  for (const { period } of periods) {
    const { earnings } = valueOf(await call('wallet', 'period', { period }));
    expect(earnings.map(({ orderId }) => orderId)).toEqual([id]);
  }
  const { rows } = valueOf(await call('wallet', 'statement', {}));
  const { balanceFen, points } = await shownTo(cloud, lin);
  const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, so) => sum + so, 0);
  expect(sumOf(rows.flatMap((row) => (row.of === 'coupon' ? row.amountFen : [])))).toBe(balanceFen);
  expect(sumOf(rows.flatMap((row) => (row.of === 'points' ? row.points : [])))).toBe(points);
});

test('an order that waits for its payment refuses it, with coupons and without; closing it allows it', async () => {
  const uses = await earn(cloud, lin);
  const call = cloud.callAs(lin);
  for (const used of [[], uses]) {
    const shown = { balanceFen: 1_000_00, offers: 9, points: 1_000_00 };
    const bill = { merchantCode: noodleShop.code, amountFen: 20_00, uses: used };
    const placed = await call('orders', 'place', { requestId: randomUUID(), ...bill });
    const refused = await call('account', 'leave', shown);
    expect(refused).toEqual({ ok: false, error: { code: 'orders-open' } });
    // Also before what is held was looked at: the first thing to do is named first.
    expect(await call('account', 'leave', { balanceFen: 0, offers: 0, points: 0 })).toEqual(
      refused,
    );
    await call('orders', 'cancel', { orderId: valueOf(placed).order.id });
  }
  expect((await call('account', 'leave', await shownTo(cloud, lin))).ok).toBe(true);
});

test('who gained something since the page was shown keeps it; who lost something may go', async () => {
  const [lot] = await earn(cloud, lin);
  if (lot === undefined) throw new Error('no coupons');
  const call = cloud.callAs(lin);
  const shown = await shownTo(cloud, lin);
  for (const less of [
    { ...shown, balanceFen: shown.balanceFen - 1 },
    { ...shown, points: shown.points - 1 },
  ]) {
    const refused = await call('account', 'leave', less);
    expect(refused).toEqual({ ok: false, error: { code: 'holdings-changed' } });
  }
  expect(await shownTo(cloud, lin)).toEqual(shown);
  const bill = { openid: lin, merchantCode: noodleShop.code, amountFen: 1 };
  await cloud.buy({ ...bill, uses: [{ lotId: lot.lotId, amountFen: 1 }] });
  expect((await call('account', 'leave', shown)).ok).toBe(true);
});

test('asked again after its answer was lost, it says the same and gives nothing up twice', async () => {
  await earn(cloud, lin);
  const call = cloud.callAs(lin);
  const shown = await shownTo(cloud, lin);
  const first = await call('account', 'leave', shown);
  await cloud.advanceClock(60);
  expect(await call('account', 'leave', shown)).toEqual(first);
  const at = first.ok ? first.value.leftAt : 0;
  expect((await stored(lin))?.since).toBe(at);
});

test('five requests at once leave once', async () => {
  await earn(cloud, lin);
  const shown = await shownTo(cloud, lin);
  const call = cloud.callAs(lin);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => call('account', 'leave', shown)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.ok).toBe(true);
});

test('somebody who never paid may leave, too', async () => {
  const call = cloud.callAs(newcomer);
  expect((await call('account', 'leave', { balanceFen: 0, offers: 0, points: 0 })).ok).toBe(true);
  await cloud.buy({ openid: newcomer, merchantCode: fruitShop.code, amountFen: 10_00 });
  expect(await shownTo(cloud, newcomer)).toEqual({ balanceFen: 0, offers: 0, points: 2_00 });
});

test('while a payment is being posted: it is left behind, or leaving is refused', async () => {
  await earn(cloud, lin);
  const call = cloud.callAs(lin);
  const outcomes = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const { orderId, prepayId } = await place(lin);
    const all = { balanceFen: 1_000_00, offers: 9, points: 1_000_00 };
    const [left] = await Promise.all([
      call('account', 'leave', all),
      cloud.pay({ openid: lin, prepayId }),
    ]);
    await cloud.waitForOrder({ openid: lin, orderId, state: 'completed' });
    outcomes.add(left.ok ? 'left' : left.error.code);
    await cloud.advanceClock(1);
  }
  expect(['left', 'orders-open']).toEqual(expect.arrayContaining([...outcomes]));
});

test('while an order is being placed: whoever comes first, its payment counts for the account there is', async () => {
  const call = cloud.callAs(lin);
  for (let round = 0; round < 6; round += 1) {
    await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 10_00, uses: [] });
    const shown = await shownTo(cloud, lin);
    const [left, { orderId, prepayId }] = await Promise.all([
      call('account', 'leave', shown),
      place(lin, 50_00),
    ]);
    await cloud.pay({ openid: lin, prepayId });
    await cloud.waitForOrder({ openid: lin, orderId, state: 'completed' });
    const points = (await shownTo(cloud, lin)).points;
    expect(points).toBe(left.ok ? 5_00 : shown.points + 5_00);
    const { orders } = valueOf(await call('orders', 'list', {}));
    expect(orders.map(({ id }) => id)).toContain(orderId);
  }
});

test('while a period is being given out: the points count once, coupons are covered', async () => {
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 1000_00 });
  await cloud.buy({ openid: lin, merchantCode: fruitShop.code, amountFen: 1000_00 });
  await cloud.advanceClock(5);
  const shown = { balanceFen: 1_000_00, offers: 9, points: 200_00 };
  const [left] = await Promise.all([
    cloud.callAs(lin)('account', 'leave', shown),
    cloud.runTimer('dividends'),
  ]);
  expect(left.ok).toBe(true);
  await cloud.advanceClock(5);
  await cloud.runTimer('dividends');
  expect(await shownTo(cloud, lin)).toEqual({ balanceFen: 0, offers: 0, points: 0 });
  const { whole } = await ledger();
  expect(whole.points).toBe(600_00);
});
