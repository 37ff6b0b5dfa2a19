// A shop's rate: 3 to 20 %, from the next day in China, history kept (A3).
import fc from 'fast-check';
import type { RebateRate } from '../../src/domain/merchants/merchant';
import { changeRate, rebateRateAt } from '../../src/domain/merchants/rebate-rate';

const HOUR = 3_600_000;
/** Midnight in China between 1 and 2 November 2026. */
const MIDNIGHT = Date.UTC(2026, 10, 1, 16);
const start: readonly RebateRate[] = [{ bps: 500, from: 0 }];

function changed(rates: readonly RebateRate[], change: { bps: number; at: number }): RebateRate[] {
  const result = changeRate(rates, change);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const at = (rates: readonly RebateRate[], instant: number): number =>
  rebateRateAt({ id: 'm-1', rates }, instant);

test('a change takes effect at the next midnight in China, not before', () => {
  const rates = changed(start, { bps: 800, at: MIDNIGHT - 10 * HOUR });
  expect([at(rates, MIDNIGHT - 1), at(rates, MIDNIGHT), at(rates, MIDNIGHT + 1)]).toEqual([
    500, 800, 800,
  ]);
});

test('a millisecond before midnight it is in force with it, at midnight a day later', () => {
  expect(changed(start, { bps: 800, at: MIDNIGHT - 1 })).toEqual([
    { bps: 500, from: 0 },
    { bps: 800, from: MIDNIGHT },
  ]);
  expect(changed(start, { bps: 800, at: MIDNIGHT })).toEqual([
    { bps: 500, from: 0 },
    { bps: 800, from: MIDNIGHT + 24 * HOUR },
  ]);
});

test('midnight of UTC, which is eight in the morning in China, is no boundary', () => {
  const utcMidnight = Date.UTC(2026, 10, 2);
  expect(changed(start, { bps: 800, at: utcMidnight - 1 })).toEqual(
    changed(start, { bps: 800, at: utcMidnight }),
  );
});

test('the last of several changes of a day counts, and the history before it stays', () => {
  const monday = changed(start, { bps: 800, at: MIDNIGHT - HOUR });
  const again = changed(monday, { bps: 900, at: MIDNIGHT - 1 });
  const tuesday = changed(again, { bps: 300, at: MIDNIGHT });
  expect(tuesday).toEqual([
    { bps: 500, from: 0 },
    { bps: 900, from: MIDNIGHT },
    { bps: 300, from: MIDNIGHT + 24 * HOUR },
  ]);
  expect([at(tuesday, 1), at(tuesday, MIDNIGHT), at(tuesday, MIDNIGHT + 24 * HOUR)]).toEqual([
    500, 900, 300,
  ]);
});

test('at every instant the rate is that of the last change of an earlier day', () => {
  const day = 24 * HOUR;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 300, max: 2000 }), fc.nat(5 * day)), { maxLength: 12 }),
      fc.nat(7 * day),
      (wishes, later) => {
        const changes = wishes.sort((a, b) => a[1] - b[1]);
        const rates = changes.reduce<RebateRate[]>(
          (so, [bps, pause]) => changed(so, { bps, at: MIDNIGHT + pause }),
          [...start],
        );
        const today = Math.floor(later / day);
        const before = changes.filter(([, pause]) => Math.floor(pause / day) < today);
        expect(at(rates, MIDNIGHT + later)).toBe(before[before.length - 1]?.[0] ?? 500);
      },
    ),
  );
});

test.each([300, 301, 1999, 2000])('%d basis points are allowed', (bps) => {
  expect(changeRate(start, { bps, at: MIDNIGHT }).ok).toBe(true);
});

test.each([299, 2001, 0, -300, 300.5, 20_000, NaN, Infinity])(
  '%p basis points are refused, and nothing changes',
  (bps) => {
    expect(changeRate(start, { bps, at: MIDNIGHT })).toEqual({
      ok: false,
      error: { code: 'rate-out-of-range', minBps: 300, maxBps: 2000 },
    });
    expect(start).toEqual([{ bps: 500, from: 0 }]);
  },
);

test('a shop without a rate in force is a broken promise of ours', () => {
  expect(() => at([], MIDNIGHT)).toThrow('m-1 has no rate yet');
  expect(() => at([{ bps: 500, from: MIDNIGHT + 1 }], MIDNIGHT)).toThrow('m-1 has no rate yet');
});
