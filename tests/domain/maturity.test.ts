// When a payment's points and rebate take effect, and which moves count from when.
import fc from 'fast-check';
import { mergeMatured } from '../../src/domain/accounts/settle';
import { balancesAt } from '../../src/domain/journal/balances';
import type { RebateCollection } from '../../src/domain/merchants/merchant';
import { centipoints, fen } from '../../src/domain/money/amounts';
import {
  earnsAtPayment,
  maturityOf,
  paidEntry,
  sharedEntry,
} from '../../src/domain/orders/paid-entry';
import { postPayment } from '../../src/domain/orders/post-payment';
import { DAY } from '../../src/domain/time';
import { account, lot, NOW, order } from './builders';

const EVER = Number.MAX_SAFE_INTEGER;
const waiting = (effectiveAt: number, points: number, orderId = 'x') => ({
  effectiveAt,
  points: centipoints(points),
  orderId,
});

/** Balances at an instant, without those that are 0. */
function balances(entries: Parameters<typeof balancesAt>[0], instant: number): object {
  const found = [...balancesAt(entries, instant)].filter(([, value]) => value !== 0n);
  return Object.fromEntries(found.map(([name, value]) => [name, Number(value)]));
}

describe('an earning takes effect', () => {
  test.each([
    ['7 days after completion', NOW, NOW, 7, NOW + 7 * DAY],
    ['at once where the maturity is 0', NOW, NOW, 0, NOW],
    ['7 days after completion, though its rebate came later', NOW + DAY, NOW, 7, NOW + 7 * DAY],
    ['with its rebate, when that came after 8 days', NOW + 8 * DAY, NOW, 7, NOW + 8 * DAY],
  ])('%s', (_when, at, completedAt, maturityDays, effectiveAt) => {
    expect(maturityOf({ at, completedAt, maturityDays })).toBe(effectiveAt);
  });

  test('never before its own entry', () => {
    fc.assert(
      fc.property(fc.nat(10 * DAY), fc.nat(10 * DAY), fc.nat(8), (at, done, maturityDays) => {
        const effectiveAt = maturityOf({ at, completedAt: done, maturityDays });
        expect(effectiveAt).toBeGreaterThanOrEqual(at);
        expect([at, done + maturityDays * DAY]).toContain(effectiveAt);
      }),
    );
  });
});

test.each<[boolean, Partial<Parameters<typeof earnsAtPayment>[0]>]>([
  [true, {}],
  [false, { channel: 'mall' }],
  [false, { rebateCollection: 'profit-sharing' }],
  [false, { rebateCollection: 'netting' }],
  [false, { needsReview: true }],
])('it is %s that a payment earns by itself with %j', (earns, changes) => {
  expect(earnsAtPayment({ ...order(), ...changes })).toBe(earns);
});

describe('the paid entry', () => {
  test('moves cash and rebate at once, points and shares from maturity', () => {
    const entry = paidEntry(order(), NOW);
    expect(entry).toMatchObject({
      id: '0123456789abcdef0123456789abcdef:paid',
      at: NOW,
      effectiveAt: NOW + 7 * DAY,
      siteId: 'hangzhou',
      merchantId: 'm-noodles',
      payer: 'u-lin',
    });
    expect(balances([entry], NOW + 7 * DAY - 1)).toEqual({
      'cash/payers': -100_00,
      'payable/merchant/m-noodles': 90_00,
      'fund/pending': 10_00,
    });
    expect(balances([entry], NOW + 7 * DAY)).toEqual({
      'cash/payers': -100_00,
      'payable/merchant/m-noodles': 90_00,
      'fund/dividend/free': 9_10,
      'income/platform': 90,
      'points/issued': -20_00,
      'points/u-lin': 10_00,
      'points/m-noodles': 10_00,
    });
  });

  test('shares the rebate among all payees from maturity', () => {
    const payees = { fan: 'm-1', promoter: 'p-1', county: '330106', city: '3301', province: '33' };
    const entry = paidEntry(order({ payees }), NOW);
    const after = balances([entry], NOW + 7 * DAY);
    expect(after).toMatchObject({
      'fund/fan/free': 1_00,
      'payable/promoter/p-1': 50,
      'payable/centre/330106': 30,
      'payable/centre/3301': 20,
      'payable/centre/33': 10,
      'income/platform': 90,
      'fund/dividend/free': 7_00,
    });
    expect(after).not.toHaveProperty(['fund/pending']);
  });

  test('spends coupons, and the fund behind them pays the shop', () => {
    const part = { lot: lot('dividend-2027-11', 50_00), amountFen: fen(40_00) };
    const entry = paidEntry(order({ held: [part], couponFen: fen(40_00) }), NOW);
    expect(balances([entry], NOW)).toEqual({
      'cash/payers': -60_00,
      'coupons/u-lin/dividend-2027-11': -40_00,
      'coupons/issued': 40_00,
      'fund/dividend/committed': -40_00,
      'payable/merchant/m-noodles': 90_00,
      'fund/pending': 10_00,
    });
  });

  test.each<[RebateCollection, object]>([
    ['profit-sharing', { 'receivable/rebate/m-noodles': -10_00, 'fund/pending': 10_00 }],
    ['netting', { 'payable/merchant/m-noodles': -10_00, 'fund/pending': 10_00 }],
  ])('of a shop by %s holds no cash of the shop and gives no points yet', (collection, so) => {
    const entry = paidEntry(order({ rebateCollection: collection }), NOW);
    expect(entry.matures).toEqual([]);
    expect(entry.effectiveAt).toBe(NOW);
    expect(balances([entry], EVER)).toEqual(so);
  });

  test('of a bill that waits for a look gives no points yet', () => {
    const entry = paidEntry(order({ needsReview: true }), NOW);
    expect(balances([entry], EVER)).toMatchObject({ 'fund/pending': 10_00 });
    expect(entry.matures).toEqual([]);
  });
});

test('the shared entry brings the rebate in and carries the whole earning', () => {
  const shared = order({ rebateCollection: 'profit-sharing' });
  const at = NOW + DAY;
  const entries = [paidEntry(shared, NOW), sharedEntry(shared, { at, completedAt: NOW })];
  expect(entries[1]).toMatchObject({
    id: '0123456789abcdef0123456789abcdef:shared',
    at,
    effectiveAt: NOW + 7 * DAY,
  });
  expect(balances(entries, at)).toEqual({ 'cash/payers': -10_00, 'fund/pending': 10_00 });
  expect(balances(entries, EVER)).toEqual({
    'cash/payers': -10_00,
    'fund/dividend/free': 9_10,
    'income/platform': 90,
    'points/issued': -20_00,
    'points/u-lin': 10_00,
    'points/m-noodles': 10_00,
  });
});

describe('posting a payment', () => {
  test('completes a counter order and lets its points wait', () => {
    const owner = account({ heldFen: fen(70), savedFen: fen(5), paidOrders: 2 });
    const part = { lot: lot('a', 50), amountFen: fen(50) };
    const open = order({ held: [part], couponFen: fen(50) });
    const posting = postPayment({ order: open, account: owner, at: NOW });
    expect(posting.order).toMatchObject({
      state: 'completed',
      paidAt: NOW,
      effectiveAt: NOW + 7 * DAY,
    });
    expect(posting.account).toMatchObject({
      points: 0,
      maturing: [{ effectiveAt: NOW + 7 * DAY, points: 10_00, orderId: open.id }],
      heldFen: 20,
      savedFen: 55,
      paidOrders: 3,
      lastPaid: { merchantId: 'm-noodles', amountFen: 100_00, at: NOW },
    });
    expect(posting.entry).toEqual(paidEntry(open, NOW));
  });

  test('of a mall order leaves it paid, without an earning', () => {
    const posting = postPayment({ order: order({ channel: 'mall' }), account: account(), at: NOW });
    expect(posting.order).toMatchObject({ state: 'paid', paidAt: NOW });
    expect(posting.order.effectiveAt).toBeUndefined();
    expect(posting.account.maturing).toEqual([]);
  });

  test('by the owner counts as an order and earns nothing', () => {
    const own = order({ staff: ['u-lin'] });
    const posting = postPayment({ order: own, account: account(), at: NOW });
    expect(posting.account).toMatchObject({ maturing: [], paidOrders: 1 });
    expect(balances([posting.entry], EVER)).not.toHaveProperty('points/u-lin');
  });

  test('twice is not possible: a paid order does not move to paid', () => {
    const { order: paid } = postPayment({ order: order(), account: account(), at: NOW });
    expect(() => postPayment({ order: paid, account: account(), at: NOW })).toThrow('cannot move');
  });
});

test('points merge at the cursor itself, and wait behind it', () => {
  const owner = account({
    points: centipoints(1),
    maturing: [waiting(NOW, 2), waiting(NOW + 1, 4)],
  });
  expect(mergeMatured(owner, NOW - 1)).toBe(owner);
  expect(mergeMatured(owner, NOW)).toMatchObject({ points: 3, maturing: [{ points: 4 }] });
  expect(mergeMatured(owner, NOW + 1)).toMatchObject({ points: 7, maturing: [] });
});
