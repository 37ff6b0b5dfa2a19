// Why a period gave this account what it gave: the alliance's figures, its own, and the orders
// behind its points. Account, pool and orders: three requests, four while this instance does not
// know the period.
import type { Earning, walletContract } from '../../contracts/wallet';
import type { Input, Output } from '../../contracts/contract';
import type { PeriodShare } from '../../domain/accounts/account';
import { fundLotId } from '../../domain/coupons/lot';
import { ROWS_PER_PAGE } from '../../domain/limits';
import { ceilingOf, coveredRate, releaseOf, totalFen } from '../../domain/money/amounts';
import type { Order } from '../../domain/orders/order';
import { standingPoints } from '../../domain/orders/standing';
import type { Dividend } from '../../domain/pool/dividend';
import { fail, invariant, succeed } from '../../domain/result';
import { behindOrder, newestFirst } from '../orders/newest-first';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { periodView } from './list-periods';
import { readAccount, readDividends, settleAsRead } from './settled-account';

type Explained = Output<typeof walletContract, 'period'>;

export const explainPeriod: UseCase<typeof walletContract, 'period'> = async (context, input) => {
  const { cloud, policy, now } = context;
  const read = await readAccount(cloud, { world: context, id: context.account });
  const { account } = await settleAsRead(context, { ...read, at: now() });
  const mine = account.history.find(({ period }) => period === input.period);
  if (mine === undefined) return fail({ code: 'period-not-found' });
  const [dividend] = await readDividends(context, { after: mine.period - 1, upTo: mine.period });
  invariant(dividend !== undefined, `period ${mine.period} is written`);
  const before = account.history.filter(({ period }) => period < mine.period);
  return succeed({
    mine: periodView(mine),
    alliance: allianceView(dividend),
    uncappedFen: releaseOf(mine.eligible, mine.rate),
    receivedBeforeFen: totalFen(before.map(({ amountFen }) => amountFen)),
    capFen: ceilingOf(mine.eligible, policy.capMultiple),
    lotId: fundLotId('dividend', mine.expiresAt),
    ...(await earningsOf(context, { mine, since: account.since ?? 0, before: input.before })),
  });
};

function allianceView(dividend: Dividend): Explained['alliance'] {
  const { threshold, points, cut, freeBeforeFen, issuedFen, policyVersion } = dividend;
  return {
    thresholdPoints: threshold,
    ...{ points, cut, freeBeforeFen, issuedFen, policyVersion },
    coveredRatePpb: coveredRate(freeBeforeFen, points),
  };
}

/** Orders that had earned by the cut, newest first; all of them together are what was eligible. */
async function earningsOf(
  { cloud, account }: Context,
  {
    mine,
    since,
    before,
  }: {
    mine: PeriodShare;
    since: number;
    before: Input<typeof walletContract, 'period'>['before'];
  },
): Promise<Pick<Explained, 'earnings' | 'isLast'>> {
  const { command } = cloud;
  const earned = {
    payer: account,
    paidAt: command.gt(since),
    effectiveAt: command.lte(mine.cut),
  };
  const orders = await cloud.find('orders', {
    where: command.and([earned, ...behindOrder(command, { field: 'placedAt', end: before })]),
    orderBy: newestFirst('placedAt'),
    limit: ROWS_PER_PAGE + 1,
  });
  return {
    earnings: orders.slice(0, ROWS_PER_PAGE).map(earningView),
    isLast: orders.length <= ROWS_PER_PAGE,
  };
}

function earningView(order: Order): Earning {
  const { id, merchant, placedAt, effectiveAt, bill, refundedFen } = order;
  invariant(effectiveAt !== undefined, `${id} has earned`);
  return {
    ...{ orderId: id, merchantName: merchant.name, siteId: merchant.siteId },
    ...{ placedAt, effectiveAt, amountFen: bill.amountFen, refundedFen },
    ...{ rebateBps: bill.rebateBps, rebateFen: bill.rebateFen, points: standingPoints(order) },
  };
}
