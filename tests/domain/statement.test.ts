// A row for each change of coupons, points and offset, named by what happened.
import { accountRows, type AccountRow, type CouponRow } from '../../src/domain/accounts/statement';
import { grantAdvance } from '../../src/domain/advance/advance';
import { moveCoupons } from '../../src/domain/journal/entry';
import * as names from '../../src/domain/journal/names';
import { basisPoints, fen, negate, totalFen } from '../../src/domain/money/amounts';
import { DAY, SECOND } from '../../src/domain/time';
import { LedgerWorld, type Shop } from '../support/ledger-world';

const rich: Shop = { id: 'm-rich', rateBps: 2000 };
const other: Shop = { id: 'm-other', rateBps: 500 };
const LOT = 'dividend-2027-11';

function allRows(world: LedgerWorld, id = 'u-lin'): AccountRow[] {
  const { history = [] } = world.accounts.get(id) ?? world.merchants.get(id) ?? {};
  return world.journal.flatMap((entry) => accountRows(entry, { id, history }));
}

function rowsOf(world: LedgerWorld, id?: string): CouponRow[] {
  return allRows(world, id).flatMap((row) => (row.of === 'coupon' ? [row] : []));
}

/** `points earned 20000`, without the coupons. */
function othersOf(world: LedgerWorld): string[] {
  return allRows(world).flatMap((row) => {
    if (row.of === 'coupon') return [];
    return [`${row.of} ${row.kind} ${row.of === 'points' ? row.points : row.amountFen}`];
  });
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
  const rows = rowsOf(world).map(({ id: _id, ...row }) => row);
  const change = { of: 'coupon', lotId: LOT };
  expect(rows).toEqual([
    { ...change, kind: 'given', at: spentAt - DAY, amountFen: 1_00, period: 1 },
    { ...change, kind: 'spent', at: spentAt, amountFen: -1_00, orderId: bill.id },
    { ...change, kind: 'returned', at: spentAt + DAY, amountFen: 50, orderId: bill.id },
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
  expect(allRows(world, 'u-li')).toEqual([]);
});

test('points are earned by a bill, from when they count, and taken back with a part of it', () => {
  const world = new LedgerWorld({ maturityDays: 7 });
  const paidAt = world.now;
  const { id: orderId } = world.pay({ payer: 'u-lin', shop: rich, amountFen: 100_00 });
  world.advance(DAY);
  world.refund(orderId, 25_00);
  const effectiveAt = paidAt + 7 * DAY;
  const change = { of: 'points', orderId, effectiveAt };
  expect(allRows(world).map(({ id: _id, ...row }) => row)).toEqual([
    { ...change, kind: 'earned', at: paidAt, points: 20_00 },
    { ...change, kind: 'taken-back', at: paidAt + DAY, points: -5_00 },
  ]);
});

test('points that are in effect are taken back at once', () => {
  const { world, orderId } = withCoupons();
  world.advance(DAY);
  world.refund(orderId, 500_00);
  expect(allRows(world).at(-1)).toMatchObject({
    ...{ of: 'points', kind: 'taken-back', points: -100_00 },
    ...{ at: world.now, effectiveAt: world.now },
  });
});

test('points are left with the account, those that take effect later, too', () => {
  const world = new LedgerWorld({ maturityDays: 7 });
  world.pay({ payer: 'u-lin', shop: rich, amountFen: 100_00 });
  world.advance(8 * DAY);
  world.pay({ payer: 'u-lin', shop: rich, amountFen: 10_00 });
  world.leave('u-lin');
  expect(othersOf(world).slice(2)).toEqual(['points left -2000', 'points left -200']);
});

test('an offset is incurred by a refund, and repaid by the periods after it, each by its own part', () => {
  const { world, orderId } = withCoupons();
  world.pay({ payer: 'u-lin', shop: other, amountFen: 80, useCoupons: true });
  world.refund(orderId, 1000_00);
  expect(othersOf(world).slice(-2)).toEqual(['points taken-back -20000', 'offset incurred 80']);
  world.pay({ payer: 'u-lin', shop: rich, amountFen: 300_00 });
  world.pay({ payer: 'u-wang', shop: rich, amountFen: 5_000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  world.settlePerson('u-lin');
  const repaid = allRows(world).flatMap((row) =>
    row.of === 'offset' && row.kind === 'repaid' ? [[row.period, row.amountFen]] : [],
  );
  const { history } = world.accounts.get('u-lin') ?? { history: [] };
  const shares = history.map(({ period, offsetFen }) => [period, negate(offsetFen)]);
  expect(repaid).toEqual(shares.filter(([, offsetFen]) => offsetFen !== 0));
  expect(repaid.map(([period]) => period)).toEqual([2, 3, 4]);
  expect(new Set(allRows(world).map(({ id }) => id)).size).toBe(allRows(world).length);
});

test('an advance is coupons before their dividend, and the next releases repay it, each its part', () => {
  const { world } = withCoupons();
  const account = world.settlePerson('u-lin');
  const { policy } = world;
  const open = { isOpen: true, pointsAgeDays: 0, limitBps: basisPoints(10_000) };
  const terms = { ...policy, advance: { ...policy.advance, ...open } };
  const asked = { amountFen: fen(90), requestId: 'r-1', availableFen: fen(10_00), at: world.now };
  const granted = grantAdvance(account, { ...asked, terms });
  if (!granted.ok) throw new Error(granted.error.code);
  world.accounts.set('u-lin', granted.value.account);
  world.journal.push(granted.value.entry);
  expect(accountRows(granted.value.entry, account)).toMatchObject([
    { of: 'coupon', kind: 'advanced', amountFen: 90, lotId: granted.value.lot.id },
    { of: 'advance', kind: 'taken', amountFen: 90 },
  ]);
  world.pay({ payer: 'u-wang', shop: rich, amountFen: 5_000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  const { history, advanceFen } = world.settlePerson('u-lin');
  const changes = allRows(world).flatMap((row) => (row.of === 'advance' ? [row] : []));
  expect(changes.slice(1).map(({ kind, period, amountFen }) => [kind, period, amountFen])).toEqual(
    history
      .filter((share) => share.advanceFen > 0)
      .map((share) => ['repaid', share.period, negate(share.advanceFen)]),
  );
  expect(changes.length).toBeGreaterThan(1);
  expect(totalFen(changes.map(({ amountFen }) => amountFen))).toBe(advanceFen);
});

test('a coupon of a campaign is claimed, or earned by the bill that gives it', () => {
  const lot = { id: 'c-1.one', fundedBy: 'activity' } as const;
  const ends = { from: names.issuedOf(lot), to: names.couponsOf('u-lin', lot) };
  const moves = moveCoupons(ends, fen(5_00));
  const kinds = (['claim', 'paid', 'refund'] as const).flatMap((kind) => {
    const entry = { id: kind, kind, at: 1, effectiveAt: 1, moves, matures: [] };
    return accountRows(entry, { id: 'u-lin', history: [] });
  });
  expect(kinds.map(({ kind }) => kind)).toEqual(['claimed', 'earned', 'returned']);
  expect(kinds[0]).toMatchObject({ of: 'coupon', lotId: 'c-1.one', amountFen: 5_00 });
});

test('every row has an id of its own, also those of one entry', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-lin', shop: rich, amountFen: 50_000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  world.settlePerson('u-lin');
  const rows = rowsOf(world);
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.map(({ id }) => id)).toEqual(rows.map((_, place) => `u-lin:collect:5#${place}`));
});
