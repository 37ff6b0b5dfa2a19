// Balance, lots and points: three requests, two once this instance knows the periods.
import type { walletContract } from '../../contracts/wallet';
import type { Account } from '../../domain/accounts/account';
import { balanceOf } from '../../domain/coupons/lot';
import { add, ceilingOf, totalPoints, type Centipoints } from '../../domain/money/amounts';
import { succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';
import { lotView } from './lot-view';
import { readAccount, settleAsRead } from './settled-account';

export const summarizeWallet: UseCase<typeof walletContract, 'summary'> = async (context) => {
  const { cloud, policy, now } = context;
  const { account: stored, pool } = await readAccount(cloud, {
    world: context,
    id: context.account,
  });
  const at = now();
  const { account } = await settleAsRead(context, { account: stored, pool, at });
  const { points, waiting } = pointsInEffect(account, at);
  const lots = account.lots.filter(({ balanceFen }) => balanceFen > 0);
  return succeed({
    balanceFen: balanceOf(lots),
    heldFen: account.heldFen,
    lots: lots.map(lotView),
    points,
    maturing: waiting.map(({ effectiveAt, points: later }) => ({ effectiveAt, points: later })),
    receivedFen: account.receivedFen,
    capFen: ceilingOf(points, policy.capMultiple),
    savedFen: account.savedFen,
    paidOrders: account.paidOrders,
    offsetFen: account.offsetFen,
    advanceFen: account.advanceFen,
    isAdvanceOpen: policy.advance.isOpen,
    latestPeriod: pool.period,
  });
};

/** Points count from their own instant, also those that the pool has not read yet. */
function pointsInEffect(
  { points, maturing }: Account,
  at: number,
): { points: Centipoints; waiting: Account['maturing'] } {
  const arrived = maturing.filter(({ effectiveAt }) => effectiveAt <= at);
  return {
    points: add(points, totalPoints(arrived.map((each) => each.points))),
    waiting: maturing
      .filter(({ effectiveAt }) => effectiveAt > at)
      .sort((a, b) => a.effectiveAt - b.effectiveAt),
  };
}
