// Refunds: what goes back, what cannot, and who bears it.
import { balancesAt } from '../../src/domain/journal/balances';
import { centipoints } from '../../src/domain/money/amounts';
import type { Order } from '../../src/domain/orders/order';
import { NO_PAYEES } from '../../src/domain/orders/waterfall';
import { DAY, SECOND } from '../../src/domain/time';
import { LedgerWorld, type Shop } from '../support/ledger-world';

const shop: Shop = { id: 'm-shop', rateBps: 2000 };
const other: Shop = { id: 'm-other', rateBps: 500 };
const balance = (lots: readonly { balanceFen: number }[]): number =>
  lots.reduce((sum, lot) => sum + lot.balanceFen, 0);

function withOneDividend(): { world: LedgerWorld; orderId: string } {
  const world = new LedgerWorld();
  const order = world.pay({ payer: 'u-lin', shop, amountFen: 1000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  return { world, orderId: order.id };
}

test('a refund before maturity leaves the payer without points and the pool without rebate', () => {
  const world = new LedgerWorld({ maturityDays: 7 });
  const order = world.pay({ payer: 'u-lin', shop, amountFen: 1000_00 });
  world.advance(DAY);
  world.refund(order.id, 1000_00);
  expect(world.account('u-lin').maturing).toEqual([]);
  world.advance(8 * DAY);
  expect(world.runTimer()).toEqual([]);
  expect(world.pool.points).toBe(0);
  expect(world.pool.balances).toMatchObject({ pendingFen: 0, freeFen: 0 });
});

test('an order and its full refund leave every balance as if it had never been', () => {
  for (const maturityDays of [0, 7]) {
    const world = new LedgerWorld({ maturityDays, firstThreshold: centipoints(4_000_000_00) });
    const order = world.pay({ payer: 'u-lin', shop, amountFen: 333_33 });
    world.advance(3 * SECOND);
    world.runTimer();
    for (const part of [1, 111_11, 222_21]) world.refund(order.id, part);
    world.advance(10 * DAY);
    world.runTimer();
    world.advance(DAY);
    world.runTimer();
    const left = [...balancesAt(world.journal, world.now)].filter(([, value]) => value !== 0n);
    expect(left).toEqual([]);
    expect(world.orders[0]?.state).toBe('refunded');
  }
});

test('after a dividend the coupons given on the points are taken back, their cover is free again', () => {
  const { world, orderId } = withOneDividend();
  world.advance(DAY);
  world.refund(orderId, 1000_00);
  expect(world.account('u-lin')).toMatchObject({ points: 0, receivedFen: 0, offsetFen: 0 });
  expect(balance(world.account('u-lin').lots)).toBe(0);
  expect(world.merchant('m-shop')).toMatchObject({ points: 0, receivedFen: 0, offsetFen: 0 });
  world.advance(3 * SECOND);
  world.runTimer();
  expect(world.pool.balances).toMatchObject({ freeFen: 0, committedFen: 0, couponsFen: 0 });
  expect(world.pool.owed).toEqual([]);
});

test('an earning of the very instant of the cut is replayed without it', () => {
  const world = new LedgerWorld();
  const order = world.pay({ payer: 'u-lin', shop, amountFen: 1000_00 });
  world.advance(2 * SECOND);
  expect(world.runTimer()[0]?.cut).toBe(order.effectiveAt);
  world.settlePerson('u-lin');
  world.refund(order.id, 500_00);
  expect(world.account('u-lin')).toMatchObject({ points: 100_00, receivedFen: 50 });
});

test('coupons spent meanwhile become an offset, and the shop gets that much less of its rebate', () => {
  const { world, orderId } = withOneDividend();
  world.settlePerson('u-lin');
  world.pay({ payer: 'u-lin', shop: other, amountFen: 80, useCoupons: true });
  world.refund(orderId, 1000_00);
  const lin = world.account('u-lin');
  expect([balance(lin.lots), lin.offsetFen]).toEqual([0, 80]);
  const due = world.poolNow().owed.map(({ amountFen }) => amountFen);
  expect(due).toEqual([182_00 - 80]);
  world.advance(3 * SECOND);
  world.runTimer();
  const payable = balancesAt(world.journal, world.now).get('payable/merchant/m-shop');
  expect(payable).toBe(-80n);
});

test('the offset is repaid by the next releases before any coupon, and never in cash', () => {
  const { world, orderId } = withOneDividend();
  world.settlePerson('u-lin');
  world.pay({ payer: 'u-lin', shop: other, amountFen: 1_00, useCoupons: true });
  world.refund(orderId, 1000_00);
  world.pay({ payer: 'u-lin', shop, amountFen: 1200_00 });
  world.advance(3 * SECOND);
  expect(world.runTimer().length).toBeGreaterThan(0);
  const lin = world.settlePerson('u-lin');
  expect(lin.offsetFen).toBe(0);
  expect(lin.history.map(({ offsetFen }) => offsetFen)).toContain(1_00);
  expect(balance(lin.lots)).toBe(lin.receivedFen - 1_00);
});

test('an offset that is repaid by a period long expired is repaid in the journal, too', () => {
  const { world, orderId } = withOneDividend();
  world.settlePerson('u-lin');
  world.pay({ payer: 'u-lin', shop: other, amountFen: 80, useCoupons: true });
  world.refund(orderId, 1000_00);
  world.pay({ payer: 'u-lin', shop, amountFen: 1200_00 });
  world.advance(3 * SECOND);
  expect(world.runTimer().length).toBeGreaterThan(0);
  world.advance(500 * DAY);
  world.runTimer();
  expect(world.settlePerson('u-lin')).toMatchObject({ offsetFen: 0, lots: [] });
  world.advance(3 * SECOND);
  world.runTimer();
  expect(balancesAt(world.journal, world.now).get('offset/u-lin')).toBe(0n);
  expect(world.pool.balances).toMatchObject({ committedFen: 0, couponsFen: 0 });
});

test('coupons of the refunded bill return to their lot; an open offset takes them first', () => {
  const { world, orderId } = withOneDividend();
  world.settlePerson('u-lin');
  const small = world.pay({ payer: 'u-lin', shop: other, amountFen: 60, useCoupons: true });
  world.refund(small.id, 60);
  expect(balance(world.account('u-lin').lots)).toBe(1_00);
  const again = world.pay({ payer: 'u-lin', shop: other, amountFen: 70, useCoupons: true });
  world.refund(orderId, 1000_00);
  expect(world.account('u-lin').offsetFen).toBe(70);
  world.refund(again.id, 70);
  const refundsOf = (order: Order) => world.orders.find(({ id }) => id === order.id)?.refunds;
  expect(refundsOf(again)).toMatchObject([{ couponFen: 70, returnedFen: 0, offsetFen: 70 }]);
  expect(refundsOf(small)).toMatchObject([{ couponFen: 60, returnedFen: 60, offsetFen: 0 }]);
  expect(world.account('u-lin')).toMatchObject({ offsetFen: 0 });
  expect(balance(world.account('u-lin').lots)).toBe(0);
});

/** A wallet with 1.00 that ends in November and 9.00 that end in December 2027. */
function withTwoLots(): { world: LedgerWorld; first: string } {
  const { world, orderId } = withOneDividend();
  world.advance(30 * DAY);
  world.pay({ payer: 'u-lin', shop, amountFen: 1000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  world.settlePerson('u-lin');
  return { world, first: orderId };
}

test('coupons are taken back from the lot that expires last, then from the one before', () => {
  const few = withTwoLots();
  expect(few.world.account('u-lin').lots).toMatchObject([
    { id: 'dividend-2027-11', balanceFen: 1_00 },
    { id: 'dividend-2027-12', balanceFen: 9_00 },
  ]);
  few.world.refund(few.first, 1000_00);
  // 1.00 of the first period and half of the 9.00 of the others were given on these points.
  expect(few.world.account('u-lin').lots.map(({ balanceFen }) => balanceFen)).toEqual([1_00, 3_50]);

  const many = withTwoLots();
  many.world.pay({ payer: 'u-lin', shop: other, amountFen: 30, useCoupons: true });
  const lots = many.world.account('u-lin').lots.map(({ balanceFen }) => balanceFen);
  expect(lots).toEqual([70, 9_00]);
  const second = many.world.orders[1]?.id ?? '';
  many.world.refund(many.first, 1000_00);
  many.world.refund(second, 1000_00);
  expect(many.world.account('u-lin')).toMatchObject({ offsetFen: 30 });
  expect(balance(many.world.account('u-lin').lots)).toBe(0);
});

test('a returned coupon that expired meanwhile lives one more week', () => {
  const { world } = withOneDividend();
  const held = world.place({ payer: 'u-lin', shop: other, amountFen: 60, useCoupons: true });
  world.advance(500 * DAY);
  world.cancel(held);
  const [lot] = world.account('u-lin').lots;
  expect(lot).toMatchObject({ faceFen: 60, balanceFen: 60, expiresAt: world.now + 7 * DAY });
});

test('more than the order cannot be refunded, nor nothing, nor an order that was never paid', () => {
  const { world, orderId } = withOneDividend();
  expect(world.refund(orderId, 1000_01)).toBeUndefined();
  expect(world.refund(orderId, 0)).toBeUndefined();
  expect(world.refund(orderId, 600_00)?.state).toBe('partly-refunded');
  expect(world.refund(orderId, 400_01)).toBeUndefined();
  expect(world.refund(orderId, 400_00)?.state).toBe('refunded');
  expect(world.refund(orderId, 1)).toBeUndefined();
  const open = world.place({ payer: 'u-lin', shop, amountFen: 100 });
  expect(world.refund(open.id, 100)).toBeUndefined();
});

test('every payee gives its share back', () => {
  const payees = { ...NO_PAYEES, fan: 'm-other', promoter: 'p-1', county: '330106' };
  const world = new LedgerWorld();
  const order = world.pay({ payer: 'u-lin', shop: { ...shop, payees }, amountFen: 777_77 });
  world.advance(DAY);
  world.runTimer();
  world.refund(order.id, 777_77);
  world.advance(DAY);
  world.runTimer();
  const left = [...balancesAt(world.journal, world.now)].filter(([, value]) => value !== 0n);
  expect(left).toEqual([]);
});
