// Takes one coupon of a campaign: one of its counters, the account and the journal change together.
import type { campaignsContract } from '../../contracts/campaigns';
import type { ErrorCode, Failure, Output } from '../../contracts/contract';
import { newAccount, type Account } from '../../domain/accounts/account';
import { claimedLot, type Campaign } from '../../domain/campaigns/campaign';
import { claimCoupon as claimOf, type Claim } from '../../domain/campaigns/claim';
import { counterFor, MOST_COUNTERS } from '../../domain/campaigns/counters';
import { fail, succeed, type Result } from '../../domain/result';
import type { Transaction } from '../../wxcloud/database';
import { stableId } from '../../wxcloud/identity';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { BusyError } from '../serving/busy';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { lotView } from '../wallet/lot-view';
import { readPool } from '../wallet/settled-account';

type Claimed = Output<typeof campaignsContract, 'claim'>;
type ClaimFailure = Failure<ErrorCode<typeof campaignsContract, 'claim'>>;

interface Request {
  readonly context: Context;
  readonly campaign: Campaign;
  readonly claimId: string;
}

/** Eight requests: campaign, start, account, counters; counter, account, entry; commit. */
export const claimCoupon: UseCase<typeof campaignsContract, 'claim'> = async (context, input) => {
  const campaign = await context.cloud.get('campaigns', input.campaignId);
  if (campaign === undefined) return fail({ code: 'campaign-not-found' });
  const claimId = stableId(context.account, input.campaignId, input.requestId);
  const request: Request = { context, campaign, claimId };
  const claimed = await claim(request);
  return claimed.ok ? claimed : claimedBefore(request, claimed.error);
};

/** A request that fails now may have succeeded before: then its coupon is the answer. */
async function claimedBefore(
  { context, campaign, claimId }: Request,
  error: ClaimFailure,
): Promise<Result<Claimed, ClaimFailure>> {
  const entry = await context.cloud.get('journal', `${context.account}:claim:${claimId}`);
  if (entry === undefined) return fail(error);
  return succeed({ lot: lotView(claimedLot(campaign, { lotId: claimId, at: entry.at })) });
}

async function claim(request: Request): Promise<Result<Claimed, ClaimFailure>> {
  const done = await request.context.cloud.transact((transaction, at) =>
    claimIn(transaction, { request, at }),
  );
  if (done.ok) return done.value;
  if (done.error.code === 'duplicate') return fail({ code: 'claimed-enough' });
  throw new BusyError(done.error.code);
}

async function claimIn(
  transaction: Transaction,
  { request, at }: { request: Request; at: number },
): Promise<Decision<Result<Claimed, ClaimFailure>>> {
  const { context, campaign, claimId } = request;
  const account = await accountIn(transaction, context);
  const lastVisitAt = await lastVisit(transaction, request);
  const given = claimOf({ campaign, account, claimId, lastVisitAt, at });
  if (!given.ok) return abort(given);
  if (!(await takeFromCounter(transaction, request))) return abort(fail({ code: 'coupons-gone' }));
  await write(transaction, given.value);
  return commit(succeed({ lot: lotView(given.value.lot) }));
}

async function accountIn(transaction: Transaction, context: Context): Promise<Account> {
  const stored = await transaction.get('accounts', context.account);
  if (stored !== undefined) return stored;
  const { period } = await readPool(transaction, context);
  return newAccount({ id: context.account, period });
}

/** When I last paid at one of the shops; asked only where it matters. */
async function lastVisit(
  transaction: Transaction,
  { context: { cloud, account }, campaign }: Request,
): Promise<number | undefined> {
  if (campaign.awayDays === undefined) return undefined;
  const [last] = await transaction.find('orders', {
    where: {
      'payer': account,
      'merchant.id': cloud.command.in(campaign.shops.map(({ id }) => id)),
      'paidAt': cloud.command.gt(0),
    },
    orderBy: [['placedAt', 'desc']],
    limit: 1,
  });
  return last?.paidAt;
}

/** False when nothing is left. */
async function takeFromCounter(
  transaction: Transaction,
  { context: { cloud }, campaign, claimId }: Request,
): Promise<boolean> {
  const open = await transaction.find('counters', {
    where: { campaignId: campaign.id, left: cloud.command.gt(0) },
    orderBy: [['_id', 'asc']],
    limit: MOST_COUNTERS,
  });
  const counter = counterFor(open, claimId);
  if (counter === undefined) return false;
  await transaction.set('counters', { ...counter, left: counter.left - 1 });
  return true;
}

async function write(transaction: Transaction, { account, entry }: Claim): Promise<void> {
  await transaction.set('accounts', account);
  await transaction.add('journal', entry);
}
