// The inbox as a view: what is told when, that it stays the same, and that pages miss nothing.
import * as fc from 'fast-check';
import type { PeriodShare } from '../../src/domain/accounts/account';
import { settle } from '../../src/domain/accounts/settle';
import { daysBefore, endingsOf, nextEndingDay } from '../../src/domain/messages/endings';
import { messagesOf, newestFirst, shownSince } from '../../src/domain/messages/inbox';
import { centipoints, fen, ppb } from '../../src/domain/money/amounts';
import { DAY, MINUTE } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import { account, lot, NOW } from './builders';

const END = NOW + 30 * DAY;

const share = (period: number, changes: Partial<PeriodShare> = {}): PeriodShare => ({
  ...{ period, cut: NOW, declaredAt: NOW + period * MINUTE, expiresAt: END },
  ...{ rate: ppb(5_000_000), tableRate: ppb(5_000_000), eligible: centipoints(200_00) },
  ...{ amountFen: fen(1_00), isCapped: false, offsetFen: fen(0), advanceFen: fen(0) },
  ...changes,
});

test.each<[string, number, number | undefined]>([
  ['a moment more than 7 days', END - 7 * DAY - 1, undefined],
  ['7 days', END - 7 * DAY, 7],
  ['a moment more than a day', END - DAY - 1, 7],
  ['a day', END - DAY, 1],
  ['a moment', END - 1, 1],
])('coupons with %s to go are told as due in that many days', (_, at, days) => {
  expect(daysBefore({ expiresAt: END }, at)).toBe(days);
  const told = messagesOf({
    account: account({ lots: [lot('a', 100, { expiresAt: END })] }),
    entries: [],
    now: at,
  });
  expect(told.map((each) => each.kind === 'expiring' && each.daysBefore)).toEqual(
    days === undefined ? [] : [days],
  );
});

test('coupons that end at one instant are one message; empty and ended ones are none', () => {
  const lots = [
    lot('a', 100, { expiresAt: END }),
    lot('b', 250, { expiresAt: END }),
    lot('empty', 0, { expiresAt: END }),
    lot('later', 500, { expiresAt: END + 1 }),
  ];
  expect(endingsOf({ lots }, NOW)).toEqual([
    { expiresAt: END, amountFen: 350, lotIds: ['a', 'b'], hasOffers: false },
    { expiresAt: END + 1, amountFen: 500, lotIds: ['later'], hasOffers: false },
  ]);
  expect(endingsOf({ lots }, END).map(({ expiresAt }) => expiresAt)).toEqual([END + 1]);
  expect(nextEndingDay({ lots }, NOW)).toBe(END - 7 * DAY);
  expect(nextEndingDay({ lots }, END - 7 * DAY)).toBe(END + 1 - 7 * DAY);
  expect(nextEndingDay({ lots }, END - DAY)).toBe(END + 1 - DAY);
  expect(nextEndingDay({ lots }, END)).toBeUndefined();
});

test('a period tells what became coupons and what repaid an offset or an advance; one that gave nothing is silent', () => {
  const history = [
    share(1),
    share(2, { amountFen: fen(0), isCapped: true }),
    share(3, { offsetFen: fen(40) }),
    share(4, { offsetFen: fen(70), advanceFen: fen(30) }),
  ];
  const told = messagesOf({ account: account({ history }), entries: [], now: NOW + DAY });
  expect(told).toMatchObject([
    { kind: 'arrived', period: 4, amountFen: 0, repaidFen: 1_00 },
    { kind: 'arrived', period: 3, amountFen: 60, repaidFen: 40 },
    { kind: 'arrived', period: 1, amountFen: 1_00, repaidFen: 0, at: NOW + MINUTE },
  ]);
});

test('periods of one moment stand in their order, the tenth above the ninth', () => {
  const history = [9, 10, 8].map((period) => share(period, { declaredAt: NOW }));
  const told = messagesOf({ account: account({ history }), entries: [], now: NOW + DAY });
  expect(told.map((each) => each.kind === 'arrived' && each.period)).toEqual([10, 9, 8]);
});

test('what ended is told as of its end, the same before and after the account is touched', () => {
  const holder = account({
    lots: [lot('a', 30, { expiresAt: END }), lot('b', 70, { expiresAt: END })],
  });
  const readAt = (at: number) => {
    const settled = settle({
      account: holder,
      dividends: [],
      through: { period: 0, cursor: 0 },
      at,
      rules: policies.demo,
    });
    return messagesOf({ ...settled, now: at });
  };
  const first = readAt(END + DAY);
  expect(first).toMatchObject([{ kind: 'expired', at: END, amountFen: 1_00, lotIds: ['a', 'b'] }]);
  expect(readAt(END + 20 * DAY)).toEqual(first);
});

test('a refund is told with its order; one that somebody else paid for is not mine', () => {
  const entry = {
    ...{ id: 'o1:refund:r1', kind: 'refund' as const, at: NOW, effectiveAt: NOW, orderId: 'o1' },
    ...{ payer: account().id, billFen: fen(-5_00), moves: [], matures: [] },
  };
  const entries = [entry, { ...entry, id: 'o2:refund:r1', payer: 'u-other' }];
  expect(messagesOf({ account: account(), entries, now: NOW + 1 })).toEqual([
    { id: entry.id, kind: 'refunded', at: NOW, orderId: 'o1', entryId: entry.id, amountFen: 5_00 },
  ]);
});

test('nothing older than a year is shown, nor anything from before the person began anew', () => {
  const history = [share(1, { declaredAt: NOW }), share(2, { declaredAt: NOW + 1 })];
  const now = NOW + 365 * DAY;
  const shown = (changes: object) =>
    messagesOf({ account: account({ history, ...changes }), entries: [], now }).length;
  expect([shown({}), shown({ since: NOW + 1 })]).toEqual([1, 0]);
  expect(shownSince({ since: 5 }, NOW)).toBe(NOW - 365 * DAY);
});

test('the order of the inbox is total: whoever reads page by page misses nothing', () => {
  const moments = fc.record({
    at: fc.integer({ min: 0, max: 3 }),
    id: fc.string({ maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(moments, { selector: ({ at, id }) => `${at} ${id}` }), (all) => {
      const sorted = [...all].sort(newestFirst);
      const read: typeof all = [];
      for (let before = sorted[0]; before !== undefined;) {
        read.push(before);
        const from = before;
        before = sorted.find((each) => newestFirst(from, each) < 0);
      }
      expect(read).toEqual(sorted);
    }),
  );
});
