// The journal entries of a payment: money and coupons from `at`, points and waterfall from maturity.
import { coverBehind } from '../coupons/cover';
import { isInWallet, takenFrom, type Lot } from '../coupons/lot';
import { journalEntry, moveCoupons, moveFen, movePoints } from '../journal/entry';
import type { JournalEntry, Move } from '../journal/entry';
import * as names from '../journal/names';
import { add, NO_FEN, type Fen } from '../money/amounts';
import { DAY } from '../time';
import type { HeldCoupon, Order } from './order';
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

/**
 * `<orderId>:paid`. Without completion the rebate is only set aside and earns nothing yet. `given`
 * are the coupons that the bill gives back.
 */
export function paidEntry(order: Order, at: number, given?: Lot): JournalEntry {
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
      ...(given === undefined ? [] : givenMoves(order, given)),
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

function place({
  id: orderId,
  merchant: { id: merchantId, siteId },
  payer,
  payees: { fan },
}: Order): Pick<JournalEntry, 'siteId' | 'merchantId' | 'shops' | 'fan' | 'payer' | 'orderId'> {
  const where = { siteId, merchantId, payer, orderId };
  if (fan === null) return { ...where, shops: [merchantId] };
  return { ...where, shops: fan === merchantId ? [fan] : [merchantId, fan], fan };
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

/** Spent coupons vanish, and the funds behind them pay the shop. */
function couponMoves({ payer, merchant, held }: Order): Move[] {
  const spent = held
    .filter(({ lot }) => isInWallet(lot))
    .flatMap(({ lot, amountFen }) =>
      moveCoupons(
        { from: names.couponsOf(payer, lot), to: names.issuedOf(lot) },
        takenFrom(lot, amountFen),
      ),
    );
  return [...spent, ...paidByFunds(held, names.payableMerchant(merchant.id))];
}

/** What each fund pays a shop for parts of its lots; one move a fund. */
export function paidByFunds(parts: readonly HeldCoupon[], shop: string): Move[] {
  const byFund = new Map<string, Fen>();
  for (const { lot, amountFen } of parts) {
    const fund = coverBehind(lot)?.committed;
    if (fund !== undefined) byFund.set(fund, add(byFund.get(fund) ?? NO_FEN, amountFen));
  }
  return [...byFund].flatMap(([from, amountFen]) => moveFen({ from, to: shop }, amountFen));
}

function givenMoves({ payer }: Order, lot: Lot): Move[] {
  const ends = { from: names.issuedOf(lot), to: names.couponsOf(payer, lot) };
  return moveCoupons(ends, lot.balanceFen);
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
