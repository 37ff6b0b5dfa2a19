// What each period gave to this account, newest first.
import type { PeriodView, walletContract } from '../../contracts/wallet';
import type { PeriodShare } from '../../domain/accounts/account';
import { succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';
import { readAccount, settleAsRead } from './settled-account';

export const listPeriods: UseCase<typeof walletContract, 'periods'> = async (context) => {
  const { cloud, now } = context;
  const { account: stored, pool } = await readAccount(cloud, {
    world: context,
    id: context.account,
  });
  const { account } = await settleAsRead(context, { account: stored, pool, at: now() });
  return succeed({ periods: [...account.history].reverse().map(periodView) });
};

export function periodView(share: PeriodShare): PeriodView {
  return {
    period: share.period,
    declaredAt: share.declaredAt,
    ratePpb: share.rate,
    tableRatePpb: share.tableRate,
    eligiblePoints: share.eligible,
    amountFen: share.amountFen,
    isCapped: share.isCapped,
    offsetFen: share.offsetFen,
    advanceFen: share.advanceFen,
    expiresAt: share.expiresAt,
  };
}
