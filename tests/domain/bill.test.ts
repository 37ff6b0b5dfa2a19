// What a bill earns, and which amounts are a bill.
import fc from 'fast-check';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { billOf, parseBillFen } from '../../src/domain/orders/bill';

const alliance = { ownership: 'alliance', staff: ['u-owner', 'u-waiter'] } as const;
const selfOperated = { ownership: 'self-operated', staff: ['u-owner'] } as const;

function bill(
  merchant: typeof alliance | typeof selfOperated,
  { amountFen = 100_00, discountFen = 0, couponFen = 0, rebateBps = 1000, payer = 'u-lin' } = {},
): ReturnType<typeof billOf> {
  return billOf({
    merchant,
    payer,
    totalFen: fen(amountFen),
    discountFen: fen(discountFen),
    couponFen: fen(couponFen),
    rebateBps: basisPoints(rebateBps),
  });
}

test('both sides get points equal to the rebate (A4)', () => {
  expect(bill(alliance, { amountFen: 1000_00, rebateBps: 2000 })).toEqual({
    totalFen: 1000_00,
    discountFen: 0,
    amountFen: 1000_00,
    couponFen: 0,
    cashFen: 1000_00,
    rebateBps: 2000,
    rebateFen: 200_00,
    payerPoints: 200_00,
    merchantPoints: 200_00,
  });
});

test('the whole bill earns, also the part that coupons pay (A12)', () => {
  const part = bill(alliance, { couponFen: 40_00 });
  expect(part).toMatchObject({ cashFen: 60_00, rebateFen: 10_00, payerPoints: 10_00 });
  const whole = bill(alliance, { couponFen: 100_00 });
  expect(whole).toMatchObject({ cashFen: 0, rebateFen: 10_00, payerPoints: 10_00 });
});

test('what the shop takes off lowers the bill, and with it rebate and points', () => {
  expect(bill(alliance, { discountFen: 20_00, couponFen: 30_00 })).toMatchObject({
    ...{ totalFen: 100_00, discountFen: 20_00, amountFen: 80_00, couponFen: 30_00 },
    ...{ cashFen: 50_00, rebateFen: 8_00, payerPoints: 8_00, merchantPoints: 8_00 },
  });
});

test('owner and staff earn nothing at their own shop, on either side; the rebate stays due', () => {
  for (const payer of alliance.staff) {
    expect(bill(alliance, { payer })).toMatchObject({
      rebateFen: 10_00,
      payerPoints: 0,
      merchantPoints: 0,
    });
  }
  expect(bill(selfOperated, { payer: 'u-owner' })).toMatchObject({
    payerPoints: 0,
    merchantPoints: 0,
  });
});

test('a self-operated shop earns no points, its customers do', () => {
  expect(bill(selfOperated)).toMatchObject({ payerPoints: 10_00, merchantPoints: 0 });
});

test.each([
  { amountFen: 33, rebateBps: 300, earns: 0 },
  { amountFen: 34, rebateBps: 300, earns: 1 },
  { amountFen: 4, rebateBps: 2000, earns: 0 },
  { amountFen: 5, rebateBps: 2000, earns: 1 },
  { amountFen: 66, rebateBps: 300, earns: 1 },
])('$amountFen fen at $rebateBps bps earn $earns', ({ earns, ...wishes }) => {
  expect(bill(alliance, wishes)).toMatchObject({
    rebateFen: earns,
    payerPoints: earns,
    merchantPoints: earns,
  });
});

test('cash and coupons are the bill, the rebate is the floored share of it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000_000 }),
      fc.integer({ min: 300, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (amountFen, rebateBps, part) => {
        const couponFen = Math.floor(amountFen * part);
        const made = bill(alliance, { amountFen, couponFen, rebateBps });
        expect(made.cashFen + made.couponFen).toBe(amountFen);
        expect(BigInt(made.rebateFen)).toBe((BigInt(amountFen) * BigInt(rebateBps)) / 10_000n);
      },
    ),
  );
});

describe('an amount is a bill', () => {
  test.each([1, 2, 99, 100_000_000])('when it is %d fen', (amount) => {
    expect(parseBillFen(amount)).toEqual({ ok: true, value: amount });
  });

  test.each([
    0,
    -0,
    -1,
    0.5,
    1.000001,
    1e12 + 1,
    1e13,
    2 ** 53,
    1e300,
    NaN,
    Infinity,
    -Infinity,
    Number.MIN_VALUE,
  ])('never when it is %p', (amount) => {
    expect(parseBillFen(amount)).toEqual({
      ok: false,
      error: { code: 'amount-invalid', minFen: 1, maxFen: 100_000_000 },
    });
  });
});
