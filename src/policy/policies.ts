// The policies in force: production, and the demo, where one watches things happen.
import { basisPoints, centipoints, fen, ppb } from '../domain/money/amounts';
import { checkPolicy, checkProduction } from './load';
import type { Policy } from './policy';

const PRODUCTION: Policy = {
  version: '2026-11',
  firstThreshold: centipoints(5_000_000_00),
  growthPercent: 15,
  rateTable: { first: ppb(5_000_000), step: ppb(250_000), ceiling: ppb(30_000_000) },
  minRate: ppb(100_000),
  periodsPerRun: 5,
  lotValidMonths: 12,
  releasesStopped: false,
  capMultiple: 5,
  returnedLotDays: 7,
  waterfall: {
    fanBps: basisPoints(100),
    promoterBps: basisPoints(500),
    countyBps: basisPoints(300),
    cityBps: basisPoints(200),
    provinceBps: basisPoints(100),
    platformBps: basisPoints(900),
  },
  maturityDays: 7,
  foldLagSeconds: 120,
  commitWithinSeconds: 40,
  payWithinMinutes: 15,
  reviewFen: fen(50_000_00),
};

const DEMO: Policy = {
  ...PRODUCTION,
  version: '2026-11-demo',
  firstThreshold: centipoints(400_00),
  maturityDays: 0,
  foldLagSeconds: 2,
  commitWithinSeconds: 1.5,
};

export const policies = {
  production: checkProduction(PRODUCTION),
  demo: checkPolicy(DEMO),
} as const satisfies Record<string, Policy>;

/** The policy of a name; an unknown name must stop the start. */
export function policyOf(name: string): Policy {
  if (name === 'production' || name === 'demo') return policies[name];
  throw new Error(`there is no policy ${name}`);
}
