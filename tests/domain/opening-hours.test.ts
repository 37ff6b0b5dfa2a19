// Whether a shop is open, by the clock of China.
import fc from 'fast-check';
import { isOpenAt } from '../../src/domain/merchants/opening-hours';

const at = (hour: number, minute = 0): number => Date.UTC(2026, 10, 1, hour - 8, minute);

const shops = {
  day: { opensMinute: 9 * 60, closesMinute: 21 * 60 + 30 },
  night: { opensMinute: 17 * 60, closesMinute: 26 * 60 },
  always: { opensMinute: 0, closesMinute: 1440 },
  untilMidnight: { opensMinute: 10 * 60, closesMinute: 1440 },
  roundTheClock: { opensMinute: 8 * 60, closesMinute: 32 * 60 },
  never: { opensMinute: 600, closesMinute: 600 },
};

test.each<[keyof typeof shops, number, number, 'open' | 'closed']>([
  ['day', 8, 59, 'closed'],
  ['day', 9, 0, 'open'],
  ['day', 21, 29, 'open'],
  ['day', 21, 30, 'closed'],
  ['day', 0, 0, 'closed'],
  ['night', 16, 59, 'closed'],
  ['night', 17, 0, 'open'],
  ['night', 23, 59, 'open'],
  ['night', 0, 0, 'open'],
  ['night', 1, 59, 'open'],
  ['night', 2, 0, 'closed'],
  ['night', 12, 0, 'closed'],
  ['always', 0, 0, 'open'],
  ['always', 23, 59, 'open'],
  ['untilMidnight', 23, 59, 'open'],
  ['untilMidnight', 0, 0, 'closed'],
  ['untilMidnight', 10, 0, 'open'],
  ['roundTheClock', 7, 59, 'open'],
  ['roundTheClock', 8, 0, 'open'],
  ['never', 10, 0, 'closed'],
])('the %s shop at %i:%i is %s', (shop, hour, minute, state) => {
  expect(isOpenAt(shops[shop], at(hour, minute))).toBe(state === 'open');
});

test('the last millisecond of an open minute is open', () => {
  expect(isOpenAt(shops.day, at(21, 30) - 1)).toBe(true);
});

test('every day is like the other, and a shop is open as long as its hours say', () => {
  const MINUTE = 60_000;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 1440 }),
      fc.nat(20_000),
      (opensMinute, minutes, day) => {
        const hours = { opensMinute, closesMinute: opensMinute + minutes };
        const midnight = day * 1440 * MINUTE - 8 * 60 * MINUTE;
        const open = Array.from({ length: 1440 }, (_, m) => isOpenAt(hours, midnight + m * MINUTE));
        expect(open.filter(Boolean).length).toBe(minutes);
        expect(open[opensMinute]).toBe(minutes > 0);
      },
    ),
    { numRuns: 20 },
  );
});
