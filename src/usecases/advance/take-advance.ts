// Coupons before their dividend: what may be taken, and taking it.
import type { ErrorCode, Failure, Output } from '../../contracts/contract';
import type { walletContract } from '../../contracts/wallet';
import { advanceLimit, grantAdvance } from '../../domain/advance/advance';
import { fen, type Fen } from '../../domain/money/amounts';
import { parseBillFen } from '../../domain/orders/bill';
import { fail, invariant, succeed, type Result } from '../../domain/result';
import type { Transaction } from '../../wxcloud/database';
import { stableId } from '../../wxcloud/identity';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { BusyError } from '../serving/busy';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { lotView } from '../wallet/lot-view';
import { readAccount, settleAsRead } from '../wallet/settled-account';
import { readBudget, writeBudget } from './budget';

type Taken = Result<
  Output<typeof walletContract, 'takeAdvance'>,
  Failure<ErrorCode<typeof walletContract, 'takeAdvance'>>
>;

/** Three requests: account, pool, budget. */
export const showAdvance: UseCase<typeof walletContract, 'advance'> = async (context) => {
  const { cloud, policy, now } = context;
  const read = await readAccount(cloud, { world: context, id: context.account });
  const at = now();
  const { account } = await settleAsRead(context, { ...read, at });
  const availableFen = await readBudget(cloud, { world: context, pool: read.pool });
  const { limitBps, receivedDays, pointsAgeDays } = policy.advance;
  return succeed({
    ...advanceLimit(account, { availableFen, at, terms: policy }),
    advanceFen: account.advanceFen,
    ...{ limitBps, receivedDays, pointsAgeDays, capMultiple: policy.capMultiple },
  });
};

export const takeAdvance: UseCase<typeof walletContract, 'takeAdvance'> = async (
  context,
  input,
) => {
  const amount = parseBillFen(input.amountFen);
  if (!amount.ok) return amount;
  const request = {
    context,
    amountFen: amount.value,
    id: stableId(context.account, input.requestId),
  };
  const done = await context.cloud.transact((transaction, at) =>
    takeIn(transaction, { ...request, at }),
  );
  if (!done.ok && done.error.code === 'busy') throw new BusyError(done.error.code);
  if (done.ok && done.value.ok) return done.value;
  return takenBefore(request, done.ok ? done.value : fail({ code: 'request-id-reused' }));
};

interface Request {
  readonly context: Context;
  readonly amountFen: Fen;
  readonly id: string;
}

async function takeIn(
  transaction: Transaction,
  { context, amountFen, id, at }: Request & { at: number },
): Promise<Decision<Taken>> {
  const read = await readAccount(transaction, { world: context, id: context.account });
  const settled = await settleAsRead(context, { ...read, at });
  const availableFen = await readBudget(transaction, { world: context, pool: read.pool });
  const terms = context.policy;
  const asked = { amountFen, requestId: id, availableFen, at, terms };
  const granted = grantAdvance(settled.account, asked);
  if (!granted.ok) return abort(granted);
  const { account, lot, entry } = granted.value;
  await transaction.set('accounts', account);
  await writeBudget(transaction, granted.value.availableFen);
  for (const each of [...settled.entries, entry]) await transaction.add('journal', each);
  return commit(succeed({ lot: lotView(lot), advanceFen: account.advanceFen }));
}

/** A request that fails now may have succeeded before: then what it gave is the answer. */
async function takenBefore(
  { context: { cloud, account: accountId }, amountFen, id }: Request,
  failed: Taken,
): Promise<Taken> {
  const entry = await cloud.get('journal', `${accountId}:advance:${id}`);
  if (entry === undefined) return failed;
  const [move] = entry.moves;
  invariant(move !== undefined, `${entry.id} moves what was advanced`);
  if (fen(move.amount) !== amountFen) return fail({ code: 'request-id-reused' });
  const account = await cloud.get('accounts', accountId);
  const lot = account?.lots.find((each) => move.to.endsWith(`/${each.id}`));
  if (account === undefined || lot === undefined) return fail({ code: 'request-id-reused' });
  return succeed({ lot: lotView(lot), advanceFen: account.advanceFen });
}
