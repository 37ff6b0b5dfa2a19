// A use that a person chose is checked before anything is held.
import fc from 'fast-check';
import { bestUse, checkUse, type CouponUse } from '../../src/domain/coupons/best-use';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { policies } from '../../src/policy/policies';
import { billAt, lot, NOW } from './builders';

const lots = [lot('a', 30), lot('b', 50), lot('half', 80, { maxShareBps: basisPoints(5000) })];
const use = (lotId: string, amountFen: number): CouponUse => ({ lotId, amountFen: fen(amountFen) });
const rules = policies.demo.stacking;
const check = (uses: CouponUse[], amountFen = 100): ReturnType<typeof checkUse> =>
  checkUse(lots, { uses, bill: billAt(amountFen), rules });

test('its value is the coupon part of the bill; no use is 0', () => {
  expect(check([])).toEqual({ ok: true, value: { couponFen: 0, discountFen: 0, taken: [] } });
  expect(check([use('a', 30), use('b', 20)])).toMatchObject({ value: { couponFen: 50 } });
});

test('the whole bill may be paid, not a fen more', () => {
  expect(check([use('a', 30), use('b', 30)], 60)).toMatchObject({ value: { couponFen: 60 } });
  expect(check([use('a', 30), use('b', 31)], 60)).toEqual({
    ok: false,
    error: { code: 'coupons-exceed-bill', couponFen: 61 },
  });
});

test('a lot that is not in the wallet is not found, with its id', () => {
  expect(check([use('a', 1), use('stranger', 1)])).toEqual({
    ok: false,
    error: { code: 'lot-not-found', lotId: 'stranger' },
  });
});

test('more than a lot pays of this bill is refused and says how much it could be', () => {
  expect(check([use('a', 31)])).toEqual({
    ok: false,
    error: { code: 'lot-insufficient', lotId: 'a', usableFen: 30 },
  });
  expect(check([use('half', 51)])).toMatchObject({ error: { lotId: 'half', usableFen: 50 } });
  const expired = [lot('a', 30, { expiresAt: NOW })];
  expect(checkUse(expired, { uses: [use('a', 1)], bill: billAt(100), rules })).toMatchObject({
    error: { code: 'lot-insufficient', usableFen: 0 },
  });
});

test('one lot named twice is asked for the sum', () => {
  expect(check([use('a', 15), use('a', 15)])).toMatchObject({
    value: { couponFen: 30, taken: [{ lot: lots[0], amountFen: 30 }] },
  });
  expect(check([use('a', 15), use('a', 16)])).toMatchObject({
    error: { code: 'lot-insufficient', lotId: 'a', usableFen: 30 },
  });
});

test('faults are told in the contract’s order, wherever they stand in the list', () => {
  const [unknown, tooMuch, tooMany] = [use('stranger', 1), use('a', 31), use('b', 50)];
  const code = (uses: CouponUse[]): unknown => {
    const checked = check(uses, 40);
    return checked.ok ? 'ok' : checked.error.code;
  };
  expect(code([unknown, tooMuch, tooMany])).toBe('lot-not-found');
  expect(code([tooMany, tooMuch, unknown])).toBe('lot-not-found');
  expect(code([use('a', 30), tooMuch])).toBe('lot-insufficient');
  expect(code([use('a', 30), use('half', 20)])).toBe('coupons-exceed-bill');
});

test('the best use always passes, with what it saves', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 10_000 }))),
      fc.integer({ min: 1, max: 500 }),
      (wallet, amountFen) => {
        const own = wallet.map(([balance, share], index) =>
          lot(String(index), balance, { maxShareBps: basisPoints(share) }),
        );
        const bill = billAt(amountFen);
        const uses = bestUse(own, { bill, rules });
        const saved = uses.reduce((sum, each) => sum + each.amountFen, 0);
        expect(checkUse(own, { uses, bill, rules })).toMatchObject({
          ok: true,
          value: { couponFen: saved, discountFen: 0 },
        });
      },
    ),
  );
});
