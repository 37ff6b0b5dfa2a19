// The journal entries of a payment: money and coupons from `at`, points and waterfall from maturity.
import { journalEntry, moveCoupons, moveFen, movePoints } from '../journal/entry';
import type { JournalEntry, Move } from '../journal/entry';
import * as names from '../journal/names';
import type { Fen } from '../money/amounts';
import { DAY } from '../time';
import type { Order } from './order';
import { standingAfter } from './standing';
import type { Payees, Shares } from './waterfall';

/** When an earning takes effect: not before its own entry, nor before completion plus maturity. */
export function maturityOf({
  at,
  completedAt,
  maturityDays,
}: {
  at: number;
  completedAt: number;
  maturityDays: number;
}): number {
  return Math.max(at, completedAt + maturityDays * DAY);
}

/** Whether payment itself completes the earning: rebate in hand, nothing to deliver or look at. */
export function earnsAtPayment(
  order: Pick<Order, 'channel' | 'rebateCollection' | 'needsReview'>,
): boolean {
  return order.channel === 'counter' && order.rebateCollection === 'own' && !order.needsReview;
}

/** `<orderId>:paid`. Without completion the rebate is only set aside and earns nothing yet. */
export function paidEntry(order: Order, at: number): JournalEntry {
  const earns = earnsAtPayment(order);
  return journalEntry({
    id: `${order.id}:paid`,
    kind: 'paid',
    at,
    effectiveAt: earns ? maturityOf({ at, completedAt: at, maturityDays: order.maturityDays }) : at,
    ...place(order),
    billFen: order.bill.amountFen,
    moves: [
      ...cashMoves(order, order.bill.cashFen),
      ...couponMoves(order),
      ...rebateMoves(order, order.bill.rebateFen),
    ],
    matures: earns ? earningMoves(order) : [],
  });
}

/**
 * `<orderId>:shared`: the rebate of an alliance shop has arrived, and with it the earning. What was
 * refunded before earns nothing.
 */
export function sharedEntry(
  order: Order,
  { at, completedAt }: { at: number; completedAt: number },
): JournalEntry {
  return journalEntry({
    id: `${order.id}:shared`,
    kind: 'shared',
    at,
    effectiveAt: maturityOf({ at, completedAt, maturityDays: order.maturityDays }),
    ...place(order),
    moves: moveFen(
      { from: names.CASH_PAYERS, to: names.receivableRebate(order.merchant.id) },
      standingAfter(order, order.refundedFen).rebateFen,
    ),
    matures: earningMoves(order),
  });
}

function place(order: Order): Pick<JournalEntry, 'siteId' | 'merchantId' | 'payer' | 'orderId'> {
  const { id: merchantId, siteId } = order.merchant;
  return { siteId, merchantId, payer: order.payer, orderId: order.id };
}

/**
 * Cash between payers and a shop, as far as it passes the platform: that of an `own` shop comes in
 * and is owed to the shop; the others get theirs directly, since the platform holds no shop's money.
 */
export function cashMoves(
  { rebateCollection, merchant }: Pick<Order, 'rebateCollection' | 'merchant'>,
  cashFen: Fen,
): Move[] {
  if (rebateCollection !== 'own') return [];
  return moveFen({ from: names.CASH_PAYERS, to: names.payableMerchant(merchant.id) }, cashFen);
}

/** Spent coupons vanish, and the fund behind them pays the shop. */
function couponMoves(order: Order): Move[] {
  return [
    ...order.held.flatMap(({ lot, amountFen }) =>
      moveCoupons(
        { from: names.couponsOf(order.payer, lot.id), to: names.COUPONS_ISSUED },
        amountFen,
      ),
    ),
    ...moveFen(
      { from: names.DIVIDEND_COMMITTED, to: names.payableMerchant(order.merchant.id) },
      order.bill.couponFen,
    ),
  ];
}

/** A rebate set aside until it earns: due from a shop that shares it later, else in hand. */
export function rebateMoves(
  { rebateCollection, merchant }: Pick<Order, 'rebateCollection' | 'merchant'>,
  rebateFen: Fen,
): Move[] {
  const from =
    rebateCollection === 'profit-sharing'
      ? names.receivableRebate(merchant.id)
      : names.payableMerchant(merchant.id);
  return moveFen({ from, to: names.FUND_PENDING }, rebateFen);
}

function earningMoves(order: Order): Move[] {
  const { payer, merchant, payees } = order;
  const { shares, payerPoints, merchantPoints } = standingAfter(order, order.refundedFen);
  const from = names.POINTS_ISSUED;
  return [
    ...shareMoves(shares, payees),
    ...movePoints({ from, to: names.pointsOf(payer) }, payerPoints),
    ...movePoints({ from, to: names.pointsOf(merchant.id) }, merchantPoints),
  ];
}

/** A rebate on its way from pending to those whom the waterfall names. */
export function shareMoves(shares: Shares, payees: Payees): Move[] {
  const from = names.FUND_PENDING;
  const centre = (adcode: string | null): string => names.payableCentre(adcode ?? '');
  return [
    ...moveFen({ from, to: names.DIVIDEND_FREE }, shares.fund),
    ...moveFen({ from, to: names.FAN_FREE }, shares.fan),
    ...moveFen({ from, to: names.payablePromoter(payees.promoter ?? '') }, shares.promoter),
    ...moveFen({ from, to: centre(payees.county) }, shares.county),
    ...moveFen({ from, to: centre(payees.city) }, shares.city),
    ...moveFen({ from, to: centre(payees.province) }, shares.province),
    ...moveFen({ from, to: names.INCOME_PLATFORM }, shares.platform),
  ];
}
