// Refunds an order on behalf of its shop or of the platform: one transaction reverses what it
// caused, then WeChat Pay is asked for the cash, at once and by the sweep until it has it.
import type { ErrorCode, Failure, Input } from '../../contracts/contract';
import type { merchantContract } from '../../contracts/merchant';
import { parseBillFen } from '../../domain/orders/bill';
import type { Fen } from '../../domain/money/amounts';
import type { Order, OrderRefund, RefundRequest } from '../../domain/orders/order';
import { refundOrder } from '../../domain/orders/refund';
import { refundOf } from '../../domain/orders/refunds';
import type { MerchantAccount } from '../../domain/accounts/account';
import type { Settlement } from '../../domain/accounts/settle';
import { fail, invariant, succeed, type Result } from '../../domain/result';
import type { Transaction } from '../../wxcloud/database';
import { stableId } from '../../wxcloud/identity';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { settledPage, settleMerchantAccount } from '../merchants/settle-merchant';
import { BusyError, orBusy } from '../serving/busy';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { findShopOrder } from '../staff/find-shop-order';
import { shopOrder } from '../staff/shop-order';
import { readAccount, settleAsRead } from '../wallet/settled-account';
import { checkReason } from './check-reason';
import { returnCash } from './return-cash';

type Refunded = Result<Order, Failure<ErrorCode<typeof merchantContract, 'refund'>>>;

export const refundBill: UseCase<typeof merchantContract, 'refund'> = async (context, input) => {
  const amount = parseBillFen(input.amountFen);
  if (!amount.ok) return amount;
  const found = await findShopOrder(context, input.orderId);
  if (found === undefined) return fail({ code: 'order-not-found' });
  const request = requestOf(input, found.by);
  const isNew = refundOf(found.order, request.id) === undefined;
  const checked = isNew ? await checkReason(context, input.reason) : succeed(null);
  if (!checked.ok) return checked;
  const refunded = await refundOnce(context, {
    ...{ order: found.order, request, input },
    amountFen: amount.value,
  });
  if (!refunded.ok) return refunded;
  const order = await returnCash(context, { order: refunded.value, refundId: request.id });
  return succeed({ order: shopOrder(order, context.now()) });
};

function requestOf(
  { orderId, requestId, reason }: Input<typeof merchantContract, 'refund'>,
  by: RefundRequest['by'],
): RefundRequest {
  return { id: stableId(orderId, requestId), by, reason };
}

interface Refunding {
  /** As it was read first. */
  readonly order: Order;
  readonly request: RefundRequest;
  readonly input: Input<typeof merchantContract, 'refund'>;
  readonly amountFen: Fen;
}

/** A request that was served before has its order as the answer. */
async function refundOnce(context: Context, refunding: Refunding): Promise<Refunded> {
  const { order, request, input } = refunding;
  const before = refundOf(order, request.id);
  if (before !== undefined) return asBefore(order, { before, input });
  for (const shop of shopsOf(order)) await settleMerchantAccount(context, shop);
  return orBusy(
    await context.cloud.transact((transaction, at) =>
      write(transaction, { context, refunding, at }),
    ),
  );
}

function asBefore(
  order: Order,
  { before, input }: { before: OrderRefund; input: Refunding['input'] },
): Refunded {
  const isSame = before.amountFen === input.amountFen && before.reason === input.reason;
  return isSame ? succeed(order) : fail({ code: 'request-id-reused' });
}

async function write(
  transaction: Transaction,
  {
    context,
    refunding: { order: found, request, input, amountFen },
    at,
  }: { context: Context; refunding: Refunding; at: number },
): Promise<Decision<Refunded>> {
  const order = (await transaction.get('orders', found.id)) ?? found;
  const before = refundOf(order, request.id);
  if (before !== undefined) return abort(asBefore(order, { before, input }));
  const read = await readAccount(transaction, { world: context, id: order.payer });
  const payer = await settleAsRead(context, { ...read, at });
  const shops: Settlement<MerchantAccount>[] = [];
  for (const merchantId of shopsOf(order)) {
    const shop = await settledPage(transaction, { world: context, merchantId, at });
    // So many new entries since it was settled: the next attempt settles them first.
    if (!shop.isLastPage) throw new BusyError('the shop earns faster than it is settled');
    shops.push(shop.settlement);
  }
  const [merchant, fan] = shops;
  invariant(merchant !== undefined, `${order.id} has a shop`);
  const refund = refundOrder({
    ...{ order, request, amountFen, at, rules: context.policy },
    payer: payer.account,
    merchant: merchant.account,
    fan: fan?.account,
  });
  if (!refund.ok) return abort(refund);
  const { value } = refund;
  await transaction.set('orders', value.order);
  await transaction.set('accounts', value.payer);
  await transaction.set('accounts', value.merchant);
  if (value.fan !== undefined) await transaction.set('accounts', value.fan);
  const settled = shops.flatMap(({ entries }) => entries);
  for (const entry of [...payer.entries, ...settled, value.entry]) {
    await transaction.add('journal', entry);
  }
  return commit(succeed(value.order));
}

/** The order's shop, and the one that was rewarded for it, if that is another. */
function shopsOf({ merchant, payees: { fan } }: Order): string[] {
  return fan === null || fan === merchant.id ? [merchant.id] : [merchant.id, fan];
}
