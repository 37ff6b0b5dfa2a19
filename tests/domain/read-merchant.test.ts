// A shop's account reads its own journal, page by page, and settles on the way.
import { newMerchantAccount, type MerchantAccount } from '../../src/domain/accounts/account';
import { settleMerchant } from '../../src/domain/accounts/read-merchant';
import { takeBackFromMerchant } from '../../src/domain/accounts/take-back';
import type { JournalEntry } from '../../src/domain/journal/entry';
import { centipoints, fen, ppb } from '../../src/domain/money/amounts';
import type { Dividend } from '../../src/domain/pool/dividend';
import { DAY } from '../../src/domain/time';
import { NOW } from './builders';

const rules = { capMultiple: 5, lotValidMonths: 12 };

function paid(orderId: string, effectiveAt: number, points = 100_00): JournalEntry {
  return {
    id: `${orderId}:paid`,
    kind: 'paid',
    at: effectiveAt,
    effectiveAt,
    orderId,
    moves: [],
    matures: [
      { from: 'points/issued', to: 'points/m-1', asset: 'points', amount: points },
      { from: 'points/issued', to: 'points/u-1', asset: 'points', amount: points },
    ],
  };
}

function dividend(period: number, cut: number): Dividend {
  return {
    period,
    rate: ppb(10_000_000),
    tableRate: ppb(10_000_000),
    threshold: centipoints(1000_00),
    points: centipoints(1000_00),
    freeBeforeFen: fen(100_00),
    issuedFen: fen(10_00),
    cut,
    at: cut,
    expiresAt: NOW + 365 * DAY,
    policyVersion: 'test',
  };
}

interface Step {
  readonly page: readonly JournalEntry[];
  readonly isLastPage: boolean;
  readonly dividends?: readonly Dividend[];
}

const step = (account: MerchantAccount, { page, isLastPage, dividends = [] }: Step) =>
  settleMerchant({
    account,
    page,
    isLastPage,
    dividends,
    through: { period: dividends.length, cursor: NOW + 100 },
    at: NOW + 200,
    rules,
  });

const shop = newMerchantAccount('m-1');

test('the last page merges all that has matured and reads up to the cursor', () => {
  const { account, entries } = step(shop, { page: [paid('a', NOW)], isLastPage: true });
  expect(account).toMatchObject({ points: 100_00, maturing: [], period: 0 });
  expect(account.reading.time).toBe(NOW + 100);
  expect(account.reading.id > 'zzz').toBe(true);
  expect(entries).toEqual([]);
});

test('a refund that was noted waits for the entry that earns, not for the payment before it', () => {
  const earning = { orderId: 'a', points: centipoints(40_00), effectiveAt: NOW + 9 };
  const noted = takeBackFromMerchant(shop, { earning, rules }).account;
  const payment = { ...paid('a', NOW), matures: [] };
  const shared: JournalEntry = { ...paid('a', NOW + 9), id: 'a:shared', kind: 'shared' };
  const { account } = step(noted, { page: [payment, shared], isLastPage: true });
  expect(account).toMatchObject({ points: 60_00, cancelled: [] });
});

test('so does a reward that a refund has undone', () => {
  const cancelledRewards = [{ orderId: 'a', amountFen: fen(30) }];
  const payment: JournalEntry = { ...paid('a', NOW), fan: 'm-1', matures: [] };
  const toFund = { from: 'fund/pending', to: 'fund/fan/free', asset: 'fen', amount: 100 } as const;
  const shared: JournalEntry = {
    ...{ ...payment, id: 'a:shared', kind: 'shared', effectiveAt: NOW + 9, matures: [toFund] },
  };
  const noted = { ...shop, cancelledRewards };
  const { account } = step(noted, { page: [payment, shared], isLastPage: true });
  expect(account).toMatchObject({ cancelledRewards: [], lots: [{ balanceFen: 70 }] });
});

test('a full page stands at its last entry, which may have more of its instant behind it', () => {
  const page = [paid('a', NOW), paid('b', NOW + 10)];
  const { account } = step(shop, { page, isLastPage: false });
  expect(account.reading).toEqual({ time: NOW + 10, id: 'b:paid' });
  expect(account).toMatchObject({ points: 100_00, maturing: [{ orderId: 'b' }] });
});

test('a full page settles the periods whose cut lies before its last entry, no other', () => {
  const page = [paid('a', NOW), paid('b', NOW + 10)];
  const dividends = [dividend(1, NOW + 9), dividend(2, NOW + 10)];
  const half = step(shop, { page, isLastPage: false, dividends });
  expect(half.account).toMatchObject({ period: 1, receivedFen: 1_00 });
  const more = [paid('c', NOW + 10)];
  const whole = step(half.account, { page: more, isLastPage: true, dividends });
  expect(whole.account).toMatchObject({ period: 2, receivedFen: 1_00 + 3_00, points: 300_00 });
});

test('a full page that lies behind all cuts settles all periods', () => {
  const page = [paid('a', NOW), paid('b', NOW + 10)];
  const dividends = [dividend(1, NOW + 1), dividend(2, NOW + 2)];
  expect(step(shop, { page, isLastPage: false, dividends }).account).toMatchObject({
    period: 2,
    receivedFen: 2_00,
  });
});

test('a single centipoint is earned like any other', () => {
  const page = [paid('a', NOW, 1)];
  expect(step(shop, { page, isLastPage: true }).account.points).toBe(1);
});

test('an empty last page still settles', () => {
  const dividends = [dividend(1, NOW)];
  const rich = { ...shop, points: centipoints(100_00) };
  const { account } = step(rich, { page: [], isLastPage: true, dividends });
  expect(account).toMatchObject({ period: 1, receivedFen: 1_00 });
});

test('only payments and arrived rebates earn; what others got is not the shop’s', () => {
  const refund = { ...paid('a', NOW), id: 'a:refund:1', kind: 'refund' as const };
  const shared = { ...paid('b', NOW, 7_00), id: 'b:shared', kind: 'shared' as const };
  const own = { ...paid('c', NOW), matures: paid('c', NOW).matures.slice(1) };
  const { account } = step(shop, { page: [refund, shared, own], isLastPage: true });
  expect(account.points).toBe(7_00);
});

describe('a refund', () => {
  const earning = { orderId: 'a', points: centipoints(40_00), effectiveAt: NOW };

  test('of an earning that is not read yet is noted and taken off when it is read', () => {
    const noted = takeBackFromMerchant(shop, { earning, rules });
    expect(noted.account.cancelled).toEqual([{ orderId: 'a', points: 40_00 }]);
    expect(noted.account.points).toBe(0);
    expect(noted.matures).toMatchObject([
      { from: 'points/m-1', to: 'points/issued', amount: 40_00 },
    ]);
    const page = [paid('a', NOW), paid('b', NOW)];
    const { account } = step(noted.account, { page, isLastPage: true });
    expect(account).toMatchObject({ points: 60_00 + 100_00, cancelled: [] });
  });

  test('in several parts is noted in several parts, and a whole one leaves nothing to read', () => {
    const once = takeBackFromMerchant(shop, { earning, rules }).account;
    const rest = { ...earning, points: centipoints(60_00) };
    const twice = takeBackFromMerchant(once, { earning: rest, rules }).account;
    expect(twice.cancelled.length).toBe(2);
    const { account } = step(twice, { page: [paid('a', NOW)], isLastPage: true });
    expect(account).toMatchObject({ points: 0, maturing: [], cancelled: [] });
  });

  test('of one order leaves the others as they are', () => {
    const other = { ...earning, orderId: 'b', points: centipoints(1_00) };
    const both = [earning, other].reduce(
      (account, each) => takeBackFromMerchant(account, { earning: each, rules }).account,
      shop,
    );
    const { account } = step(both, { page: [paid('a', NOW)], isLastPage: true });
    expect(account).toMatchObject({ points: 60_00, cancelled: [{ orderId: 'b', points: 1_00 }] });
  });

  test('of nothing is not noted', () => {
    const none = { ...earning, points: centipoints(0) };
    expect(takeBackFromMerchant(shop, { earning: none, rules }).account.cancelled).toEqual([]);
  });

  test.each([
    ['read', { time: NOW + 1, id: '' }, true],
    ['read to its instant and past its id', { time: NOW, id: 'b:paid' }, true],
    ['read to its very entry', { time: NOW, id: 'a:paid' }, true],
    ['read to an entry before it at its instant', { time: NOW, id: '0:paid' }, false],
    ['not read', { time: NOW - 1, id: 'z' }, false],
  ])('of an earning that is %s is taken at once or noted', (_when, reading, isRead) => {
    const account = { ...shop, points: centipoints(100_00), reading };
    const taken = takeBackFromMerchant(account, { earning, rules }).account;
    expect(taken.points).toBe(isRead ? 60_00 : 100_00);
    expect(taken.cancelled.length).toBe(isRead ? 0 : 1);
  });
});
