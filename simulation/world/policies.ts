// The numbers of simulated worlds. The functions of the simulation are bundled with this file in the
// place of src/policy/policies.ts, so that a month of days sees what takes years with the real ones.
import { centipoints, ppb } from '../../src/domain/money/amounts';
import { checkPolicy } from '../../src/policy/load';
import { policies } from '../../src/policy/policies';
import type { Policy } from '../../src/policy/policy';
import type { Numbers } from '../auditor/numbers';

/** Production's times; small thresholds and coupons that end soon. */
const brisk: Policy = checkPolicy({
  ...policies.production,
  version: 'brisk',
  firstThreshold: centipoints(400_00),
  lotValidMonths: 1,
  maturityDays: 2,
  periodsPerRun: 3,
  advance: { ...policies.production.advance, isOpen: true, pointsAgeDays: 3 },
});

export const worlds = {
  demo: policies.demo,
  brisk,
  /** A table far above what lasts: the cover and the lifetime cap decide everything. */
  generous: {
    ...brisk,
    version: 'generous',
    rateTable: { first: ppb(900_000_000), step: ppb(0), ceiling: ppb(900_000_000) },
    minRate: ppb(1),
    capMultiple: 1,
  },
} as const satisfies Record<string, Policy>;

export type WorldName = keyof typeof worlds;

export const isWorldName = (name: string): name is WorldName => Object.hasOwn(worlds, name);

/** Seeds take turns. */
export function worldOf(seed: number): WorldName {
  return (['generous', 'brisk', 'demo'] as const)[seed % 3] ?? 'brisk';
}

/** As src/policy/policies.ts has it, for the bundles. */
export function policyOf(name: string): Policy {
  if (isWorldName(name)) return worlds[name];
  throw new Error(`there is no world ${name}`);
}

/** The same numbers as the auditor takes them. */
export function numbersOf(name: WorldName): Numbers {
  const policy = worlds[name];
  const { waterfall } = policy;
  return {
    firstThreshold: policy.firstThreshold,
    growthPercent: policy.growthPercent,
    firstRatePpb: policy.rateTable.first,
    stepPpb: policy.rateTable.step,
    ceilingPpb: policy.rateTable.ceiling,
    minRatePpb: policy.minRate,
    periodsPerRun: policy.periodsPerRun,
    lotValidMonths: policy.lotValidMonths,
    capMultiple: policy.capMultiple,
    returnedLotDays: policy.returnedLotDays,
    maturityDays: policy.maturityDays,
    payWithinMinutes: policy.payWithinMinutes,
    reviewFen: policy.reviewFen,
    fanBps: waterfall.fanBps,
    promoterBps: waterfall.promoterBps,
    countyBps: waterfall.countyBps,
    cityBps: waterfall.cityBps,
    provinceBps: waterfall.provinceBps,
    platformBps: waterfall.platformBps,
    advance: { ...policy.advance },
    skewMs: skewSecondsOf(name) * 1000,
  };
}

/** Two clocks differ by less than the folds allow for: their lag less the time to commit. */
export function skewSecondsOf(name: WorldName): number {
  const { foldLagSeconds, commitWithinSeconds } = worlds[name];
  return Math.min(30, (foldLagSeconds - commitWithinSeconds) * 0.48);
}
