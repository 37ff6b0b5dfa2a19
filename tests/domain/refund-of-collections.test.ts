// Refunds at shops that are paid on their own number: the platform never holds their cash.
import { newMerchantAccount } from '../../src/domain/accounts/account';
import { balancesAt } from '../../src/domain/journal/balances';
import type { RebateCollection } from '../../src/domain/merchants/merchant';
import { centipoints, fen } from '../../src/domain/money/amounts';
import { paidEntry, sharedEntry } from '../../src/domain/orders/paid-entry';
import { refundOrder } from '../../src/domain/orders/refund';
import { DAY } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import { account, NOW, order } from './builders';

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
    order: paid,
    payer: account({ maturing: [earning] }),
    merchant: newMerchantAccount(paid.merchant.id),
    amountFen: fen(100_00),
    requestHash: 'refund-1',
    at: NOW + 2 * DAY,
    rules: policies.demo,
  });
  if (!refund.ok) throw new Error(refund.error.code);
  expect(refund.value.cashFen).toBe(100_00);
  const balances = balancesAt([...entries, refund.value.entry], Number.MAX_SAFE_INTEGER);
  const left = [...balances].filter(([, value]) => value !== 0n);
  return Object.fromEntries(left.map(([name, value]) => [name, Number(value)]));
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
