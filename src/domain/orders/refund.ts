// Refunds an order, in full or in part: everything that it caused is reversed by one entry.
// The rule: what the bill would have been without the refunded part is computed anew, and the
// difference goes back. So refunds in parts and at once end alike, and a full one leaves nothing.
import type { Account, MerchantAccount } from '../accounts/account';
import { hasLeftSince } from '../accounts/leave';
import { returnCoupons, type ReturnRules } from '../accounts/return-coupons';
import type { AccountRules } from '../accounts/settle';
import { hasRead, takeBack, takeBackFromMerchant } from '../accounts/take-back';
import { isOfItsTime, takeFromLot } from '../coupons/lot';
import { takeRewardBack, type TakenReward } from '../fans/reward';
import { journalEntry, moveCoupons, moveFen, type JournalEntry, type Move } from '../journal/entry';
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
import { fail, invariant, succeed, type Result } from '../result';
import type { HeldCoupon, Order, RefundRequest } from './order';
import { cashMoves, paidByFunds, rebateMoves, shareMoves } from './paid-entry';
import { isRefundable, withRefund } from './refunds';
import { standingAfter } from './standing';
import type { Shares } from './waterfall';

export interface Refund {
  readonly order: Order;
  readonly payer: Account;
  readonly merchant: MerchantAccount;
  /** The shop that was rewarded for having brought the payer, where it is another one. */
  readonly fan: MerchantAccount | undefined;
  readonly entry: JournalEntry;
  /** Cash that WeChat Pay has to give back. */
  readonly cashFen: Fen;
  /** What funds had paid of it. */
  readonly couponFen: Fen;
}

export type RefundError =
  | { readonly code: 'order-not-refundable' }
  | { readonly code: 'amount-invalid'; readonly minFen: number; readonly maxFen: number }
  | { readonly code: 'refund-exceeds-order'; readonly refundableFen: Fen };

interface RefundInput {
  readonly order: Order;
  /** All settled in the same transaction, before. */
  readonly payer: Account;
  readonly merchant: MerchantAccount;
  /** Of `payees.fan`, where that is another shop than the order's. */
  readonly fan?: MerchantAccount | undefined;
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
  const isWhole = refundedFen === order.bill.amountFen;
  const parts = partsBack(order, { fromFen: before.couponFen, couponFen });
  const held = isWhole
    ? [...balancesOf(parts), ...leftWhole(order, { parts, at })]
    : balancesOf(parts);
  const givenFen = subtract(before.spendBackFen, after.spendBackFen);
  const given = hasLeft ? NOTHING_GIVEN : takeGivenBack(taken.account, { order, givenFen });
  const owing = given.account ?? taken.account;
  const returned = returnCoupons(owing, {
    ...{ held, origin: 'issued', at, rules },
  });
  const cashFen = subtract(before.cashFen, after.cashFen);
  const shares = minus(before.shares, after.shares);
  const reward = rewardBack(input, { merchant: takenFromMerchant.account, shares, effectiveAt });
  const unrecoveredFen = totalFen([
    hasLeft ? leftBehind(input, shares) : taken.unrecoveredFen,
    takenFromMerchant.unrecoveredFen,
  ]);
  const rebate = rebateBack(order, {
    ...{ id, at, effectiveAt, shares, unrecoveredFen },
    unrewardedFen: reward.unrecoveredFen,
  });
  const offsetFen = subtract(owing.offsetFen, returned.account.offsetFen);
  const backFen = totalFen(balancesOf(parts).map(({ amountFen }) => amountFen));
  const split = { returnedFen: subtract(backFen, offsetFen), offsetFen };
  const refund = { amountFen: input.amountFen, cashFen, couponFen, ...split };
  return {
    order: withRefund(order, { ...request, ...refund, at }),
    payer: {
      ...returned.account,
      savedFen: savedAfter(
        returned.account,
        isWhole ? add(couponFen, order.bill.discountFen) : couponFen,
      ),
    },
    merchant: reward.merchant,
    fan: reward.fan,
    cashFen,
    couponFen,
    entry: journalEntry({
      id,
      kind: 'refund',
      at,
      effectiveAt: Math.max(at, effectiveAt),
      siteId: order.merchant.siteId,
      merchantId: order.merchant.id,
      shops: [order.merchant.id],
      payer: order.payer,
      orderId: order.id,
      billFen: negate(input.amountFen),
      moves: [
        ...billBack(order, { cashFen, parts }),
        ...returned.moves,
        ...taken.moves,
        ...takenFromMerchant.moves,
        ...given.moves,
        ...reward.moves,
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

function billBack(
  order: Order,
  { cashFen, parts }: { cashFen: Fen; parts: readonly HeldCoupon[] },
): Move[] {
  const shop = names.payableMerchant(order.merchant.id);
  return [...cashMoves(order, negate(cashFen)), ...paidByFunds(parts, shop).map(reversed)];
}

interface GivenBack {
  /** Absent where nothing was taken. */
  readonly account?: Account;
  readonly moves: readonly Move[];
}

const NOTHING_GIVEN: GivenBack = { moves: [] };

/** Coupons that the bill gave go back, as far as they are still there; the shop bore the others. */
function takeGivenBack(
  account: Account,
  { order: { spendBack }, givenFen }: { order: Order; givenFen: Fen },
): GivenBack {
  const lot = account.lots.find(({ id }) => id === spendBack?.lotId);
  const amountFen = lot === undefined ? NO_FEN : smaller(lot.balanceFen, givenFen);
  if (lot === undefined || amountFen === 0) return NOTHING_GIVEN;
  const ends = { from: names.couponsOf(account.id, lot), to: names.issuedOf(lot) };
  return {
    account: { ...account, lots: takeFromLot(account.lots, { lotId: lot.id, amountFen }) },
    moves: moveCoupons(ends, amountFen),
  };
}

interface RewardBack {
  readonly merchant: MerchantAccount;
  readonly fan: MerchantAccount | undefined;
  readonly moves: readonly Move[];
  /** What the rewarded shop has spent since: the order's shop waits for it in vain. */
  readonly unrecoveredFen: Fen;
}

/** The reward of whoever brought the payer: off its coupons, or noted where it is yet to be read. */
function rewardBack(
  { order, fan }: RefundInput,
  {
    merchant,
    shares,
    effectiveAt,
  }: { merchant: MerchantAccount; shares: Shares; effectiveAt: number },
): RewardBack {
  const payee = order.payees.fan;
  const rewardFen = shares.fan;
  const untouched = { merchant, fan, moves: [], unrecoveredFen: NO_FEN };
  if (payee === null || rewardFen <= 0 || order.effectiveAt === undefined) return untouched;
  const rewarded = payee === order.merchant.id ? merchant : fan;
  invariant(rewarded?.id === payee, `${order.id} is refunded with the account of ${payee}`);
  const taken = takeOrNote(rewarded, { orderId: order.id, rewardFen, effectiveAt });
  const after = payee === order.merchant.id ? { merchant: taken.account } : { fan: taken.account };
  return { ...untouched, moves: taken.moves, unrecoveredFen: taken.unrecoveredFen, ...after };
}

function takeOrNote(
  account: MerchantAccount,
  { orderId, rewardFen, effectiveAt }: { orderId: string; rewardFen: Fen; effectiveAt: number },
): TakenReward {
  if (hasRead(account, { orderId, effectiveAt })) return takeRewardBack(account, rewardFen);
  const cancelledRewards = [...account.cancelledRewards, { orderId, amountFen: rewardFen }];
  return { account: { ...account, cancelledRewards }, moves: [], unrecoveredFen: NO_FEN };
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
    /** Of the fan's reward: spent since, so it cannot go back. */
    readonly unrewardedFen: Fen;
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
      ...moveFen({ from: to, to: names.FAN_FREE }, refund.unrewardedFen),
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

function balancesOf(parts: readonly HeldCoupon[]): HeldCoupon[] {
  return parts.filter(({ lot }) => lot.kind === 'balance');
}

/**
 * What only a bill that is refunded whole gives back: offers, and what the shop bore itself. An
 * offer whose time is over brings only what is paid back for it now: its campaign may have closed
 * since, and taken along what went back before.
 */
function leftWhole(
  { held }: Order,
  { parts, at }: { parts: readonly HeldCoupon[]; at: number },
): HeldCoupon[] {
  return held
    .filter(({ lot }) => lot.kind === 'offer' || lot.fundedBy === 'acceptor')
    .flatMap((part) => {
      if (part.lot.fundedBy === 'acceptor' || isOfItsTime(part.lot, at)) return part;
      return parts.find(({ lot }) => lot.id === part.lot.id) ?? [];
    });
}

/**
 * The parts that funds have paid and that go back now: balance of the latest expiry first, offers
 * last, after what went back before.
 */
function partsBack(
  { held, bill }: Order,
  { fromFen, couponFen }: { fromFen: Fen; couponFen: Fen },
): HeldCoupon[] {
  let skipFen = subtract(bill.couponFen, fromFen);
  let leftFen = couponFen;
  const parts: HeldCoupon[] = [];
  for (const part of [...held].reverse()) {
    if (part.lot.fundedBy === 'acceptor') continue;
    const skipped = smaller(skipFen, part.amountFen);
    skipFen = subtract(skipFen, skipped);
    const amountFen = smaller(subtract(part.amountFen, skipped), leftFen);
    leftFen = subtract(leftFen, amountFen);
    if (amountFen > 0) parts.push({ lot: part.lot, amountFen });
  }
  return parts;
}
