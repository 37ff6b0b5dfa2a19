// Leaving the alliance: exactly what one holds goes back, and coming back starts at nothing.
import { carriedRows } from '../../src/domain/accounts/statement';
import { hasLeftSince } from '../../src/domain/accounts/leave';
import { balancesAt } from '../../src/domain/journal/balances';
import { spareCover } from '../../src/domain/pool/fold';
import { DAY, SECOND } from '../../src/domain/time';
import { LedgerWorld, START, type Shop } from '../support/ledger-world';

const rich: Shop = { id: 'm-rich', rateBps: 2000 };
const other: Shop = { id: 'm-other', rateBps: 500 };

function paid(maturityDays = 0): { world: LedgerWorld; orderId: string } {
  const world = new LedgerWorld({ maturityDays });
  const { id: orderId } = world.pay({ payer: 'u-lin', shop: rich, amountFen: 1000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  return { world, orderId };
}

function step(world: LedgerWorld, milliseconds = 3 * SECOND): void {
  world.advance(milliseconds);
  world.runTimer();
}

test('the pool loses exactly these points, the fund gets the cover back, the account begins anew', () => {
  const { world } = paid();
  world.settlePerson('u-lin');
  const before = world.poolNow();
  expect(world.leave('u-lin')).toBe(true);
  const after = world.poolNow();
  expect([before.points, after.points]).toEqual([400_00, 200_00]);
  expect(after.balances.committedFen).toBe(before.balances.committedFen - 1_00);
  expect(after.balances.freeFen).toBe(before.balances.freeFen + 1_00);
  expect(after.balances.couponsFen).toBe(before.balances.couponsFen - 1_00);
  expect(spareCover(after)).toBe(spareCover(before));
  expect(world.account('u-lin')).toEqual({
    ...{ id: 'u-lin', points: 0, maturing: [], period: 1, receivedFen: 0, lots: [] },
    ...{ offsetFen: 0, advanceFen: 0 },
    ...{ history: [], heldFen: 0, savedFen: 0, paidOrders: 0, since: world.now },
  });
});

test('coupons that a period gave and nobody had collected are collected and given up', () => {
  const { world } = paid();
  world.leave('u-lin');
  step(world);
  const { uncollected, balances } = world.pool;
  expect(uncollected).toMatchObject([{ period: 1, amountFen: 1_00 }]);
  expect(balances).toMatchObject({ committedFen: 1_00, couponsFen: 0 });
});

test('with coupons in an open order nobody leaves', () => {
  const { world } = paid();
  const open = world.place({ payer: 'u-lin', shop: other, amountFen: 50, useCoupons: true });
  world.orders.pop();
  expect(world.leave('u-lin')).toBe(false);
  world.orders.push(open);
  world.cancel(open);
  expect(world.leave('u-lin')).toBe(true);
});

test('an offset stays, and takes the first coupons after coming back', () => {
  const { world, orderId } = paid();
  world.settlePerson('u-lin');
  world.pay({ payer: 'u-lin', shop: other, amountFen: 80, useCoupons: true });
  world.refund(orderId, 1000_00);
  expect(world.account('u-lin').offsetFen).toBe(80);
  world.leave('u-lin');
  expect(world.account('u-lin').offsetFen).toBe(80);
  expect(carriedRows(world.account('u-lin'))).toMatchObject([
    { of: 'offset', kind: 'carried', at: world.account('u-lin').since, amountFen: 80 },
  ]);
  world.advance(SECOND);
  world.pay({ payer: 'u-lin', shop: rich, amountFen: 2000_00 });
  step(world);
  const [first] = world.settlePerson('u-lin').history;
  expect(first?.offsetFen).toBe(80);
});

describe('points that take effect in 7 days', () => {
  test('are undone at that instant: until then they wait in the journal, after it they are nothing', () => {
    const { world } = paid(7);
    world.leave('u-lin');
    const left = world.journal.filter(({ kind }) => kind === 'left');
    expect(left).toMatchObject([{ at: world.now, effectiveAt: START + 7 * DAY, moves: [] }]);
    const points = (at: number): bigint | undefined =>
      balancesAt(world.journal, at).get('points/u-lin');
    expect([points(START + 7 * DAY - 1), points(START + 7 * DAY)]).toEqual([undefined, 0n]);
  });

  test('never count in a period, neither before nor after they mature', () => {
    const { world } = paid(7);
    world.leave('u-lin');
    world.pay({ payer: 'u-wang', shop: rich, amountFen: 2000_00 });
    step(world, 6 * DAY);
    step(world, DAY + 5 * SECOND);
    const [period] = world.dividends;
    // The shop's 200.00 and 400.00 of it, and Wang's 400.00: Lin's 200.00 are not among them.
    expect(period?.points).toBe(200_00 + 800_00);
    expect(world.settlePerson('u-lin').history).toEqual([]);
    const given = world.settlePerson('u-wang').receivedFen + world.settleShop('m-rich').receivedFen;
    expect(given).toBe(world.dividends.reduce((sum, { issuedFen }) => sum + issuedFen, 0));
  });

  test('a refund before they mature gives the shop its whole rebate back', () => {
    const { world, orderId } = paid(7);
    world.leave('u-lin');
    world.advance(DAY);
    world.refund(orderId, 1000_00);
    step(world, 8 * DAY);
    const left = [...balancesAt(world.journal, world.now)].filter(([, value]) => value !== 0n);
    expect(left).toEqual([]);
    expect(world.account('u-lin').points).toBe(0);
  });

  test('a refund after that instant owes the shop all of it, since nothing was released on them', () => {
    const { world, orderId } = paid(7);
    world.leave('u-lin');
    step(world, 8 * DAY);
    world.refund(orderId, 1000_00);
    expect(world.poolNow().owed).toMatchObject([{ amountFen: 182_00 }]);
  });
});

test('a refund after leaving takes no points twice, and the fund keeps what it can no longer ask for', () => {
  const { world, orderId } = paid();
  world.leave('u-lin');
  step(world);
  const before = world.poolNow();
  world.refund(orderId, 1000_00);
  const after = world.poolNow();
  expect([before.points, after.points]).toEqual([200_00, 0]);
  expect(after.owed).toEqual([]);
  expect(world.account('u-lin')).toMatchObject({ points: 0, offsetFen: 0, receivedFen: 0 });
  expect(spareCover(after)).toBeGreaterThanOrEqual(0);
});

test('coming back collects nothing of a period before, and everything after', () => {
  const { world } = paid();
  world.leave('u-lin');
  world.pay({ payer: 'u-wang', shop: rich, amountFen: 1000_00 });
  step(world);
  world.pay({ payer: 'u-lin', shop: rich, amountFen: 5000_00 });
  const periods = world.dividends.length;
  expect(world.settlePerson('u-lin').receivedFen).toBe(0);
  step(world);
  const { history } = world.settlePerson('u-lin');
  expect(history[0]).toMatchObject({ period: periods + 1, eligible: 1000_00 });
});

describe('where clocks differ', () => {
  test('what is paid in the very instant of leaving, or before it by a late clock, is the new account’s', () => {
    for (const late of [0, 30 * SECOND]) {
      const { world } = paid();
      world.leave('u-lin');
      const leftAt = world.account('u-lin').since ?? 0;
      world.advance(-late);
      const order = world.pay({ payer: 'u-lin', shop: rich, amountFen: 10_00 });
      expect(order.paidAt).toBe(leftAt + 1);
      expect(hasLeftSince(world.account('u-lin'), order)).toBe(false);
    }
  });

  test('a refund never stands before its payment', () => {
    const { world, orderId } = paid();
    const paidAt = world.orders[0]?.paidAt ?? 0;
    world.advance(paidAt - 30 * SECOND - world.now);
    world.refund(orderId, 1000_00);
    expect(world.journal.find(({ kind }) => kind === 'refund')?.at).toBe(paidAt);
  });

  test('what was posted by a clock that is ahead is left behind', () => {
    const { world } = paid();
    world.advance(30 * SECOND);
    const order = world.pay({ payer: 'u-lin', shop: rich, amountFen: 10_00 });
    world.advance(-30 * SECOND);
    expect(world.leave('u-lin')).toBe(true);
    expect(hasLeftSince(world.account('u-lin'), order)).toBe(true);
    const points = balancesAt(world.journal, Number.MAX_SAFE_INTEGER).get('points/u-lin');
    expect(points).toBe(0n);
  });

  test('who leaves again by a late clock does not get back what was left behind', () => {
    const { world } = paid();
    const order = world.pay({ payer: 'u-lin', shop: rich, amountFen: 10_00 });
    world.leave('u-lin');
    world.advance(-30 * SECOND);
    expect(world.leave('u-lin')).toBe(true);
    expect(hasLeftSince(world.account('u-lin'), order)).toBe(true);
  });
});
