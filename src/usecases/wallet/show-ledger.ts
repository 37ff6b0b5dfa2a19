// The alliance's open ledger: figures of the sites, and what stands behind the coupons, as of one
// instant. Four requests: figures, sites, and what the journal has had since, by both of its times.
import type { walletContract } from '../../contracts/wallet';
import { NO_FIGURES, wholeFigures } from '../../domain/figures/site-figures';
import { succeed } from '../../domain/result';
import { figuresAsOf, storedFigures } from '../figures/read-figures';
import { allSites } from '../nearby/list-sites';
import type { UseCase } from '../serving/serve';

export const showLedger: UseCase<typeof walletContract, 'ledger'> = async (context) => {
  const { cloud, policy, now } = context;
  const [stored, sites] = await Promise.all([storedFigures(cloud), allSites(context)]);
  const { state, at } = await figuresAsOf(context, { state: stored, now: now() });
  const { periods, ...fund } = state.fund;
  return succeed({
    at,
    whole: wholeFigures(state),
    sites: sites.map(({ id, name, city }) => ({
      ...{ siteId: id, name, city },
      figures: state.sites[id] ?? NO_FIGURES,
    })),
    fund,
    periods,
    policyVersion: policy.version,
  });
};
