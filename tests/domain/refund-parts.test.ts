// Refunds in parts: whatever the parts, what stands is what the smaller bill would have caused.
import fc from 'fast-check';
import {
  newMerchantAccount,
  type Account,
  type MerchantAccount,
} from '../../src/domain/accounts/account';
import { mergeMatured } from '../../src/domain/accounts/settle';
import { balancesAt } from '../../src/domain/journal/balances';
import type { JournalEntry } from '../../src/domain/journal/entry';
import { basisPoints, centipoints, fen, ppb, shareOf } from '../../src/domain/money/amounts';
import { holdCoupons } from '../../src/domain/orders/hold';
import type { Order } from '../../src/domain/orders/order';
import type { OrderState } from '../../src/domain/orders/states';
import { postPayment } from '../../src/domain/orders/post-payment';
import { refundOrder } from '../../src/domain/orders/refund';
import { NO_PAYEES, shareRebate, type Payees } from '../../src/domain/orders/waterfall';
import { DAY } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import { account, bestOf, billAt, lot, NOW, order } from './builders';

const EVER = Number.MAX_SAFE_INTEGER;
const rules = policies.demo;
const ALL: Payees = { fan: 'm-9', promoter: 'p-1', county: '330106', city: '3301', province: '33' };

interface Paid {
  readonly order: Order;
  readonly payer: Account;
  readonly merchant: MerchantAccount;
  /** Of the shop that brought the payer. */
  readonly fan: MerchantAccount | undefined;
  readonly entries: readonly JournalEntry[];
}

interface Bill {
  readonly amountFen: number;
  readonly rebateBps: number;
  readonly wallet: readonly number[];
  readonly payees: Payees;
  readonly staff?: readonly string[];
  readonly ownership?: 'alliance' | 'self-operated';
}

const WALLET_FACE = 5000;

/** A wallet of lots that end one after the other, with what is in each. */
function walletOf(balances: readonly number[]): Account {
  return account({
    lots: balances.map((balance, index) =>
      lot(`lot-${index}`, balance, {
        faceFen: fen(WALLET_FACE),
        expiresAt: NOW + (index + 30) * DAY,
      }),
    ),
  });
}

/** Holds the best coupons, pays, and waits for maturity where `isMature`. */
function pay({ wallet, ...bill }: Bill, isMature: boolean): Paid {
  const owner = walletOf(wallet);
  const holding = holdCoupons(owner, bestOf(owner.lots, billAt(bill.amountFen)));
  const couponFen = fen(holding.held.reduce((sum, { amountFen }) => sum + amountFen, 0));
  const placed = order({ ...bill, couponFen, held: holding.held });
  const posted = postPayment({ order: placed, account: holding.account, at: NOW });
  const shop = newMerchantAccount(placed.merchant.id);
  const { fan } = placed.payees;
  return {
    order: posted.order,
    payer: isMature ? mergeMatured(posted.account, EVER) : posted.account,
    merchant: isMature
      ? { ...shop, points: placed.bill.merchantPoints, reading: { time: EVER, id: '' } }
      : shop,
    fan: fan === null ? undefined : newMerchantAccount(fan),
    entries: [posted.entry],
  };
}

function refund(so: Paid, amountFen: number, at: number): Paid {
  const done = refundOrder({
    order: so.order,
    payer: so.payer,
    merchant: so.merchant,
    fan: so.fan,
    amountFen: fen(amountFen),
    request: { id: String(so.entries.length), by: 'merchant', reason: '退货' },
    at,
    rules,
  });
  if (!done.ok) throw new Error(done.error.code);
  return { ...done.value, entries: [...so.entries, done.value.entry] };
}

function sumOf(entries: readonly JournalEntry[], prefix: string): number {
  const named = [...balancesAt(entries, EVER)].filter(([name]) => name.startsWith(prefix));
  return named.reduce((sum, [, balance]) => sum + Number(balance), 0);
}

const bill: fc.Arbitrary<Bill> = fc.record({
  amountFen: fc.oneof(fc.integer({ min: 3, max: 400 }), fc.integer({ min: 3, max: 10_000_000 })),
  rebateBps: fc.integer({ min: 300, max: 2000 }),
  wallet: fc.array(fc.nat(300), { maxLength: 3 }),
  payees: fc.constantFrom(NO_PAYEES, ALL, { ...ALL, fan: null }),
});
/** Two cuts give three parts, some of them empty. */
const cuts = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

function partsOf(amountFen: number, [one, other]: readonly [number, number]): number[] {
  const [low, high] = [Math.min(one, other), Math.max(one, other)].map((x) =>
    Math.floor(x * amountFen),
  );
  const parts = [low ?? 0, (high ?? 0) - (low ?? 0), amountFen - (high ?? 0)];
  return parts.filter((part) => part > 0);
}

const whenRefunded = [
  { when: 'before maturity', at: NOW + DAY, isMature: false },
  { when: 'at the instant of maturity', at: NOW + 7 * DAY, isMature: true },
];

describe.each(whenRefunded)('$when', ({ at, isMature }) => {
  test('points stand as of the smaller bill, and shares to the fen or one off, in all its rebate', () => {
    fc.assert(
      fc.property(bill, cuts, (wishes, cut) => {
        const [part = 1] = partsOf(wishes.amountFen, cut);
        const { entries, order: after } = refund(pay(wishes, isMature), part, at);
        const amountFen = fen(wishes.amountFen - part);
        const rebateFen = shareOf(amountFen, basisPoints(wishes.rebateBps));
        const { payees } = wishes;
        const shares = shareRebate({ amountFen, rebateFen, payees, rates: rules.waterfall });
        const { fund, ...stands } = {
          fan: sumOf(entries, 'fund/fan/free'),
          promoter: sumOf(entries, 'payable/promoter/'),
          county: sumOf(entries, 'payable/centre/330106'),
          city: sumOf(entries, 'payable/centre/3301') - sumOf(entries, 'payable/centre/330106'),
          province: sumOf(entries, 'payable/centre/33') - sumOf(entries, 'payable/centre/3301'),
          platform: sumOf(entries, 'income/platform'),
          fund: sumOf(entries, 'fund/dividend/free') + sumOf(entries, 'owed/'),
        };
        const paid = Object.values(stands).reduce((sum, fenOf) => sum + fenOf, 0);
        expect(paid + fund).toBe(rebateFen);
        expect(fund).toBeGreaterThanOrEqual(0);
        for (const payee of [
          'fan',
          'promoter',
          'county',
          'city',
          'province',
          'platform',
        ] as const) {
          expect(Math.abs(stands[payee] - shares[payee])).toBeLessThanOrEqual(1);
        }
        expect(sumOf(entries, 'fund/pending')).toBe(0);
        expect(sumOf(entries, 'points/u-lin')).toBe(rebateFen);
        expect(sumOf(entries, 'points/m-noodles')).toBe(rebateFen);
        expect(after.refundedFen).toBe(part);
      }),
      { numRuns: 200 },
    );
  });

  test('cash and coupons go back in proportion, and in the end to the fen', () => {
    fc.assert(
      fc.property(bill, cuts, (wishes, cut) => {
        let so = pay(wishes, isMature);
        const { couponFen } = so.order.bill;
        for (const part of partsOf(wishes.amountFen, cut)) {
          so = refund(so, part, at);
          const left = BigInt(wishes.amountFen - so.order.refundedFen);
          const kept = (BigInt(couponFen) * left) / BigInt(wishes.amountFen);
          expect(BigInt(-sumOf(so.entries, 'fund/dividend/committed'))).toBe(kept);
          expect(BigInt(-sumOf(so.entries, 'cash/payers'))).toBe(left - kept);
        }
        expect(so.order.state).toBe('refunded');
        expect(so.payer).toMatchObject({ points: 0, maturing: [], offsetFen: 0, heldFen: 0 });
        expect(so.payer.lots).toEqual(walletOf(wishes.wallet).lots);
        expect(sumOf(so.entries, 'coupons/u-lin/')).toBe(0);
        const owed = sumOf(so.entries, 'owed/');
        const left = [...balancesAt(so.entries, EVER)].filter(
          ([name, value]) => value !== 0n && !name.startsWith('owed/'),
        );
        expect(left).toEqual(owed === 0 ? [] : [['fund/dividend/free', BigInt(-owed)]]);
      }),
      { numRuns: 200 },
    );
  });
});

test('coupons go back to the lot that ends last, and the next refund goes on from there', () => {
  const wishes = { amountFen: 1000, rebateBps: 1000, payees: NO_PAYEES, wallet: [100, 100, 100] };
  let so = pay(wishes, false);
  const balances = (): number[] => so.payer.lots.map(({ balanceFen }) => balanceFen);
  expect(balances()).toEqual([0, 0, 0]);
  so = refund(so, 500, NOW);
  expect(balances()).toEqual([0, 50, 100]);
  so = refund(so, 400, NOW);
  expect(balances()).toEqual([70, 100, 100]);
  so = refund(so, 100, NOW);
  expect(balances()).toEqual([100, 100, 100]);
});

test.each([
  { staff: ['u-lin'], ownership: 'alliance' as const, points: [0, 0] },
  { staff: [], ownership: 'self-operated' as const, points: [10_00, 0] },
])('a bill that gave $points gives no other points back', ({ points, ...merchant }) => {
  const wishes = { amountFen: 100_00, rebateBps: 1000, payees: NO_PAYEES, wallet: [] };
  const paid = pay({ ...wishes, ...merchant }, true);
  const { entries, payer, merchant: shop } = refund(paid, 40_00, NOW + 8 * DAY);
  const left = points.map((each) => each * 0.6);
  expect([payer.points, shop.points]).toEqual(left);
  expect([sumOf(entries, 'points/u-lin'), sumOf(entries, 'points/m-noodles')]).toEqual(left);
});

test('one instant before maturity the fund owes nothing, at it the fund owes its part', () => {
  const wishes = { amountFen: 100_00, rebateBps: 1000, payees: NO_PAYEES, wallet: [] };
  const owed = (at: number): number =>
    sumOf(refund(pay(wishes, true), 100_00, at).entries, 'owed/');
  expect([owed(NOW + 7 * DAY - 1), owed(NOW + 7 * DAY)]).toEqual([0, -9_10]);
});

test('a crumb that a smaller bill leaves to the fund goes there, not to the shop', () => {
  // 3.5 % of 100 and of 99 fen are 3 fen, but 1 % of them is 1 fen and then none for the fan.
  const wishes = { amountFen: 100, rebateBps: 350, payees: ALL, wallet: [] };
  const before = pay(wishes, true);
  expect([sumOf(before.entries, 'fund/fan'), sumOf(before.entries, 'fund/dividend')]).toEqual([
    1, 2,
  ]);
  const { entries } = refund(before, 1, NOW + 8 * DAY);
  expect([sumOf(entries, 'fund/fan'), sumOf(entries, 'fund/dividend/free')]).toEqual([0, 3]);
  expect(sumOf(entries, 'payable/merchant/')).toBe(99 - 3);
});

test('a shop never pays for coupons that cost more than its rebate: the debt ends at 0', () => {
  const wishes = { amountFen: 100_00, rebateBps: 1000, payees: NO_PAYEES, wallet: [] };
  const paid = pay(wishes, true);
  const whole = {
    ...{ cut: NOW + 7 * DAY, declaredAt: NOW, expiresAt: NOW, isCapped: false },
    ...{ offsetFen: fen(0), advanceFen: fen(0) },
    ...{ rate: ppb(1_000_000_000), tableRate: ppb(1_000_000_000) },
    ...{ eligible: centipoints(10_00), amountFen: fen(10_00) },
  };
  const history = [1, 2].map((period) => ({ period, ...whole }));
  const payer = { ...paid.payer, history, receivedFen: fen(20_00) };
  const done = refund({ ...paid, payer }, 100_00, NOW + 8 * DAY);
  expect(done.payer.offsetFen).toBe(20_00);
  expect(sumOf(done.entries, 'owed/')).toBe(0);
  expect(sumOf(done.entries, 'payable/merchant/')).toBe(-9_10);
});

test.each<[OrderState, boolean]>([
  ['placed', false],
  ['paid', false],
  ['completed', true],
  ['partly-refunded', true],
  ['refunding', false],
  ['refunded', false],
  ['closed', false],
  ['disputed', false],
])('an order that is %s: refundable is %s', (state, isRefundable) => {
  const earning = { effectiveAt: NOW, points: centipoints(10_00), orderId: order().id };
  const done = refundOrder({
    order: order({ state, paidAt: NOW, effectiveAt: NOW }),
    payer: account({ maturing: [earning] }),
    merchant: newMerchantAccount('m-noodles'),
    amountFen: fen(100),
    request: { id: 'x', by: 'merchant', reason: '退货' },
    at: NOW,
    rules,
  });
  expect(done.ok ? 'ok' : done.error.code).toBe(isRefundable ? 'ok' : 'order-not-refundable');
});

test('after a year WeChat Pay gives nothing back, so nothing is refunded', () => {
  const paid = order({ state: 'completed', paidAt: NOW, effectiveAt: NOW });
  const waiting = { effectiveAt: NOW, points: centipoints(10_00), orderId: paid.id };
  const refundAfter = (days: number): string => {
    const done = refundOrder({
      order: paid,
      payer: account({ maturing: [waiting] }),
      merchant: newMerchantAccount('m-noodles'),
      amountFen: fen(100),
      request: { id: 'x', by: 'merchant', reason: '退货' },
      at: NOW + days * DAY,
      rules,
    });
    return done.ok ? 'ok' : done.error.code;
  };
  expect([refundAfter(360), refundAfter(361)]).toEqual(['ok', 'order-not-refundable']);
});
