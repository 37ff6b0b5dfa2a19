// The alliance's open ledger: figures of the sites, and what stands behind the coupons. About
// five requests: figures, what the journal has had since, pool, sites.
import type { walletContract } from '../../contracts/wallet';
import { NO_FIGURES, wholeFigures } from '../../domain/figures/site-figures';
import { totalFen } from '../../domain/money/amounts';
import { succeed } from '../../domain/result';
import { readFiguresOn, storedFigures } from '../figures/read-figures';
import { allSites } from '../nearby/list-sites';
import type { UseCase } from '../serving/serve';
import { readPool } from './settled-account';

export const showLedger: UseCase<typeof walletContract, 'ledger'> = async (context) => {
  const { cloud, policy, now } = context;
  const [base, pool, sites] = await Promise.all([
    storedFigures(cloud),
    readPool(cloud, context),
    allSites(context),
  ]);
  const { state, at } = await readFiguresOn(context, { state: base, upTo: now(), pages: 1 });
  const { balances, uncollected, period } = pool;
  return succeed({
    at,
    whole: wholeFigures(state),
    sites: sites.map(({ id, name, city }) => ({
      ...{ siteId: id, name, city },
      figures: state.sites[id] ?? NO_FIGURES,
    })),
    fund: {
      pendingFen: balances.pendingFen,
      freeFen: balances.freeFen,
      committedFen: balances.committedFen,
      couponsFen: balances.couponsFen,
      uncollectedFen: totalFen(uncollected.map(({ amountFen }) => amountFen)),
    },
    periods: period,
    policyVersion: policy.version,
  });
};
