// Places an order: coupons are held, nothing is paid yet. The id comes from payer and requestId,
// so asking again finds the same order. A bill that coupons pay in full is paid at once.
import type { Failure, ErrorCode, Input } from '../../contracts/contract';
import type { ordersContract } from '../../contracts/orders';
import { newAccount, type Account } from '../../domain/accounts/account';
import type { Settlement } from '../../domain/accounts/settle';
import { checkUse, type CheckedUse, type CouponUse } from '../../domain/coupons/best-use';
import { bringerOf } from '../../domain/fans/fan';
import type { JournalEntry } from '../../domain/journal/entry';
import type { Merchant } from '../../domain/merchants/merchant';
import { rebateRateAt } from '../../domain/merchants/rebate-rate';
import { fen, NO_FEN, type Fen } from '../../domain/money/amounts';
import { billOf, parseBillFen } from '../../domain/orders/bill';
import { holdCoupons } from '../../domain/orders/hold';
import type { HeldCoupon, Order } from '../../domain/orders/order';
import { postPayment } from '../../domain/orders/post-payment';
import { NO_PAYEES, shareRebate } from '../../domain/orders/waterfall';
import { fail, succeed, type Result } from '../../domain/result';
import { MINUTE } from '../../domain/time';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import type { Transaction } from '../../wxcloud/database';
import { stableId } from '../../wxcloud/identity';
import { merchantByCode } from '../nearby/find-merchant-by-code';
import { orBusy } from '../serving/busy';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { lastReadPool, readPool, settleAsRead } from '../wallet/settled-account';
import { offerPayment } from './offer-payment';
import { billContext, lotsHere, spendBackHere } from './shop-coupons';

type PlaceInput = Input<typeof ordersContract, 'place'>;
type PlaceError = Failure<ErrorCode<typeof ordersContract, 'place'>>;

interface Request {
  readonly context: Context;
  readonly input: PlaceInput;
  readonly id: string;
  readonly requestHash: string;
  readonly amountFen: Fen;
  readonly uses: readonly CouponUse[];
}

export const placeOrder: UseCase<typeof ordersContract, 'place'> = async (context, input) => {
  const amount = parseBillFen(input.amountFen);
  if (!amount.ok) return amount;
  const { requestId, ...body } = input;
  const uses = input.uses.map(({ lotId, amountFen }) => ({ lotId, amountFen: fen(amountFen) }));
  const request: Request = {
    context,
    input,
    id: stableId(context.account, requestId),
    requestHash: stableId(JSON.stringify([body.merchantCode, body.table, body.amountFen, uses])),
    amountFen: amount.value,
    uses,
  };
  const placed = await place(request);
  const order = placed.ok ? placed : await placedBefore(request, placed.error);
  return order.ok ? offerPayment(context, order.value) : order;
};

/** A request that fails now may have succeeded before: then its order is the answer. */
async function placedBefore(
  { context, id, requestHash }: Request,
  error: PlaceError,
): Promise<Result<Order, PlaceError>> {
  const order = await context.cloud.get('orders', id);
  if (order === undefined) return fail(error);
  return order.requestHash === requestHash ? succeed(order) : fail({ code: 'request-id-reused' });
}

async function place(request: Request): Promise<Result<Order, PlaceError>> {
  const { context, input } = request;
  const merchant = await merchantByCode(context, input.merchantCode);
  if (merchant === undefined) return fail({ code: 'merchant-not-found' });
  if (merchant.state !== 'active') return fail({ code: 'merchant-closed', state: merchant.state });
  const done = await context.cloud.transact((transaction, at) =>
    request.uses.length === 0
      ? placeWithoutCoupons(transaction, { request, merchant, at })
      : placeWithCoupons(transaction, { request, merchant, at }),
  );
  if (!done.ok && done.error.code === 'duplicate') return fail({ code: 'request-id-reused' });
  return orBusy(done);
}

interface Placing {
  readonly request: Request;
  readonly merchant: Merchant;
  readonly at: number;
}

/** The account is only read, for who brought the payer. */
async function placeWithoutCoupons(
  transaction: Transaction,
  placing: Placing,
): Promise<Decision<Result<Order, PlaceError>>> {
  const payer = await transaction.get('accounts', placing.request.context.account);
  const order = newOrder(placing, { payer, held: [], ...NOTHING_TAKEN });
  await transaction.add('orders', order);
  return commit(succeed(order));
}

const NOTHING_TAKEN = { discountFen: NO_FEN, couponFen: NO_FEN };

async function placeWithCoupons(
  transaction: Transaction,
  placing: Placing,
): Promise<Decision<Result<Order, PlaceError>>> {
  const { request, merchant, at } = placing;
  const { uses, amountFen, context: world } = request;
  const bill = billContext(merchant, { amountFen, at });
  const check = ({ lots }: Account): Result<CheckedUse, PlaceError> =>
    checkUse(lotsHere(lots, merchant, at), { uses, bill, rules: world.policy.stacking });
  const { account: spender, entries } = await spendingAccount(transaction, { world, at, check });
  const use = check(spender);
  if (!use.ok) return abort(use);
  const { account, held } = holdCoupons(spender, use.value);
  const order = newOrder(placing, { payer: spender, held, ...use.value });
  const written =
    order.bill.cashFen === 0 ? postPayment({ order, account, at }) : { order, account };
  await write(transaction, { ...written, entries });
  return commit(succeed(written.order));
}

/**
 * The account as stored when its lots suffice; else settled with the pool that this instance knows
 * from quoting, then with the stored one: each step costs a request more.
 */
async function spendingAccount(
  transaction: Transaction,
  {
    world,
    at,
    check,
  }: { world: Context; at: number; check: (account: Account) => { readonly ok: boolean } },
): Promise<Settlement> {
  const stored = await transaction.get('accounts', world.account);
  if (stored !== undefined) {
    if (check(stored).ok) return { account: stored, entries: [] };
    const pool = lastReadPool(world);
    if (pool !== undefined) {
      const settled = await settleAsRead(world, { account: stored, pool, at });
      if (check(settled.account).ok) return settled;
    }
  }
  const pool = await readPool(transaction, world);
  const account = stored ?? newAccount({ id: world.account, period: pool.period });
  return settleAsRead(world, { account, pool, at });
}

async function write(
  transaction: Transaction,
  {
    order,
    account,
    entry,
    entries,
  }: {
    order: Order;
    account: Account;
    entry?: JournalEntry;
    entries: readonly JournalEntry[];
  },
): Promise<void> {
  await transaction.add('orders', order);
  await transaction.set('accounts', account);
  for (const each of entry === undefined ? entries : [...entries, entry]) {
    await transaction.add('journal', each);
  }
}

function newOrder(
  { request, merchant, at }: Placing,
  {
    payer: stored,
    held,
    discountFen,
    couponFen,
  }: {
    payer: Account | undefined;
    held: readonly HeldCoupon[];
    discountFen: Fen;
    couponFen: Fen;
  },
): Order {
  const { context, input, amountFen: totalFen } = request;
  const { policy, account: payer, openid } = context;
  const rebateBps = rebateRateAt(merchant, at);
  const bill = billOf({ merchant, payer, totalFen, discountFen, couponFen, rebateBps });
  const { amountFen, rebateFen } = bill;
  const brought = bringerOf(stored ?? {}, { merchant, visitor: payer, at, rules: policy });
  const payees = { ...NO_PAYEES, fan: brought?.merchantId ?? null };
  const spendBack = spendBackHere(merchant, { at, maturityDays: policy.maturityDays });
  const { id, code, name, picture, siteId } = merchant;
  return {
    id: request.id,
    requestHash: request.requestHash,
    payer,
    openid,
    state: 'placed',
    channel: 'counter',
    merchant: { id, code, name, picture, siteId },
    subMchId: merchant.subMchId,
    rebateCollection: merchant.rebateCollection,
    ...(input.table === undefined ? {} : { table: input.table }),
    bill,
    held,
    payees,
    ...(brought === undefined ? {} : { broughtBy: brought.by }),
    shares: shareRebate({ amountFen, rebateFen, payees, rates: policy.waterfall }),
    ...(spendBack === undefined ? {} : { spendBack }),
    maturityDays: policy.maturityDays,
    needsReview: amountFen > policy.reviewFen,
    policyVersion: policy.version,
    placedAt: at,
    payBefore: at + policy.payWithinMinutes * MINUTE,
    refundedFen: NO_FEN,
  };
}
