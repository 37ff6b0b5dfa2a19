// Refunds an order, in full or in part: everything that it caused is reversed by one entry.
// The rule: what the bill would have been without the refunded part is computed anew, and the
// difference goes back. So refunds in parts and at once end alike, and a full one leaves nothing.
import type { Account, MerchantAccount } from '../accounts/account';
import { hasLeftSince } from '../accounts/leave';
import { returnCoupons, type ReturnRules } from '../accounts/return-coupons';
import type { AccountRules } from '../accounts/settle';
import { takeBack, takeBackFromMerchant } from '../accounts/take-back';
import { journalEntry, moveFen, type JournalEntry, type Move } from '../journal/entry';
import * as names from '../journal/names';
import {
  add,
  atLeastZero,
  negate,
  NO_FEN,
  NO_POINTS,
  smaller,
  subtract,
  totalFen,
  type Fen,
} from '../money/amounts';
import { fail, succeed, type Result } from '../result';
import type { HeldCoupon, Order, RefundRequest } from './order';
import { cashMoves, rebateMoves, shareMoves } from './paid-entry';
import { isRefundable, withRefund } from './refunds';
import { standingAfter } from './standing';
import type { Shares } from './waterfall';

export interface Refund {
  readonly order: Order;
  readonly payer: Account;
  readonly merchant: MerchantAccount;
  readonly entry: JournalEntry;
  /** Cash that WeChat Pay has to give back. */
  readonly cashFen: Fen;
  /** Coupons that went back to the payer. */
  readonly couponFen: Fen;
}

export type RefundError =
  | { readonly code: 'order-not-refundable' }
  | { readonly code: 'amount-invalid'; readonly minFen: number; readonly maxFen: number }
  | { readonly code: 'refund-exceeds-order'; readonly refundableFen: Fen };

interface RefundInput {
  readonly order: Order;
  /** Both settled in the same transaction, before. */
  readonly payer: Account;
  readonly merchant: MerchantAccount;
  readonly amountFen: Fen;
  readonly request: RefundRequest;
  readonly at: number;
  readonly rules: AccountRules & ReturnRules;
}

/** Checks and reverses; the caller writes order, accounts and entry in one transaction. */
export function refundOrder(input: RefundInput): Result<Refund, RefundError> {
  const { order, amountFen, at } = input;
  if (!isRefundable(order, at)) return fail({ code: 'order-not-refundable' });
  const refundableFen = subtract(order.bill.amountFen, order.refundedFen);
  if (amountFen < 1) return fail({ code: 'amount-invalid', minFen: 1, maxFen: refundableFen });
  if (amountFen > refundableFen) return fail({ code: 'refund-exceeds-order', refundableFen });
  return succeed(reverse(input));
}

function reverse(input: RefundInput): Refund {
  const { order, rules, request } = input;
  // Clocks differ: a refund never stands before its payment.
  const at = Math.max(input.at, order.paidAt ?? 0);
  const refundedFen = add(order.refundedFen, input.amountFen);
  const before = standingAfter(order, order.refundedFen);
  const after = standingAfter(order, refundedFen);
  const id = `${order.id}:refund:${request.id}`;
  const hasEarned = order.effectiveAt !== undefined;
  const { effectiveAt = at } = order;
  const earning = { orderId: order.id, effectiveAt };
  const hasLeft = hasLeftSince(input.payer, order);
  const payerPoints =
    hasLeft || !hasEarned ? NO_POINTS : subtract(before.payerPoints, after.payerPoints);
  const merchantPoints = hasEarned
    ? subtract(before.merchantPoints, after.merchantPoints)
    : NO_POINTS;
  const taken = takeBack(input.payer, { earning: { ...earning, points: payerPoints }, rules });
  const takenFromMerchant = takeBackFromMerchant(input.merchant, {
    earning: { ...earning, points: merchantPoints },
    rules,
  });
  const couponFen = subtract(before.couponFen, after.couponFen);
  const held = heldToReturn(order, { fromFen: before.couponFen, couponFen });
  const returned = returnCoupons(taken.account, { held, origin: 'issued', at, rules });
  const cashFen = subtract(before.cashFen, after.cashFen);
  const shares = minus(before.shares, after.shares);
  const unrecoveredFen = totalFen([
    hasLeft ? leftBehind(input, shares) : taken.unrecoveredFen,
    takenFromMerchant.unrecoveredFen,
  ]);
  const rebate = rebateBack(order, { id, at, effectiveAt, shares, unrecoveredFen });
  const refund = { amountFen: input.amountFen, cashFen, couponFen };
  return {
    order: withRefund(order, { ...request, ...refund, at }),
    payer: { ...returned.account, savedFen: savedAfter(returned.account, couponFen) },
    merchant: takenFromMerchant.account,
    cashFen,
    couponFen,
    entry: journalEntry({
      id,
      kind: 'refund',
      at,
      effectiveAt: Math.max(at, effectiveAt),
      siteId: order.merchant.siteId,
      merchantId: order.merchant.id,
      payer: order.payer,
      orderId: order.id,
      billFen: negate(input.amountFen),
      moves: [
        ...billBack(order, { cashFen, couponFen }),
        ...returned.moves,
        ...taken.moves,
        ...takenFromMerchant.moves,
        ...rebate.moves,
      ],
      matures: [...rebate.matures, ...taken.matures, ...takenFromMerchant.matures],
    }),
  };
}

/** What was saved with coupons, less those that came back; one who began anew has saved less. */
function savedAfter({ savedFen }: Account, couponFen: Fen): Fen {
  return atLeastZero(subtract(savedFen, couponFen));
}

/**
 * A payer who has left has given the points up already. Where they had been in effect, what was
 * released on them cannot be asked back any more: in its place the fund keeps its whole share.
 */
function leftBehind(
  { order: { bill, effectiveAt = Infinity }, payer }: RefundInput,
  shares: Shares,
): Fen {
  const wereInEffect = bill.payerPoints > 0 && effectiveAt <= (payer.since ?? 0);
  return wereInEffect ? atLeastZero(shares.fund) : NO_FEN;
}

function minus(before: Shares, after: Shares): Shares {
  return {
    fan: subtract(before.fan, after.fan),
    promoter: subtract(before.promoter, after.promoter),
    county: subtract(before.county, after.county),
    city: subtract(before.city, after.city),
    province: subtract(before.province, after.province),
    platform: subtract(before.platform, after.platform),
    fund: subtract(before.fund, after.fund),
  };
}

function billBack(order: Order, { cashFen, couponFen }: { cashFen: Fen; couponFen: Fen }): Move[] {
  const from = names.payableMerchant(order.merchant.id);
  return [
    ...cashMoves(order, negate(cashFen)),
    ...moveFen({ from, to: names.DIVIDEND_COMMITTED }, couponFen),
  ];
}

/**
 * The rebate on its way back to the shop. Before it has arrived or been looked at, it only stood
 * aside. Before maturity it still lies in pending, and what
 * would have matured is undone at the same instant. After it, the fund's part less what could not
 * be taken back is owed by the fund, which pays it in its fold; it never leaves free here.
 */
function rebateBack(
  order: Order,
  refund: {
    readonly id: string;
    readonly at: number;
    readonly effectiveAt: number;
    readonly shares: Shares;
    readonly unrecoveredFen: Fen;
  },
): { moves: Move[]; matures: Move[] } {
  const { shares, at, effectiveAt } = refund;
  const to = names.payableMerchant(order.merchant.id);
  const undone = shareMoves(shares, order.payees).map(reversed);
  const rebateFen = totalFen(Object.values(shares));
  if (order.effectiveAt === undefined) {
    return { moves: rebateMoves(order, negate(rebateFen)), matures: [] };
  }
  if (at < effectiveAt) {
    return { moves: moveFen({ from: names.FUND_PENDING, to }, rebateFen), matures: undone };
  }
  const dueFen = atLeastZero(subtract(atLeastZero(shares.fund), refund.unrecoveredFen));
  const crumbFen = smaller(shares.fund, NO_FEN);
  return {
    moves: [
      ...undone.flatMap((move) => backToShop(move, to)),
      ...moveFen({ from: names.owed(refund.id), to }, dueFen),
      ...moveFen({ from: names.DIVIDEND_FREE, to }, crumbFen),
    ],
    matures: [],
  };
}

function reversed({ from, to, ...move }: Move): Move {
  return { ...move, from: to, to: from };
}

/** A payee's share goes straight to the shop; the fund's part is owed instead. */
function backToShop(move: Move, to: string): Move[] {
  if (move.from === names.DIVIDEND_FREE || move.to === names.DIVIDEND_FREE) return [];
  return move.to === names.FUND_PENDING ? [{ ...move, to }] : [{ ...move, from: to }];
}

/** The parts that go back now: latest expiry first, after those that went back before. */
function heldToReturn(
  { held, bill }: Order,
  { fromFen, couponFen }: { fromFen: Fen; couponFen: Fen },
): HeldCoupon[] {
  let skipFen = subtract(bill.couponFen, fromFen);
  let leftFen = couponFen;
  const parts: HeldCoupon[] = [];
  for (const part of [...held].reverse()) {
    const skipped = smaller(skipFen, part.amountFen);
    skipFen = subtract(skipFen, skipped);
    const amountFen = smaller(subtract(part.amountFen, skipped), leftFen);
    leftFen = subtract(leftFen, amountFen);
    if (amountFen > 0) parts.push({ lot: part.lot, amountFen });
  }
  return parts;
}
