// The published rules and the latest periods: one request.
import type { walletContract } from '../../contracts/wallet';
import { MAX_REBATE_BPS, MIN_REBATE_BPS } from '../../domain/limits';
import { succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';

const LATEST_PERIODS = 20;

export const showRules: UseCase<typeof walletContract, 'rules'> = async ({ cloud, policy }) => {
  const dividends = await cloud.find('dividends', {
    where: {},
    orderBy: [['period', 'desc']],
    limit: LATEST_PERIODS,
  });
  const { first, step, ceiling } = policy.rateTable;
  return succeed({
    firstThresholdPoints: policy.firstThreshold,
    growthPercent: policy.growthPercent,
    rateTable: { firstPpb: first, stepPpb: step, ceilingPpb: ceiling },
    capMultiple: policy.capMultiple,
    maturityDays: policy.maturityDays,
    validMonths: policy.lotValidMonths,
    minRebateBps: MIN_REBATE_BPS,
    maxRebateBps: MAX_REBATE_BPS,
    stacking: policy.stacking,
    fanBps: policy.waterfall.fanBps,
    fanMonths: policy.fanMonths,
    entryHours: policy.entryHours,
    periods: dividends.map(({ period, at, rate, tableRate, points, issuedFen }) => ({
      period,
      declaredAt: at,
      ratePpb: rate,
      tableRatePpb: tableRate,
      points,
      issuedFen,
    })),
  });
};
