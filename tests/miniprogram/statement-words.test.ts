import fc from 'fast-check';
import { holdsOf, lotFacts, sumLines } from '../../miniprogram/packages/account/lot/lot-story';
import { lotStateText, lotValidityText } from '../../miniprogram/packages/account/lot/lot-words';
import {
  atPeriodDays,
  byMonth,
  changeText,
  filterOf,
  isKept,
  mergedByBill,
  rowTitle,
} from '../../miniprogram/packages/account/statement/statement-words';
import type { LotView, OrderView } from '../../src/contracts/values';
import type { PeriodView, StatementRow } from '../../src/contracts/wallet';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');
const DECEMBER = Date.parse('2027-12-01T00:00:00+08:00');

const row = (different: Partial<StatementRow>): StatementRow => ({
  id: 'entry#0',
  kind: 'given',
  at: NOW,
  lotId: 'dividend-2027-11',
  amountFen: 100,
  ...different,
});

const aPeriod = (different: Partial<PeriodView>): PeriodView => ({
  ...{ period: 1, declaredAt: NOW, ratePpb: 1, tableRatePpb: 1, eligiblePoints: 1 },
  ...{ amountFen: 1, isCapped: false, offsetFen: 0, expiresAt: DECEMBER },
  ...different,
});

describe('a change of my coupons', () => {
  it.each<[Partial<StatementRow>, string, string]>([
    [{ kind: 'given', period: 3 }, '第 3 期派券到账', 'in'],
    [{ kind: 'spent', merchantName: '青禾鲜果' }, '在青禾鲜果用掉', 'spent'],
    [{ kind: 'spent' }, '在商家用掉', 'spent'],
    [{ kind: 'returned', merchantName: '青禾鲜果' }, '青禾鲜果退回', 'in'],
    [{ kind: 'taken-back', merchantName: '青禾鲜果' }, '青禾鲜果退款，收回', 'other'],
    [{ kind: 'taken-back' }, '退款收回', 'other'],
    [{ kind: 'repaid' }, '抵之前退款少退的券', 'other'],
    [{ kind: 'expired' }, '到期没用完', 'other'],
    [{ kind: 'left' }, '注销时放弃', 'other'],
  ])('%j is called %s and stands under %s', (different, title, filter) => {
    expect(rowTitle(row(different))).toBe(title);
    expect(filterOf(row(different))).toBe(filter);
  });

  it('is kept by its own filter and by 全部, by no other', () => {
    const spent = row({ kind: 'spent' });
    expect(
      (['all', 'in', 'spent', 'other'] as const).filter((each) => isKept(spent, each)),
    ).toEqual(['all', 'spent']);
  });

  it('shows its direction', () => {
    expect([changeText(120), changeText(-5)]).toEqual(['+¥1.20', '−¥0.05']);
  });
});

it('puts rows under their month in the time of the shops, in the order in which they come', () => {
  const lastOfOctober = Date.parse('2026-10-31T15:59:59Z');
  const rows = [
    row({ id: 'c' }),
    row({ id: 'b', at: lastOfOctober + 1000 }),
    row({ id: 'a', at: lastOfOctober }),
  ];
  expect(byMonth(rows).map(({ month, rows: its }) => [month, its.map(({ id }) => id)])).toEqual([
    ['2026 年 11 月', ['c', 'b']],
    ['2026 年 10 月', ['a']],
  ]);
});

it('shows what a period gave at the day of the period, not when the wallet was touched', () => {
  const given = row({ period: 2 });
  const [later, sooner] = [-3, -7].map((ms) => row({ kind: 'spent', at: NOW + ms }));
  const periods = [aPeriod({ period: 2, declaredAt: NOW - 5 })];
  const rows = [given, later ?? given, sooner ?? given];
  expect(atPeriodDays(rows, periods)).toEqual([later, { ...given, at: NOW - 5 }, sooner]);
  expect(atPeriodDays(rows, [])).toEqual(rows);
});

it('makes one row of a bill that took of two coupons, and of no two bills or kinds', () => {
  const bill = { kind: 'spent', orderId: 'a'.repeat(32), amountFen: -30 } as const;
  const rows = [
    row({ ...bill, id: '1' }),
    row({ ...bill, id: '2', lotId: 'dividend-2027-12', amountFen: -12 }),
    row({ ...bill, id: '3', kind: 'returned', amountFen: 5 }),
    row({ ...bill, id: '4', orderId: 'b'.repeat(32) }),
    row({ id: '5', kind: 'expired', amountFen: -1 }),
    row({ id: '6', kind: 'expired', amountFen: -2 }),
  ];
  const amounts = mergedByBill(rows).map(({ id, amountFen }) => [id, amountFen]);
  expect(amounts).toEqual([
    ...[
      ['1', -42],
      ['3', 5],
      ['4', -30],
    ],
    ...[
      ['5', -1],
      ['6', -2],
    ],
  ]);
});

describe('what a coupon’s balance comes from', () => {
  it('adds up by kind, and what is missing is held by open bills', () => {
    const rows = [
      row({ amountFen: 300 }),
      row({ amountFen: 200 }),
      row({ kind: 'spent', amountFen: -150 }),
      row({ kind: 'returned', amountFen: 50 }),
      row({ kind: 'taken-back', amountFen: -20 }),
    ];
    expect(sumLines(rows, 300)).toEqual([
      { label: '派券到账', amountFen: 500 },
      { label: '退回', amountFen: 50 },
      { label: '用掉', amountFen: -150 },
      { label: '退款收回', amountFen: -20 },
      { label: '占用中', amountFen: -80 },
    ]);
  });

  it('is never a sum that does not equal the balance', () => {
    const kinds = [
      'given',
      'spent',
      'returned',
      'taken-back',
      'repaid',
      'expired',
      'left',
    ] as const;
    const change = fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 10_000 }));
    fc.assert(
      fc.property(fc.array(change), fc.nat(50_000), (changes, balanceFen) => {
        const rows = changes.map(([kind, fen]) =>
          row({ kind, amountFen: kind === 'given' || kind === 'returned' ? fen : -fen }),
        );
        const total = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
        const lines = sumLines(rows, balanceFen);
        if (lines === undefined) expect(total).toBeLessThan(balanceFen);
        else expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(balanceFen);
      }),
    );
  });

  it('is open while the wallet is newer than the rows', () => {
    expect(sumLines([row({ amountFen: 100 })], 101)).toBeUndefined();
  });
});

describe('bills that hold a part of a coupon', () => {
  const order = (different: Partial<OrderView>): OrderView => ({
    id: 'a'.repeat(32),
    state: 'placed',
    channel: 'counter',
    merchant: { id: 'm', code: 'fruit001', name: '青禾鲜果', picture: '', siteId: 'hangzhou' },
    bill: {
      ...{ amountFen: 1000, couponFen: 130, cashFen: 870 },
      ...{ rebateBps: 1000, rebateFen: 100, payerPoints: 100, merchantPoints: 100 },
    },
    uses: [
      { lotId: 'dividend-2027-10', amountFen: 80, expiresAt: DECEMBER },
      { lotId: 'dividend-2027-11', amountFen: 50, expiresAt: DECEMBER },
    ],
    placedAt: NOW,
    payBefore: NOW + 1,
    needsReview: false,
    refundedFen: 0,
    refunds: [],
    ...different,
  });

  it('are those that wait for payment, each with its part of this coupon', () => {
    expect(holdsOf([order({})], 'dividend-2027-11')).toEqual([
      { orderId: 'a'.repeat(32), merchantName: '青禾鲜果', placedAt: NOW, amountFen: 50 },
    ]);
    expect(holdsOf([order({ state: 'closed' })], 'dividend-2027-11')).toEqual([]);
    expect(holdsOf([order({})], 'dividend-2028-01')).toEqual([]);
  });
});

describe('what is known of a coupon', () => {
  const lot: LotView = {
    ...{ id: 'dividend-2027-11', source: 'dividend', scope: { kind: 'alliance' } },
    ...{ faceFen: 100, balanceFen: 60, startsAt: NOW, expiresAt: DECEMBER },
  };
  const period = (number: number, expiresAt: number) => aPeriod({ period: number, expiresAt });
  const facts = (given: Partial<Parameters<typeof lotFacts>[0]>) =>
    lotFacts({ lot: undefined, rows: [], periods: [], now: NOW, ...given });
  const rows = [row({ period: 2 })];

  it('is its balance and its last day while the wallet has it', () => {
    const known = facts({ lot });
    expect(known).toEqual({ balanceFen: 60, expiresAt: DECEMBER, state: 'usable' });
    expect(lotStateText(known)).toBe('消费券余额');
    expect(lotValidityText(known)).toBe('2027 年 11 月 30 日前在任意联盟商家可用');
  });

  it('is the last day of the periods that went into it once it is empty, of no others', () => {
    const known = facts({ rows, periods: [period(2, DECEMBER), period(5, DECEMBER * 2)] });
    expect(known).toEqual({ balanceFen: 0, expiresAt: DECEMBER, state: 'empty' });
    expect(lotValidityText(known)).toBe(
      '现在没有余额。2027 年 11 月 30 日前退回来的券还会到这里。',
    );
  });

  it('is over at the instant at which it ends', () => {
    const periods = [period(2, DECEMBER)];
    expect(facts({ rows, periods, now: DECEMBER - 1 }).state).toBe('empty');
    const known = facts({ rows, periods, now: DECEMBER });
    expect(lotStateText(known)).toBe('消费券已到期');
    expect(lotValidityText(known)).toBe('2027 年 11 月 30 日是最后一天。');
  });

  it('is little while the periods are not read', () => {
    expect(lotValidityText(facts({}))).toBe('现在没有余额。');
  });
});
