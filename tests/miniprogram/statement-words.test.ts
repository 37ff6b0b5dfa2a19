import fc from 'fast-check';
import { holdsOf, lotFacts, sumLines } from '../../miniprogram/packages/account/lot/lot-story';
import { lotStateText, lotValidityText } from '../../miniprogram/packages/account/lot/lot-words';
import { rowText } from '../../miniprogram/packages/account/statement/statement-csv';
import {
  atPeriodDays,
  byMonth,
  eventsOf,
  whyOf,
  type StatementEvent,
} from '../../miniprogram/packages/account/statement/statement-events';
import {
  changeLines,
  changeText,
  eventNote,
  eventTitle,
} from '../../miniprogram/packages/account/statement/statement-words';
import type { OrderView } from '../../src/contracts/values';
import type { CouponRow, PeriodView, StatementRow } from '../../src/contracts/wallet';
import { aLotView } from '../support/views';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');
const DECEMBER = Date.parse('2027-12-01T00:00:00+08:00');

const row = (different: Partial<CouponRow>): CouponRow => ({
  id: 'entry#0',
  of: 'coupon',
  kind: 'given',
  at: NOW,
  lotId: 'dividend-2027-11',
  amountFen: 100,
  ...different,
});

type PointsRow = Extract<StatementRow, { of: 'points' }>;
type OffsetRow = Extract<StatementRow, { of: 'offset' }>;
const points = (different: Partial<PointsRow>): PointsRow => ({
  ...{ id: 'entry#1', of: 'points', kind: 'earned', at: NOW, points: 500, effectiveAt: NOW },
  ...different,
});
const offset = (different: Partial<OffsetRow>): OffsetRow => ({
  ...{ id: 'entry#2', of: 'offset', kind: 'incurred', at: NOW, amountFen: 80 },
  ...different,
});

type AdvanceRow = Extract<StatementRow, { of: 'advance' }>;
const advance = (different: Partial<AdvanceRow>): AdvanceRow => ({
  ...{ id: 'entry#3', of: 'advance', kind: 'taken', at: NOW, amountFen: 90 },
  ...different,
});

const orderId = 'a'.repeat(32);
const named = { orderId, merchantName: '青禾鲜果' };

const gift = { name: '开城礼', isOffer: false };
const tenOff = { name: '满50减10', isOffer: true };

const aPeriod = (different: Partial<PeriodView>): PeriodView => ({
  ...{ period: 1, declaredAt: NOW, ratePpb: 1, tableRatePpb: 1, eligiblePoints: 1 },
  ...{ amountFen: 1, isCapped: false, offsetFen: 0, advanceFen: 0, expiresAt: DECEMBER },
  ...different,
});

describe('what happened', () => {
  it.each<[string, StatementRow[], string[]]>([
    ['第 3 期派券到账', [row({ period: 3 })], ['券 +¥1.00']],
    [
      '第 3 期派券到账',
      [offset({ kind: 'repaid', period: 3, amountFen: -20 }), row({ period: 3 })],
      ['券 +¥1.00', '待抵扣 −¥0.20'],
    ],
    [
      '第 3 期派券，抵了待抵扣',
      [offset({ kind: 'repaid', period: 3, amountFen: -20 })],
      ['待抵扣 −¥0.20'],
    ],
    ['派券到账', [row({})], ['券 +¥1.00']],
    [
      '在青禾鲜果消费',
      [points(named), row({ ...named, kind: 'spent', amountFen: -50 })],
      ['券 −¥0.50', '积分 +5.00'],
    ],
    ['在青禾鲜果消费', [points(named)], ['积分 +5.00']],
    ['在商家消费', [row({ orderId, kind: 'spent', amountFen: -50 })], ['券 −¥0.50']],
    [
      '青禾鲜果退款',
      [
        offset(named),
        points({ ...named, kind: 'taken-back', points: -500 }),
        row({ ...named, kind: 'taken-back', amountFen: -20 }),
        row({ ...named, kind: 'returned', amountFen: 50 }),
      ],
      ['收回的券 −¥0.20', '退回的券 +¥0.50', '积分 −5.00', '待抵扣 +¥0.80'],
    ],
    ['商家退款', [points({ orderId, kind: 'taken-back', points: -500 })], ['积分 −5.00']],
    [
      '青禾鲜果退款',
      [
        offset({ ...named, kind: 'repaid', amountFen: -20 }),
        row({ ...named, kind: 'returned', amountFen: 30 }),
      ],
      ['退回的券 +¥0.30', '待抵扣 −¥0.20'],
    ],
    [
      '青禾鲜果退款，券抵了待抵扣',
      [offset({ ...named, kind: 'repaid', amountFen: -20 })],
      ['待抵扣 −¥0.20'],
    ],
    [
      '订单没付款，退回的券已抵扣',
      [
        offset({ ...named, kind: 'repaid', amountFen: -20 }),
        row({ ...named, kind: 'repaid', amountFen: -20 }),
      ],
      ['券 −¥0.20', '待抵扣 −¥0.20'],
    ],
    [
      '第 3 期派券到账',
      [advance({ kind: 'repaid', period: 3, amountFen: -20 }), row({ period: 3 })],
      ['券 +¥1.00', '先用待抵 −¥0.20'],
    ],
    [
      '第 3 期派券，抵了先用券',
      [advance({ kind: 'repaid', period: 3, amountFen: -20 })],
      ['先用待抵 −¥0.20'],
    ],
    [
      '先用券到账',
      [advance({ id: 'me:advance:1#1' }), row({ kind: 'advanced', id: 'me:advance:1#0' })],
      ['券 +¥1.00', '先用待抵 +¥0.90'],
    ],
    ['先用券没用完，已抵回', [advance({ kind: 'repaid', amountFen: -20 })], ['先用待抵 −¥0.20']],
    ['领到活动券', [row({ kind: 'claimed' })], ['券 +¥1.00']],
    ['领到活动券', [row({ kind: 'claimed', campaign: gift })], ['券 +¥1.00']],
    ['领到活动券', [row({ kind: 'claimed', campaign: tenOff })], ['满50减10 +1 张']],
    [
      '在青禾鲜果消费',
      [
        row({ ...named, kind: 'spent', amountFen: -1000, campaign: tenOff }),
        row({ ...named, kind: 'spent', amountFen: -50 }),
      ],
      ['满50减10 −1 张', '券 −¥0.50'],
    ],
    [
      '青禾鲜果退款',
      [row({ ...named, kind: 'returned', amountFen: 800, campaign: tenOff })],
      ['满50减10 +1 张'],
    ],
    [
      '在青禾鲜果消费',
      [points(named), row({ ...named, kind: 'earned' })],
      ['消费返券 +¥1.00', '积分 +5.00'],
    ],
    ['注销前留下的', [offset({ kind: 'carried' })], ['待抵扣 +¥0.80']],
    ['注销前留下的', [advance({ kind: 'carried' })], ['先用待抵 +¥0.90']],
    ['到期没用完', [row({ kind: 'expired', amountFen: -7 })], ['券 −¥0.07']],
    ['注销时放弃', [row({ kind: 'left', amountFen: -7 })], ['券 −¥0.07']],
  ])('%s is said of %j, with %j', (title, rows, lines) => {
    const [event, ...others] = eventsOf(rows);
    if (event === undefined) throw new Error('no event');
    expect(others).toEqual([]);
    expect(eventTitle(event)).toBe(title);
    expect(changeLines(event).map(({ label, text }) => `${label} ${text}`)).toEqual(lines);
  });

  it('has one name for what a bill gave back: beside the bill, on its own page and in the table', () => {
    const given = row({ ...named, kind: 'earned' });
    const labels = eventsOf([given]).flatMap((event) => changeLines(event));
    const parts = sumLines([given], given.amountFen) ?? [];
    const names = [...labels, ...parts].map(({ label }) => label);
    expect(new Set([...names, rowText(given)])).toEqual(new Set(['消费返券']));
  });

  it('is a gain only where something came in, never where more is to be deducted', () => {
    const gains = (rows: StatementRow[]) =>
      eventsOf(rows).flatMap((event) => changeLines(event).map(({ isGain }) => isGain));
    expect(gains([row({}), points({ id: 'b#0' }), offset({ id: 'c#0' })])).toEqual([
      ...[true, true, false],
    ]);
    expect(gains([row({ kind: 'spent', amountFen: -1 })])).toEqual([false]);
  });

  it('says from when points count that do not yet, and nothing of those that are gone', () => {
    const noteOf = (rows: StatementRow[], now: number) =>
      eventsOf(rows).map((event) => eventNote(event, now));
    const effectiveAt = NOW + 7 * 86_400_000;
    const later = [points({ ...named, effectiveAt })];
    expect(noteOf(later, NOW)).toEqual(['2026-11-02 10:00\u00a0· 积分 11 月 9 日生效']);
    expect(noteOf(later, effectiveAt)).toEqual(['2026-11-02 10:00']);
    const gone = [points({ ...named, kind: 'taken-back', points: -500, effectiveAt })];
    expect(noteOf(gone, NOW)).toEqual(['2026-11-02 10:00']);
  });

  it('shows its direction', () => {
    expect([changeText(120), changeText(-5)]).toEqual(['+¥1.20', '−¥0.05']);
  });
});

describe('rows that belong together', () => {
  const groups = (rows: readonly StatementRow[]) =>
    eventsOf(rows).map((event) => event.rows.map(({ id }) => id));

  it('are those of one bill and those of one period, of no two entries', () => {
    const rows = [
      row({ ...named, kind: 'spent', id: 'a:paid#1', amountFen: -1 }),
      points({ ...named, id: 'a:paid#2' }),
      row({ ...named, kind: 'spent', id: 'a:paid#0', amountFen: -2 }),
      points({ ...named, kind: 'taken-back', id: 'a:refund:1#0' }),
      row({ period: 2, id: 'me:collect:2#1' }),
      offset({ period: 2, kind: 'repaid', id: 'me:collect:2#2' }),
      row({ period: 1, id: 'me:collect:2#0' }),
      row({ kind: 'expired', id: 'me:expire:1:2#1', amountFen: -1 }),
      row({ kind: 'expired', id: 'me:expire:1:2#0', amountFen: -2 }),
    ];
    expect(groups(rows)).toEqual([
      ['a:paid#1', 'a:paid#2', 'a:paid#0'],
      ['a:refund:1#0'],
      ['me:collect:2#1', 'me:collect:2#2'],
      ['me:collect:2#0'],
      ['me:expire:1:2#1'],
      ['me:expire:1:2#0'],
    ]);
    const [bill] = eventsOf(rows);
    expect(bill && changeLines(bill).map(({ text }) => text)).toEqual(['−¥0.03', '+5.00']);
  });

  it('lead to the period, to the bill, or to the coupon', () => {
    const why = (only: StatementRow) => eventsOf([only]).map(whyOf);
    expect(why(row({ period: 3 }))).toEqual([{ kind: 'period', period: 3 }]);
    expect(why(offset({ period: 3 }))).toEqual([{ kind: 'period', period: 3 }]);
    expect(why(points(named))).toEqual([{ kind: 'order', orderId }]);
    expect(why(row({ kind: 'expired' }))).toEqual([{ kind: 'lot', lotId: 'dividend-2027-11' }]);
    expect(why(points({ kind: 'left' }))).toEqual([undefined]);
    const taken = [advance({ id: 'a#1' }), row({ kind: 'advanced', id: 'a#0' })];
    expect(eventsOf(taken).map(whyOf)).toEqual([{ kind: 'lot', lotId: 'dividend-2027-11' }]);
  });

  it('stand under their month in the time of the shops, in the order in which they come', () => {
    const lastOfOctober = Date.parse('2026-10-31T15:59:59Z');
    const events: StatementEvent[] = [NOW, lastOfOctober + 1000, lastOfOctober].map((at) => ({
      ...{ id: String(at), at },
      rows: [row({ at })],
    }));
    expect(byMonth(events).map(({ month, events: its }) => [month, its.length])).toEqual([
      ['2026 年 11 月', 2],
      ['2026 年 10 月', 1],
    ]);
  });
});

it('shows what a period gave at the day of the period, not when the wallet was touched', () => {
  const given = row({ period: 2 });
  const [later, sooner] = [-3, -7].map((ms) => row({ kind: 'spent', at: NOW + ms }));
  const periods = [aPeriod({ period: 2, declaredAt: NOW - 5 })];
  const rows = [given, later ?? given, sooner ?? given];
  expect(atPeriodDays(rows, periods)).toEqual([later, { ...given, at: NOW - 5 }, sooner]);
  expect(atPeriodDays(rows, [])).toEqual(rows);
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
      ...{ totalFen: 1000, discountFen: 0, amountFen: 1000, couponFen: 130, cashFen: 870 },
      ...{ rebateBps: 1000, rebateFen: 100, payerPoints: 100, merchantPoints: 100 },
    },
    uses: [
      { lotId: 'dividend-2027-10', amountFen: 80, expiresAt: DECEMBER, fundedBy: 'dividend' },
      { lotId: 'dividend-2027-11', amountFen: 50, expiresAt: DECEMBER, fundedBy: 'dividend' },
    ],
    spendBackFen: 0,
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
  const lot = aLotView({ faceFen: 100, balanceFen: 60, startsAt: NOW, expiresAt: DECEMBER });
  const period = (number: number, expiresAt: number) => aPeriod({ period: number, expiresAt });
  const facts = (given: Partial<Parameters<typeof lotFacts>[0]>) =>
    lotFacts({
      ...{ lotId: 'dividend-2027-11', lot: undefined, rows: [], periods: [], now: NOW },
      ...given,
    });
  const rows = [row({ period: 2 })];

  it('is its balance and its last day while the wallet has it', () => {
    const known = facts({ lot });
    expect(known).toMatchObject({ balanceFen: 60, expiresAt: DECEMBER, state: 'usable' });
    expect(lotStateText(known)).toBe('消费券余额');
    expect(lotValidityText(known, NOW)).toBe('2027 年 11 月 30 日前在任意联盟商家可用');
  });

  it('is the last day of the periods that went into it once it is empty, of no others', () => {
    const known = facts({ rows, periods: [period(2, DECEMBER), period(5, DECEMBER * 2)] });
    expect(known).toMatchObject({ balanceFen: 0, expiresAt: DECEMBER, state: 'empty' });
    expect(lotValidityText(known, NOW)).toBe(
      '现在没有余额。2027 年 11 月 30 日前退回来的券还会到这里。',
    );
  });

  it('is over at the instant at which it ends', () => {
    const periods = [period(2, DECEMBER)];
    expect(facts({ rows, periods, now: DECEMBER - 1 }).state).toBe('empty');
    const known = facts({ rows, periods, now: DECEMBER });
    expect(lotStateText(known)).toBe('消费券已到期');
    expect(lotValidityText(known, NOW)).toBe('2027 年 11 月 30 日前有效。');
  });

  it('is an offer’s name, while it is there and, by the bill that took it, when it is gone', () => {
    const offer = aLotView({
      ...{ id: 'c-1.x', source: 'campaign', fundedBy: 'activity', name: '开城礼' },
      ...{ benefit: { kind: 'money-off', offFen: 2000 }, minSpendFen: 10_000 },
      expiresAt: DECEMBER,
    });
    const there = facts({ lotId: 'c-1.x', lot: offer });
    expect(there).toMatchObject({ isOffer: true, state: 'usable' });
    expect(lotStateText(there)).toBe('开城礼，用一次');
    const { name = '', benefit, fundedBy } = offer;
    const spent = { lotId: 'c-1.x', amountFen: 2000, expiresAt: DECEMBER, name, fundedBy };
    const gone = facts({ lotId: 'c-1.x', spent: { ...spent, ...(benefit && { benefit }) } });
    expect(lotStateText(gone)).toBe('开城礼，已经用掉');
    expect(lotValidityText(gone, NOW)).toBe('2027 年 11 月 30 日前退回来的券还会到这里。');
  });

  it.each([
    ['fan-2027-11', '粉丝奖励券余额'],
    ['advance-2027-11', '先用券余额'],
    ['c-1.2026-11-02', '消费返券余额'],
    ['c-1.0123abcd', '活动券余额'],
  ])('is told from the id %s where nothing else is known: %s', (lotId, words) => {
    expect(lotStateText(facts({ lotId }))).toBe(words);
  });

  it('is little while the periods are not read', () => {
    expect(lotValidityText(facts({}), NOW)).toBe('现在没有余额。');
  });
});
