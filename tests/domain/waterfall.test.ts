// Who gets what of a rebate.
import fc from 'fast-check';
import { basisPoints, fen, shareOf } from '../../src/domain/money/amounts';
import {
  NO_PAYEES,
  payeeBps,
  shareRebate,
  type Payees,
  type Shares,
  type WaterfallRates,
} from '../../src/domain/orders/waterfall';
import { policies } from '../../src/policy/policies';

const rates = policies.production.waterfall;
const ALL: Payees = { fan: 'm-1', promoter: 'p-1', county: '330106', city: '3301', province: '33' };

function share(amountFen: number, rebateBps: number, payees: Payees): Shares {
  const rebateFen = shareOf(fen(amountFen), basisPoints(rebateBps));
  return shareRebate({ amountFen: fen(amountFen), rebateFen, payees, rates });
}

const amount = fc.oneof(
  fc.integer({ min: 1, max: 2000 }),
  fc.integer({ min: 1, max: 1_000_000_000_000 }),
);
const rebateBps = fc.integer({ min: 300, max: 2000 });
const somebody = (id: string): fc.Arbitrary<string | null> => fc.constantFrom(null, id);
const payees: fc.Arbitrary<Payees> = fc.record({
  fan: somebody('m-1'),
  promoter: somebody('p-1'),
  county: somebody('330106'),
  city: somebody('3301'),
  province: somebody('33'),
});
/** Any table that the loader lets pass: payees take at most two thirds. */
const anyRates: fc.Arbitrary<WaterfallRates> = fc
  .array(fc.integer({ min: 0, max: 1333 }), { minLength: 5, maxLength: 5 })
  .chain(([promoter = 0, county = 0, city = 0, province = 0, platform = 0]) =>
    fc.integer({ min: 0, max: 2000 }).map((fan) => ({
      fanBps: basisPoints(fan),
      promoterBps: basisPoints(promoter),
      countyBps: basisPoints(county),
      cityBps: basisPoints(city),
      provinceBps: basisPoints(province),
      platformBps: basisPoints(platform),
    })),
  );

test('1000.00 at 20 % with every payee', () => {
  expect(share(1000_00, 2000, ALL)).toEqual({
    fan: 10_00,
    promoter: 10_00,
    county: 6_00,
    city: 4_00,
    province: 2_00,
    platform: 18_00,
    fund: 150_00,
  });
});

test('without payees all but the platform’s part is the fund’s', () => {
  expect(share(1000_00, 2000, NO_PAYEES)).toEqual({
    fan: 0,
    promoter: 0,
    county: 0,
    city: 0,
    province: 0,
    platform: 18_00,
    fund: 182_00,
  });
});

test('crumbs of the floored parts stay in the fund', () => {
  // A rebate of 99 fen: 5 % is 4.95, 3 % 2.97, 2 % 1.98, 1 % 0.99, 9 % 8.91.
  expect(share(990, 1000, { ...ALL, fan: null })).toEqual({
    fan: 0,
    promoter: 4,
    county: 2,
    city: 1,
    province: 0,
    platform: 8,
    fund: 84,
  });
});

test('a fan reward of 1 % of the bill is cut to a third of a small rebate', () => {
  expect(share(100_00, 400, ALL).fan).toBe(1_00);
  expect(share(100_00, 300, ALL).fan).toBe(1_00);
  // 3 % of 99.99 is 2.99: a third is 99 fen, below 1 % of the bill.
  expect(share(99_99, 300, ALL).fan).toBe(99);
  const tight = shareRebate({
    amountFen: fen(100_00),
    rebateFen: fen(2_00),
    payees: ALL,
    rates,
  });
  expect(tight.fan).toBe(66);
});

test('the parts are the rebate, and none is negative, at every table and for all payees', () => {
  fc.assert(
    fc.property(amount, rebateBps, payees, anyRates, (bill, bps, who, table) => {
      const rebateFen = shareOf(fen(bill), basisPoints(bps));
      const shares = shareRebate({ amountFen: fen(bill), rebateFen, payees: who, rates: table });
      const parts = Object.values(shares).map(Number);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(rebateFen);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});

test('a fan never takes more than 1 % of the bill nor a third of the rebate', () => {
  fc.assert(
    fc.property(amount, rebateBps, payees, (bill, bps, who) => {
      const { fan } = share(bill, bps, who);
      const rebate = BigInt(shareOf(fen(bill), basisPoints(bps)));
      const [hundredth, third] = [BigInt(bill) / 100n, rebate / 3n];
      const most = hundredth < third ? hundredth : third;
      expect(BigInt(fan)).toBe(who.fan === null ? 0n : most);
    }),
  );
});

test('a payee who is missing leaves the share in the fund and changes no other', () => {
  fc.assert(
    fc.property(amount, rebateBps, payees, (bill, bps, who) => {
      const all = share(bill, bps, ALL);
      const some = share(bill, bps, who);
      let missing = 0;
      for (const payee of ['fan', 'promoter', 'county', 'city', 'province'] as const) {
        expect(some[payee]).toBe(who[payee] === null ? 0 : all[payee]);
        if (who[payee] === null) missing += all[payee];
      }
      expect(some.platform).toBe(all.platform);
      expect(some.fund).toBe(all.fund + missing);
    }),
  );
});

test('the payees’ basis points are all but the fan’s', () => {
  expect(payeeBps(rates)).toBe(500 + 300 + 200 + 100 + 900);
});
