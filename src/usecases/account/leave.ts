// Closes a person's account: one transaction settles it, gives up what it holds, and begins anew.
import type { accountContract } from '../../contracts/account';
import type { ErrorCode, Failure, Input, Output } from '../../contracts/contract';
import type { Account } from '../../domain/accounts/account';
import { leaveAlliance } from '../../domain/accounts/leave';
import { balanceOf } from '../../domain/coupons/lot';
import { add, totalPoints } from '../../domain/money/amounts';
import type { OrderState } from '../../domain/orders/states';
import { fail, succeed, type Result } from '../../domain/result';
import type { Transaction } from '../../wxcloud/database';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { Context } from '../serving/context';
import { forgetMessages } from '../messages/forget-messages';
import type { UseCase } from '../serving/serve';
import { readAccount, settleAsRead } from '../wallet/settled-account';

/** Waiting for a payment, or paid and not completed. */
const OPEN_STATES: readonly OrderState[] = ['placed', 'paid'];

type Leaving = Input<typeof accountContract, 'leave'>;
type Left = Result<
  Output<typeof accountContract, 'leave'>,
  Failure<ErrorCode<typeof accountContract, 'leave'>>
>;

export const leave: UseCase<typeof accountContract, 'leave'> = async (context, shown) =>
  orBusy(
    await context.cloud.transact((transaction, at) =>
      leaveNow(transaction, { context, shown, at }),
    ),
  );

/** Asked again after a lost reply, there is nothing left to give up, and it says when. */
async function leaveNow(
  transaction: Transaction,
  { context, shown, at }: { context: Context; shown: Leaving; at: number },
): Promise<Decision<Left>> {
  const read = await readAccount(transaction, { world: context, id: context.account });
  const { since } = read.account;
  if (since !== undefined && holdsNothing(read.account)) {
    await forgetMessages(transaction, context.account);
    return commit(succeed({ leftAt: since }));
  }
  if (await hasOpenOrders(transaction, context)) return abort(fail({ code: 'orders-open' }));
  const settled = await settleAsRead(context, { ...read, at });
  const left = leaveAlliance({ account: settled.account, now: at });
  if (!left.ok) return abort(left);
  if (!isAsShown(settled.account, shown)) return abort(fail({ code: 'holdings-changed' }));
  const { account, entries, leftAt } = left.value;
  await transaction.set('accounts', account);
  await forgetMessages(transaction, context.account);
  for (const entry of [...settled.entries, ...entries]) await transaction.add('journal', entry);
  return commit(succeed({ leftAt }));
}

/**
 * One order that waits for its payment is enough. One that is placed at this very moment escapes;
 * its payment then counts for the account that began anew.
 */
async function hasOpenOrders(
  transaction: Transaction,
  { cloud, account }: Context,
): Promise<boolean> {
  const state = cloud.command.in(OPEN_STATES);
  const open = await transaction.find('orders', { where: { payer: account, state }, limit: 1 });
  return open.length > 0;
}

function holdsNothing({ points, maturing, lots }: Account): boolean {
  return points === 0 && maturing.length === 0 && lots.length === 0;
}

function isAsShown({ points, maturing, lots }: Account, shown: Leaving): boolean {
  const all = add(points, totalPoints(maturing.map((each) => each.points)));
  const offers = lots.filter(({ kind, balanceFen }) => kind === 'offer' && balanceFen > 0);
  const isCounted = balanceOf(lots) <= shown.balanceFen && offers.length <= shown.offers;
  return isCounted && all <= shown.points;
}
