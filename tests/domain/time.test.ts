// The calendar of China, compared with plain arithmetic on UTC.
import fc from 'fast-check';
import {
  DAY,
  endOfMonthAfter,
  HOUR,
  MINUTE,
  minuteOfDay,
  monthEndingAt,
  SECOND,
  startOfNextDay,
} from '../../src/domain/time';

const EIGHT_HOURS = 8 * 3_600_000;
const china = (...fields: [number, number, number, number?, number?, number?, number?]): number =>
  Date.UTC(...fields) - EIGHT_HOURS;
const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2120, 0) });

test.each<[string, number, number, number]>([
  ['the month itself', china(2026, 10, 1), 0, china(2026, 11, 1)],
  ['a year on', china(2026, 10, 15), 12, china(2027, 11, 1)],
  ['the last millisecond of a month', china(2026, 10, 30, 23, 59, 59, 999), 12, china(2027, 11, 1)],
  ['the first of the next', china(2026, 11, 1), 12, china(2028, 0, 1)],
  ['evening in UTC, already tomorrow in China', Date.UTC(2026, 10, 30, 16), 0, china(2027, 0, 1)],
  ['from the 31st to a month of 30 days', china(2026, 7, 31), 1, china(2026, 9, 1)],
  ['from the 31st to February', china(2027, 0, 31), 1, china(2027, 2, 1)],
  ['from the 31st to February of a leap year', china(2028, 0, 31), 1, china(2028, 2, 1)],
  ['from the 29th of February', china(2028, 1, 29, 12), 12, china(2029, 2, 1)],
  ['over the year', china(2026, 11, 31, 23), 1, china(2027, 1, 1)],
])('the end of a month after %s', (_what, from, months, end) => {
  expect(endOfMonthAfter(from, months)).toBe(end);
});

test('lengths are in milliseconds', () => {
  expect([SECOND, MINUTE, HOUR, DAY]).toEqual([1000, 60_000, 3_600_000, 86_400_000]);
});

test('an end of month is the first instant of a month in China, wherever one starts', () => {
  fc.assert(
    fc.property(instant, fc.nat(36), (from, months) => {
      const local = new Date(from + EIGHT_HOURS);
      const end = china(local.getUTCFullYear(), local.getUTCMonth() + months + 1, 1);
      expect(endOfMonthAfter(from, months)).toBe(end);
    }),
  );
});

test.each<[number, string]>([
  [china(2027, 11, 1), '2027-11'],
  [china(2028, 0, 1), '2027-12'],
  [china(2028, 2, 1), '2028-02'],
  [china(2027, 11, 1) + 1, '2027-12'],
])('%i ends the month of %s', (end, month) => {
  expect(monthEndingAt(end)).toBe(month);
});

test('a month’s name is that of its last instant', () => {
  fc.assert(
    fc.property(instant, fc.nat(24), (from, months) => {
      const last = new Date(endOfMonthAfter(from, months) - 1 + EIGHT_HOURS);
      expect(monthEndingAt(endOfMonthAfter(from, months))).toBe(last.toISOString().slice(0, 7));
    }),
  );
});

test('minutes of the day count from midnight in China', () => {
  expect([
    minuteOfDay(china(2026, 10, 1)),
    minuteOfDay(china(2026, 10, 1) - 1),
    minuteOfDay(china(2026, 10, 1, 12, 34, 59, 999)),
  ]).toEqual([0, 1439, 754]);
  fc.assert(
    fc.property(instant, (from) => {
      const local = new Date(from + EIGHT_HOURS);
      expect(minuteOfDay(from)).toBe(local.getUTCHours() * 60 + local.getUTCMinutes());
    }),
  );
});

test('the next day begins after every instant of this one, within 24 hours', () => {
  expect(startOfNextDay(china(2028, 1, 28, 23, 59))).toBe(china(2028, 1, 29));
  expect(startOfNextDay(china(2028, 1, 29))).toBe(china(2028, 2, 1));
  fc.assert(
    fc.property(instant, (from) => {
      const local = new Date(from + EIGHT_HOURS);
      const next = china(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + 1);
      expect(startOfNextDay(from)).toBe(next);
    }),
  );
});
