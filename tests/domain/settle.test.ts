// Settling one account: what a period gives, what expires, and which entries say so.
import {
  hasUnsettledPeriods,
  settle,
  shareOfPeriod,
  type Settlement,
} from '../../src/domain/accounts/settle';
import type { Account } from '../../src/domain/accounts/account';
import { centipoints, fen, ppb } from '../../src/domain/money/amounts';
import { closeOrder, holdCoupons } from '../../src/domain/orders/hold';
import type { Dividend } from '../../src/domain/pool/dividend';
import { DAY } from '../../src/domain/time';
import { account, lot, NOW, order } from './builders';

const rules = { capMultiple: 5 };

function dividend(period: number, changes: Partial<Dividend> = {}): Dividend {
  return {
    period,
    rate: ppb(5_000_000),
    tableRate: ppb(5_000_000),
    threshold: centipoints(400_00),
    points: centipoints(400_00),
    freeBeforeFen: fen(182_00),
    issuedFen: fen(2_00),
    cut: NOW,
    at: NOW,
    expiresAt: NOW + 365 * DAY,
    policyVersion: 'test',
    ...changes,
  };
}

function settled(
  owner: Account,
  dividends: readonly Dividend[],
  { at = NOW, cursor = NOW, period = dividends.length } = {},
): Settlement {
  return settle({ account: owner, dividends, through: { period, cursor }, at, rules });
}

const lin = account({ points: centipoints(200_00) });

test('a period gives the floored share of the points, in a lot of its month', () => {
  const { account: after, entries } = settled(lin, [dividend(1)]);
  expect(after).toMatchObject({ period: 1, receivedFen: 1_00, points: 200_00 });
  expect(after.lots).toMatchObject([{ faceFen: 1_00, balanceFen: 1_00, startsAt: NOW }]);
  expect(entries).toMatchObject([
    {
      id: 'u-lin:collect:1',
      kind: 'collect',
      payer: 'u-lin',
      moves: [{ from: 'coupons/issued', asset: 'coupon', amount: 1_00 }],
      collected: [{ period: 1, amountFen: 1_00 }],
    },
  ]);
});

test('periods of one month are one lot, collected by one entry, whatever their order', () => {
  const two = [dividend(2, { rate: ppb(10_000_000) }), dividend(1)];
  const { account: after, entries } = settled(lin, two);
  expect(after.lots).toMatchObject([{ faceFen: 3_00, balanceFen: 3_00 }]);
  expect(after.history.map(({ period, amountFen }) => [period, amountFen])).toEqual([
    [1, 1_00],
    [2, 2_00],
  ]);
  expect(entries).toMatchObject([{ id: 'u-lin:collect:2' }]);
});

test('each period of an entry adds its moves; one fen counts, none leaves no trace', () => {
  const owner = account({ points: centipoints(10) });
  const rates = [ppb(100_000_000), ppb(50_000_000), ppb(200_000_000)];
  const three = rates.map((rate, index) => dividend(index + 1, { rate }));
  const { account: after, entries } = settled(owner, three);
  expect(after.history.map(({ period, amountFen }) => [period, amountFen])).toEqual([
    [1, 1],
    [3, 2],
  ]);
  expect(after.lots).toMatchObject([{ balanceFen: 3 }]);
  expect(entries[0]?.moves.map(({ amount }) => amount)).toEqual([1, 2]);
  expect(entries[0]?.collected).toEqual([
    { period: 1, amountFen: 1, lotId: 'dividend-2027-11', lotFen: 1 },
    { period: 3, amountFen: 2, lotId: 'dividend-2027-11', lotFen: 2 },
  ]);
});

test('periods that it has settled, and those behind the read of the pool, give nothing', () => {
  const three = [dividend(1), dividend(2), dividend(3)];
  const { account: after, entries } = settled({ ...lin, period: 1 }, three, { period: 2 });
  expect(after.history.map(({ period }) => period)).toEqual([2]);
  expect([after.period, entries.length]).toEqual([2, 1]);
  expect(settled(after, three, { period: 2 })).toEqual({ account: after, entries: [] });
  expect(settled({ ...lin, period: 5 }, three, { period: 2 }).account.period).toBe(5);
});

test('dividends are to be read only where the pool is ahead of the account', () => {
  const owner = account({ period: 3 });
  const isAhead = (period: number): boolean => hasUnsettledPeriods(owner, { period, cursor: NOW });
  expect([isAhead(2), isAhead(3), isAhead(4)]).toEqual([false, false, true]);
});

test('points take part when they matured at the cut, not after it, and never below 0', () => {
  const points = centipoints(100_00);
  const at = (effectiveAt: number): Account =>
    account({ points, maturing: [{ effectiveAt, points, orderId: 'x' }] });
  const eligible = (owner: Account): number =>
    shareOfPeriod(owner, { dividend: dividend(1), rules }).eligible;
  expect([eligible(at(NOW)), eligible(at(NOW + 1))]).toEqual([200_00, 100_00]);
  expect(eligible(account({ points: centipoints(-5) }))).toBe(0);
});

test('the lifetime cap cuts a release, and what it cut frees its cover', () => {
  const early = account({ points: centipoints(20), receivedFen: fen(93) });
  const half = dividend(1, { rate: ppb(500_000_000) });
  const { account: after, entries } = settled(early, [half]);
  expect(after).toMatchObject({ receivedFen: 100, lots: [{ balanceFen: 7 }] });
  expect(after.history).toMatchObject([{ amountFen: 7, isCapped: true }]);
  expect(entries[0]).toMatchObject({
    moves: [
      { asset: 'coupon', amount: 7 },
      { from: 'fund/dividend/committed', to: 'fund/dividend/free', amount: 3 },
    ],
    collected: [{ period: 1, amountFen: 10 }],
  });
});

test('an account above its cap, since a refund took points, gets nothing and loses nothing', () => {
  const above = account({ points: centipoints(20), receivedFen: fen(150) });
  const { account: after, entries } = settled(above, [dividend(1, { rate: ppb(500_000_000) })]);
  expect(after).toMatchObject({ receivedFen: 150, lots: [] });
  expect(entries[0]?.moves).toEqual([
    { from: 'fund/dividend/committed', to: 'fund/dividend/free', asset: 'fen', amount: 10 },
  ]);
});

test('a full cap is told in the history, though it gives nothing', () => {
  const full = account({ points: centipoints(20), receivedFen: fen(100) });
  const { account: after } = settled(full, [dividend(1, { rate: ppb(500_000_000) })]);
  expect(after.history).toMatchObject([{ amountFen: 0, isCapped: true }]);
  expect(after.lots).toEqual([]);
  expect(settled(account(), [dividend(1)]).account.history).toEqual([]);
});

test('a release repays the offset first; only the rest is a lot', () => {
  const owing = { ...lin, offsetFen: fen(30) };
  const { account: after, entries } = settled(owing, [dividend(1)]);
  expect(after).toMatchObject({ offsetFen: 0, receivedFen: 1_00, lots: [{ balanceFen: 70 }] });
  expect(after.history).toMatchObject([{ amountFen: 1_00, offsetFen: 30 }]);
  expect(entries[0]?.moves).toMatchObject([
    { to: expect.stringMatching(/^coupons\/u-lin\//) as string, amount: 70 },
    { from: 'coupons/issued', to: 'offset/u-lin', amount: 30 },
    { from: 'fund/dividend/committed', to: 'fund/dividend/free', amount: 30 },
  ]);
});

test('a period whose coupons have expired counts as received and moves nothing', () => {
  const end = NOW + 365 * DAY;
  const before = settled(lin, [dividend(1)], { at: end - 1 });
  expect(before.entries.map(({ kind }) => kind)).toEqual(['collect']);
  const { account: after, entries } = settled(lin, [dividend(1)], { at: end });
  expect(entries).toEqual([]);
  expect(after).toMatchObject({ period: 1, receivedFen: 1_00, lots: [] });
  expect(after.history).toMatchObject([{ amountFen: 1_00 }]);
});

test('it still repays an offset, without touching the fund, whose fold returns the cover', () => {
  const owing = { ...lin, offsetFen: fen(30) };
  const late = settled(owing, [dividend(1)], { at: NOW + 365 * DAY });
  expect(late.account).toMatchObject({ receivedFen: 1_00, offsetFen: 0, lots: [] });
  expect(late.entries).toMatchObject([
    {
      id: 'u-lin:collect:1',
      moves: [{ from: 'coupons/issued', to: 'offset/u-lin', asset: 'coupon', amount: 30 }],
      collected: [],
    },
  ]);
});

test('several expired periods repay a large offset one after the other', () => {
  const owing = { ...lin, offsetFen: fen(1_50) };
  const at = NOW + 365 * DAY;
  const { account: after, entries } = settled(owing, [dividend(1), dividend(2)], { at });
  expect(after).toMatchObject({ receivedFen: 2_00, offsetFen: 0, lots: [] });
  expect(entries[0]?.moves.map(({ to, amount }) => [to, amount])).toEqual([
    ['offset/u-lin', 1_00],
    ['offset/u-lin', 50],
  ]);
});

describe('lots expire', () => {
  const lots = [
    lot('empty', 0, { expiresAt: NOW }),
    lot('old', 7, { expiresAt: NOW - DAY }),
    lot('now', 5, { expiresAt: NOW }),
    lot('next', 3, { expiresAt: NOW + 1 }),
  ];

  test('at their end, by one entry that frees their cover', () => {
    const { account: after, entries } = settled(account({ lots }), []);
    expect(after.lots.map(({ id }) => id)).toEqual(['next']);
    const cover = { from: 'fund/dividend/committed', to: 'fund/dividend/free', asset: 'fen' };
    expect(entries).toMatchObject([
      {
        kind: 'expire',
        payer: 'u-lin',
        moves: [
          { from: 'coupons/u-lin/old', to: 'coupons/issued', asset: 'coupon', amount: 7 },
          { ...cover, amount: 7 },
          { from: 'coupons/u-lin/now', to: 'coupons/issued', asset: 'coupon', amount: 5 },
          { ...cover, amount: 5 },
        ],
      },
    ]);
  });

  test('without an entry when they are empty', () => {
    const { account: after, entries } = settled(account({ lots: lots.slice(0, 1) }), []);
    expect([after.lots, entries]).toEqual([[], []]);
  });

  test('again, by another entry, when a clock that is behind gave a held part back', () => {
    const ending = lot('now', 5, { expiresAt: NOW });
    const couponFen = fen(2);
    const taken = [{ lot: ending, amountFen: couponFen }];
    const holding = holdCoupons(account({ lots: [ending] }), { taken });
    const first = settled(holding.account, [], { at: NOW + 50 });
    const closing = closeOrder({
      order: order({ held: holding.held, couponFen }),
      account: first.account,
      at: NOW - 1,
      rules: { returnedLotDays: 7 },
    });
    const second = settled(closing.account, [], { at: NOW + 60 });
    expect(second.account.lots).toEqual([]);
    expect(second.entries.map(({ moves }) => moves[0]?.amount)).toEqual([2]);
    expect(second.entries[0]?.id).not.toBe(first.entries[0]?.id);
  });
});
