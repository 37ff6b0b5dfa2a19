// Lots, bills, orders and accounts with plain defaults; a test names what matters to it.
import { newAccount, type Account } from '../../src/domain/accounts/account';
import { bestUse, checkUse, type CheckedUse } from '../../src/domain/coupons/best-use';
import type { BalanceLot, Benefit, Lot, OfferLot } from '../../src/domain/coupons/lot';
import type { BillContext } from '../../src/domain/coupons/usable';
import { basisPoints, fen, type Fen } from '../../src/domain/money/amounts';
import { billOf } from '../../src/domain/orders/bill';
import type { Order } from '../../src/domain/orders/order';
import { NO_PAYEES, shareRebate } from '../../src/domain/orders/waterfall';
import { DAY, MINUTE } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';

/** 1 November 2026, 10:00 in China. */
export const NOW = Date.UTC(2026, 10, 1, 2);
const LIN = 'u-lin';

export function lot(id: string, balanceFen: number, changes: Partial<BalanceLot> = {}): BalanceLot {
  return {
    id,
    kind: 'balance',
    source: 'dividend',
    fundedBy: 'dividend',
    scope: { kind: 'alliance' },
    channels: ['counter', 'mall'],
    minSpendFen: fen(0),
    maxShareBps: basisPoints(10_000),
    faceFen: fen(balanceFen),
    balanceFen: fen(balanceFen),
    startsAt: NOW - DAY,
    expiresAt: NOW + 30 * DAY,
    ...changes,
  };
}

/** An offer of the alliance; its face is the most that it can cost. */
export function offer(
  id: string,
  benefit: Benefit,
  changes: Partial<Omit<OfferLot, 'benefit'>> = {},
): OfferLot {
  const faceFen = benefit.kind === 'money-off' ? benefit.offFen : benefit.ceilingFen;
  return {
    ...lot(id, faceFen),
    ...{ source: 'campaign', fundedBy: 'activity', campaignId: 'c-summer' },
    ...{ kind: 'offer', benefit },
    ...changes,
  };
}

export function billAt(amountFen: number, changes: Partial<BillContext> = {}): BillContext {
  return {
    amountFen: fen(amountFen),
    deliveryFen: fen(0),
    merchantId: 'm-noodles',
    category: 'restaurant',
    siteId: 'hangzhou',
    channel: 'counter',
    at: NOW,
    ...changes,
  };
}

export function account(changes: Partial<Account> = {}): Account {
  return { ...newAccount({ id: LIN, period: 0 }), ...changes };
}

/** The best use of a wallet on a bill, checked as an order's would be. */
export function bestOf(lots: readonly Lot[], bill: BillContext): CheckedUse {
  const rules = policies.demo.stacking;
  const checked = checkUse(lots, { uses: bestUse(lots, { bill, rules }), bill, rules });
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value;
}

interface OrderWishes extends Partial<Omit<Order, 'bill' | 'shares'>> {
  readonly amountFen?: number;
  readonly discountFen?: Fen;
  readonly couponFen?: Fen;
  readonly rebateBps?: number;
  readonly staff?: readonly string[];
  readonly ownership?: 'alliance' | 'self-operated';
}

/** A counter order of 100.00 at 10 %, placed and unpaid. */
export function order(wishes: OrderWishes = {}): Order {
  const { couponFen = fen(0), discountFen = fen(0), ...more } = wishes;
  const { staff = [], ownership = 'alliance', ...changes } = more;
  const { amountFen: amount = 100_00, rebateBps = 1000, ...fields } = changes;
  const { payer = LIN, payees = NO_PAYEES } = fields;
  const rate = basisPoints(rebateBps);
  const merchant = { ownership, staff };
  const parts = { totalFen: fen(amount), discountFen, couponFen };
  const bill = billOf({ merchant, payer, ...parts, rebateBps: rate });
  const { amountFen } = bill;
  const rates = policies.demo.waterfall;
  return {
    id: '0123456789abcdef0123456789abcdef',
    requestHash: 'hash',
    payer,
    openid: 'o-lin',
    state: 'placed',
    channel: 'counter',
    merchant: { id: 'm-noodles', code: 'noodles1', name: '面馆', picture: '', siteId: 'hangzhou' },
    subMchId: '1900000001',
    rebateCollection: 'own',
    bill,
    held: [],
    payees,
    shares: shareRebate({ amountFen, rebateFen: bill.rebateFen, payees, rates }),
    maturityDays: 7,
    needsReview: false,
    policyVersion: policies.demo.version,
    placedAt: NOW,
    payBefore: NOW + 15 * MINUTE,
    refundedFen: fen(0),
    ...fields,
  };
}
