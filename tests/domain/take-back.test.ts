// Taking an earning back from a person's account: points, and what was released on them.
import type { Account, PeriodShare } from '../../src/domain/accounts/account';
import { takeBack } from '../../src/domain/accounts/take-back';
import { returnCoupons } from '../../src/domain/accounts/return-coupons';
import { centipoints, fen, ppb } from '../../src/domain/money/amounts';
import { DAY } from '../../src/domain/time';
import { account, lot, NOW } from './builders';

const rules = { capMultiple: 5 };
const earning = (points: number, effectiveAt = NOW) => ({
  orderId: 'one',
  points: centipoints(points),
  effectiveAt,
});
const waiting = (orderId: string, points: number) => ({
  orderId,
  points: centipoints(points),
  effectiveAt: NOW,
});

/** A period at 10 %, which gave 1 fen on 10 centipoints. */
function share(period: number, changes: Partial<PeriodShare> = {}): PeriodShare {
  return {
    period,
    cut: NOW + period,
    declaredAt: NOW + period,
    expiresAt: NOW + 365 * DAY,
    rate: ppb(100_000_000),
    tableRate: ppb(100_000_000),
    eligible: centipoints(100),
    amountFen: fen(10),
    isCapped: false,
    offsetFen: fen(0),
    advanceFen: fen(0),
    ...changes,
  };
}

function holder(changes: Partial<Account> = {}): Account {
  return account({
    points: centipoints(100),
    history: [share(1), share(2)],
    receivedFen: fen(20),
    lots: [lot('a', 20)],
    ...changes,
  });
}

test('nothing taken back changes nothing', () => {
  const owner = holder({ maturing: [waiting('one', 5)] });
  expect(takeBack(owner, { earning: earning(0), rules })).toEqual({
    account: owner,
    moves: [],
    matures: [],
    unrecoveredFen: 0,
  });
});

test('what still waits leaves there, in part or as a whole, and no coupon is touched', () => {
  const owner = holder({ maturing: [waiting('other', 7), waiting('one', 60)] });
  const some = takeBack(owner, { earning: earning(25), rules });
  expect(some.account).toEqual({ ...owner, maturing: [waiting('other', 7), waiting('one', 35)] });
  expect(some).toMatchObject({
    moves: [],
    matures: [{ from: 'points/u-lin', to: 'points/issued', asset: 'points', amount: 25 }],
    unrecoveredFen: 0,
  });
  const all = takeBack(owner, { earning: earning(60), rules });
  expect(all.account.maturing).toEqual([waiting('other', 7)]);
});

test('a single centipoint is taken like any other', () => {
  expect(takeBack(holder(), { earning: earning(1), rules }).account.points).toBe(99);
});

test('more than was earned is never taken', () => {
  const owner = holder({ maturing: [waiting('one', 60)] });
  expect(() => takeBack(owner, { earning: earning(61), rules })).toThrow('earned less');
  expect(() => takeBack(holder(), { earning: earning(101), rules })).toThrow('fewer points');
});

test('the history is replayed from the first period whose cut lies at the earning or after it', () => {
  const taken = takeBack(holder(), { earning: earning(40, NOW + 2), rules });
  expect(taken.account).toMatchObject({ points: 60, receivedFen: 16, offsetFen: 0 });
  expect(taken.account.history).toEqual([
    share(1),
    share(2, { eligible: centipoints(60), amountFen: fen(6) }),
  ]);
  expect(taken.account.lots).toMatchObject([{ balanceFen: 16 }]);
  expect(taken.moves).toEqual([
    { from: 'coupons/u-lin/a', to: 'coupons/issued', asset: 'coupon', amount: 4 },
    { from: 'fund/dividend/committed', to: 'fund/dividend/free', asset: 'fen', amount: 4 },
  ]);
  const none = takeBack(holder(), { earning: earning(40, NOW + 3), rules });
  expect(none.account).toMatchObject({
    points: 60,
    receivedFen: 20,
    history: [share(1), share(2)],
  });
  expect(none.moves).toEqual([]);
});

test('what was spent meanwhile becomes the offset, in the account and in the journal', () => {
  const spent = holder({ lots: [lot('a', 3)], offsetFen: fen(5) });
  const taken = takeBack(spent, { earning: earning(100), rules });
  expect(taken).toMatchObject({ unrecoveredFen: 17, account: { offsetFen: 22, receivedFen: 0 } });
  expect(taken.moves).toEqual([
    { from: 'coupons/u-lin/a', to: 'coupons/issued', asset: 'coupon', amount: 3 },
    { from: 'fund/dividend/committed', to: 'fund/dividend/free', asset: 'fen', amount: 3 },
    { from: 'offset/u-lin', to: 'coupons/issued', asset: 'coupon', amount: 17 },
  ]);
});

test('an empty lot is passed over, a lot of one fen is not', () => {
  const lots = [lot('one', 1), lot('many', 30), lot('empty', 0)];
  const taken = takeBack(holder({ lots }), { earning: earning(100), rules });
  expect(taken.account.lots.map(({ balanceFen }) => balanceFen)).toEqual([1, 10, 0]);
  const poor = takeBack(holder({ lots: [lot('one', 1), lot('empty', 0)] }), {
    earning: earning(100),
    rules,
  });
  expect(poor).toMatchObject({ unrecoveredFen: 19, account: { lots: [{ balanceFen: 0 }, {}] } });
});

test('the cap is replayed too: with fewer points it cuts earlier', () => {
  const half = ppb(500_000_000);
  const capped = holder({
    history: [
      share(1, { rate: half, amountFen: fen(50) }),
      share(2, { rate: half, amountFen: fen(50), isCapped: false }),
    ],
    receivedFen: fen(100),
    lots: [lot('a', 100)],
  });
  const taken = takeBack(capped, { earning: earning(50, NOW + 2), rules: { capMultiple: 1 } });
  // 50 stay from the first period; the second may give 1 × 50 in all, so nothing more.
  expect(taken.account.history.map(({ amountFen, isCapped }) => [amountFen, isCapped])).toEqual([
    [50, false],
    [0, true],
  ]);
  expect(taken.account).toMatchObject({ receivedFen: 50, lots: [{ balanceFen: 50 }] });
});

describe('coupons on their way back', () => {
  const parts = [
    { lot: lot('a', 10), amountFen: fen(4) },
    { lot: lot('b', 10), amountFen: fen(6) },
  ];
  const give = (offsetFen: number, origin: 'lot' | 'issued') =>
    returnCoupons(account({ offsetFen: fen(offsetFen) }), {
      held: parts,
      origin,
      at: NOW,
      rules: { returnedLotDays: 7 },
    });

  test('that were only held move nothing', () => {
    const { account: after, moves } = give(0, 'lot');
    expect(after.lots.map(({ id, balanceFen }) => [id, balanceFen])).toEqual([
      ['a', 4],
      ['b', 6],
    ]);
    expect(moves).toEqual([]);
  });

  test('that were spent are issued again', () => {
    expect(give(0, 'issued').moves).toEqual([
      { from: 'coupons/issued', to: 'coupons/u-lin/a', asset: 'coupon', amount: 4 },
      { from: 'coupons/issued', to: 'coupons/u-lin/b', asset: 'coupon', amount: 6 },
    ]);
  });

  test('repay an offset first and free its cover; what it takes whole opens no lot', () => {
    const { account: after, moves } = give(5, 'issued');
    expect(after.offsetFen).toBe(0);
    expect(after.lots.map(({ id, balanceFen }) => [id, balanceFen])).toEqual([['b', 5]]);
    const cover = { from: 'fund/dividend/committed', to: 'fund/dividend/free', asset: 'fen' };
    expect(moves).toEqual([
      { from: 'coupons/issued', to: 'offset/u-lin', asset: 'coupon', amount: 4 },
      { ...cover, amount: 4 },
      { from: 'coupons/issued', to: 'offset/u-lin', asset: 'coupon', amount: 1 },
      { ...cover, amount: 1 },
      { from: 'coupons/issued', to: 'coupons/u-lin/b', asset: 'coupon', amount: 5 },
    ]);
    expect(give(5, 'lot').moves[0]).toMatchObject({ from: 'coupons/u-lin/a', to: 'offset/u-lin' });
  });
});
