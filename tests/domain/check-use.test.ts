// A use that a person chose is checked before anything is held.
import fc from 'fast-check';
import { bestUse, checkUse, type CouponUse } from '../../src/domain/coupons/best-use';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { DAY } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import { smallBill, stackingRules, wallet as wallets } from '../support/wallets';
import { billAt, lot, NOW, offer } from './builders';

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

describe('offers', () => {
  const off = (id: string, offFen: number, changes: Parameters<typeof offer>[2] = {}) =>
    offer(id, { kind: 'money-off', offFen: fen(offFen) }, changes);
  const ofShop = { fundedBy: 'acceptor' as const };
  const wallet = [
    ...[off('five', 5), off('eight', 8), off('here', 10, ofShop)],
    ...[lot('shop', 20, ofShop), lot('later', 9, { expiresAt: NOW + 40 * DAY }), lot('own', 30)],
  ];
  const checked = (uses: CouponUse[], { amountFen = 100, shopShareBps = 9000 } = {}) =>
    checkUse(wallet, {
      ...{ uses, bill: billAt(amountFen) },
      rules: { ...rules, shopShareBps: basisPoints(shopShareBps) },
    });

  test('stand before balance, balance by expiry, whatever order was asked for', () => {
    const use1 = checked([use('later', 9), use('own', 30), use('five', 5), use('here', 10)]);
    expect(use1).toMatchObject({
      value: {
        discountFen: 10,
        couponFen: 44,
        taken: [
          { lot: { id: 'here' }, amountFen: 10 },
          { lot: { id: 'five' }, amountFen: 5 },
          { lot: { id: 'own' }, amountFen: 30 },
          { lot: { id: 'later' }, amountFen: 9 },
        ],
      },
    });
  });

  test.each([4, 6])('are taken for what they give, not for %d fen', (amountFen) => {
    expect(checked([use('five', amountFen)])).toMatchObject({
      error: { code: 'lot-insufficient', lotId: 'five', usableFen: 5 },
    });
  });

  test('give at their place what is left of the bill, and no more', () => {
    const rest = { amountFen: 12 };
    expect(checked([use('here', 10), use('five', 2)], rest)).toMatchObject({ ok: true });
    expect(checked([use('here', 7), use('five', 5)], rest)).toMatchObject({
      error: { code: 'lot-insufficient', lotId: 'here', usableFen: 10 },
    });
    expect(checked([use('here', 10), use('five', 1)], rest)).toMatchObject({
      error: { code: 'lot-insufficient', lotId: 'five', usableFen: 2 },
    });
  });

  test('of one kind are too many from the second, and both are named', () => {
    expect(checked([use('eight', 8), use('five', 5)])).toEqual({
      ok: false,
      error: { code: 'not-together', lotIds: ['eight', 'five'] },
    });
  });

  test('of a kind of which a bill takes none are refused alone', () => {
    const none = { ...rules, atMost: { ...rules.atMost, 'alliance-offer': 0 } };
    const uses = [use('five', 5)];
    expect(checkUse(wallet, { uses, bill: billAt(100), rules: none })).toMatchObject({
      error: { code: 'not-together', lotIds: ['five'] },
    });
  });

  test('that may not stand with a balance are refused with it, in any order', () => {
    const error = { code: 'not-together' };
    expect(checked([use('here', 10), use('shop', 20)])).toMatchObject({ error });
    expect(checked([use('shop', 20), use('here', 10)])).toMatchObject({ error });
  });

  test('and balance of a shop end at its share of the bill', () => {
    const share = { shopShareBps: 1500 };
    expect(checked([use('shop', 15)], share)).toMatchObject({ value: { discountFen: 15 } });
    expect(checked([use('shop', 16)], share)).toMatchObject({
      error: { code: 'lot-insufficient', lotId: 'shop', usableFen: 15 },
    });
  });

  test('faults are told in the contract’s order here too', () => {
    const code = (uses: CouponUse[], amountFen?: number): unknown => {
      const result = checked(uses, amountFen === undefined ? {} : { amountFen });
      return result.ok ? 'ok' : result.error.code;
    };
    const together = [use('eight', 8), use('five', 5)];
    expect(code([...together, use('stranger', 1)])).toBe('lot-not-found');
    expect(code([...together, use('own', 31)])).toBe('lot-insufficient');
    expect(code(together, 9)).toBe('not-together');
    expect(code([use('eight', 8), use('own', 2)], 9)).toBe('coupons-exceed-bill');
  });

  test('a use that was crafted saves no more than the best one', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        wallets,
        smallBill,
        stackingRules,
        fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
        (lots, bill, stacking, amounts) => {
          const uses = lots.flatMap(({ id }, index) => {
            const amountFen = fen(amounts[index] ?? 0);
            return amountFen === 0 ? [] : [{ lotId: id, amountFen }];
          });
          const result = checkUse(lots, { uses, bill, rules: stacking });
          if (!result.ok) return;
          const best = bestUse(lots, { bill, rules: stacking });
          const saving = (of: readonly CouponUse[]) =>
            of.reduce((sum, { amountFen }) => sum + amountFen, 0);
          expect(saving(uses)).toBeLessThanOrEqual(saving(best));
          expect(result.value.discountFen + result.value.couponFen).toBe(saving(uses));
          expect(result.value.discountFen).toBeLessThan(bill.amountFen);
          accepted += uses.length;
        },
      ),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
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
