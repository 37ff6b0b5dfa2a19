// A row for each change of a coupon, named by what happened.
import { couponRows, type CouponRow } from '../../src/domain/accounts/statement';
import { DAY, SECOND } from '../../src/domain/time';
import { LedgerWorld, type Shop } from '../support/ledger-world';

const rich: Shop = { id: 'm-rich', rateBps: 2000 };
const other: Shop = { id: 'm-other', rateBps: 500 };
const LOT = 'dividend-2027-11';

function rowsOf(world: LedgerWorld, account = 'u-lin'): CouponRow[] {
  return world.journal.flatMap((entry) => couponRows(entry, account));
}

/** 1.00 of coupons by the first period, on a bill of 1000.00. */
function withCoupons(): { world: LedgerWorld; orderId: string } {
  const world = new LedgerWorld();
  const { id: orderId } = world.pay({ payer: 'u-lin', shop: rich, amountFen: 1000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  world.settlePerson('u-lin');
  return { world, orderId };
}

test('given by a period, spent on a bill, and returned with a part of it', () => {
  const { world } = withCoupons();
  world.advance(DAY);
  const spentAt = world.now;
  const bill = world.pay({ payer: 'u-lin', shop: other, amountFen: 100_00, useCoupons: true });
  world.advance(DAY);
  world.refund(bill.id, 50_00);
  const rows = rowsOf(world).map(({ id: _id, entryId: _entryId, ...row }) => row);
  expect(rows).toEqual([
    { kind: 'given', at: spentAt - DAY, lotId: LOT, amountFen: 1_00, period: 1 },
    { kind: 'spent', at: spentAt, lotId: LOT, amountFen: -1_00, orderId: bill.id },
    { kind: 'returned', at: spentAt + DAY, lotId: LOT, amountFen: 50, orderId: bill.id },
  ]);
});

test('taken back with the points of a refunded bill, and nothing else of it', () => {
  const { world, orderId } = withCoupons();
  world.advance(DAY);
  world.refund(orderId, 1000_00);
  expect(rowsOf(world).map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
    ['given', 1_00],
    ['taken-back', -1_00],
  ]);
  const shops = rowsOf(world, 'm-rich').map(({ kind, amountFen }) => [kind, amountFen]);
  expect(shops).toEqual([
    ['given', 1_00],
    ['taken-back', -1_00],
  ]);
});

test('a part that was held repays an offset on its way back', () => {
  const { world, orderId } = withCoupons();
  const open = world.place({ payer: 'u-lin', shop: other, amountFen: 80, useCoupons: true });
  world.refund(orderId, 1000_00);
  world.cancel(open);
  expect(rowsOf(world).map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
    ['given', 1_00],
    ['taken-back', -20],
    ['repaid', -80],
  ]);
});

test('expired at its end, and left with the account', () => {
  for (const [kind, act] of [
    ['expired', (world: LedgerWorld) => world.advance(400 * DAY)],
    ['left', (world: LedgerWorld) => world.leave('u-lin')],
  ] as const) {
    const { world } = withCoupons();
    act(world);
    world.settlePerson('u-lin');
    expect(rowsOf(world)).toMatchObject([
      { kind: 'given', amountFen: 1_00 },
      { kind, amountFen: -1_00, lotId: LOT },
    ]);
  }
});

test('rows are of one account alone, also in an entry that touches two', () => {
  const { world } = withCoupons();
  world.settleShop('m-rich');
  expect(rowsOf(world, 'u-li')).toEqual([]);
  expect(rowsOf(world, 'm-rich')).toMatchObject([{ kind: 'given', amountFen: 1_00 }]);
  expect(rowsOf(world)).toHaveLength(1);
});

test('every row has an id of its own, also those of one entry', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-lin', shop: rich, amountFen: 50_000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  world.settlePerson('u-lin');
  const rows = rowsOf(world);
  expect(rows.length).toBeGreaterThan(3);
  expect(new Set(rows.map(({ entryId }) => entryId)).size).toBe(1);
  expect(rows.map(({ id }) => id)).toEqual(rows.map(({ entryId }, place) => `${entryId}#${place}`));
});
