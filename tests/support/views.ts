// What the cloud answers about lots, bills and orders; name what is different.
import type { Bill, LotView, OrderView, RefundView } from '../../src/contracts/values';

/** A coupon of the dividend fund, for all shops: 10.00 of 50.00 are left. */
export function aLotView(different: Partial<LotView> = {}): LotView {
  return {
    id: 'dividend-2027-11',
    source: 'dividend',
    fundedBy: 'dividend',
    scope: { kind: 'alliance' },
    channels: ['counter', 'mall'],
    minSpendFen: 0,
    maxShareBps: 10_000,
    faceFen: 5000,
    balanceFen: 1000,
    startsAt: 0,
    expiresAt: Date.parse('2027-12-01T00:00:00+08:00'),
    ...different,
  };
}

/** 100.00 at 20 %, all of it in cash. */
export function aBill(different: Partial<Bill> = {}): Bill {
  return {
    totalFen: 10_000,
    discountFen: 0,
    amountFen: 10_000,
    couponFen: 0,
    cashFen: 10_000,
    rebateBps: 2000,
    rebateFen: 2000,
    payerPoints: 2000,
    merchantPoints: 2000,
    ...different,
  };
}

/** A paid bill of 青禾鲜果. */
export function anOrderView(different: Partial<OrderView> = {}): OrderView {
  return {
    id: '0'.repeat(32),
    state: 'completed',
    channel: 'counter',
    merchant: { id: 'm-1', code: 'fruit001', name: '青禾鲜果', picture: '/a.svg', siteId: 'hz' },
    bill: aBill(),
    uses: [],
    spendBackFen: 0,
    placedAt: 0,
    payBefore: 900_000,
    needsReview: false,
    refundedFen: 0,
    refunds: [],
    ...different,
  };
}

/** 40.00 of it back: 32.00 in cash, and 8.00 that are in the wallet again. */
export function aRefundView(different: Partial<RefundView> = {}): RefundView {
  return {
    ...{ id: 'r-1', amountFen: 4000, cashFen: 3200, couponFen: 800 },
    ...{ returnedFen: 800, offsetFen: 0, at: 0 },
    ...{ by: 'merchant', reason: '少给了', cash: 'returned' },
    ...different,
  };
}
