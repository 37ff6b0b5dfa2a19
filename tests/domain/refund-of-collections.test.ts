// Refunds at shops that are paid on their own number: the platform never holds their cash.
import { newMerchantAccount } from '../../src/domain/accounts/account';
import { balancesAt } from '../../src/domain/journal/balances';
import type { JournalEntry } from '../../src/domain/journal/entry';
import type { RebateCollection } from '../../src/domain/merchants/merchant';
import { centipoints, fen } from '../../src/domain/money/amounts';
import type { Order } from '../../src/domain/orders/order';
import { paidEntry, sharedEntry } from '../../src/domain/orders/paid-entry';
import { refundOrder } from '../../src/domain/orders/refund';
import { DAY } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import { account, NOW, order } from './builders';

const parties = (paid: Order) => ({
  order: paid,
  payer: account(),
  merchant: newMerchantAccount(paid.merchant.id),
  request: { id: 'refund-1', by: 'merchant' as const, reason: '退货' },
  rules: policies.demo,
});

const left = (entries: readonly JournalEntry[]): object => {
  const balances = [...balancesAt(entries, Number.MAX_SAFE_INTEGER)];
  const open = balances.filter(([, value]) => value !== 0n);
  return Object.fromEntries(open.map(([name, value]) => [name, Number(value)]));
};

/** Pays, shares and refunds in full; what every account is left with, without those at 0. */
function leftAfterRefund(rebateCollection: RebateCollection): object {
  const effectiveAt = NOW + 7 * DAY;
  const paid = order({ rebateCollection, state: 'completed', paidAt: NOW, effectiveAt });
  const earning = { effectiveAt, points: centipoints(10_00), orderId: paid.id };
  const entries = [paidEntry(paid, NOW)];
  if (rebateCollection === 'profit-sharing') {
    entries.push(sharedEntry(paid, { at: NOW + DAY, completedAt: NOW }));
  }
  const refund = refundOrder({
    ...parties(paid),
    payer: account({ maturing: [earning] }),
    amountFen: fen(100_00),
    at: NOW + 2 * DAY,
  });
  if (!refund.ok) throw new Error(refund.error.code);
  expect(refund.value.cashFen).toBe(100_00);
  return left([...entries, refund.value.entry]);
}

test('a shop whose cash the platform collects: nothing is left', () => {
  expect(leftAfterRefund('own')).toEqual({});
});

test('a shop by profit sharing: the rebate that it shared is owed back to it, no cash moved', () => {
  expect(leftAfterRefund('profit-sharing')).toEqual({
    'cash/payers': -10_00,
    'payable/merchant/m-noodles': 10_00,
  });
});

const unearned = (rebateCollection: RebateCollection, needsReview: boolean): Order =>
  order({ rebateCollection, needsReview, state: 'completed', paidAt: NOW });

test.each([
  ['whose rebate has not arrived', unearned('profit-sharing', false)],
  ['that waits for an operator’s look', unearned('own', true)],
  ['whose rebate is netted later', unearned('netting', false)],
])('an order %s is refunded, and nothing is left', (_, paid) => {
  const refund = refundOrder({ ...parties(paid), amountFen: fen(100_00), at: NOW + DAY });
  if (!refund.ok) throw new Error(refund.error.code);
  expect(left([paidEntry(paid, NOW), refund.value.entry])).toEqual({});
  expect(refund.value.payer).toEqual(parties(paid).payer);
});

test('what was refunded before the rebate arrived earns nothing when it does', () => {
  const paid = unearned('profit-sharing', false);
  const refund = refundOrder({ ...parties(paid), amountFen: fen(60_00), at: NOW + DAY });
  if (!refund.ok) throw new Error(refund.error.code);
  const shared = sharedEntry(refund.value.order, { at: NOW + 2 * DAY, completedAt: NOW });
  const platform = paid.shares.platform - Math.ceil((paid.shares.platform * 60) / 100);
  expect(left([paidEntry(paid, NOW), refund.value.entry, shared])).toEqual({
    'cash/payers': -4_00,
    'income/platform': platform,
    'fund/dividend/free': 4_00 - platform,
    'points/issued': -8_00,
    'points/u-lin': 4_00,
    'points/m-noodles': 4_00,
  });
});
