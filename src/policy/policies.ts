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
  stacking: {
    order: ['shop-offer', 'delivery', 'alliance-offer'],
    atMost: { 'shop-offer': 1, 'delivery': 1, 'alliance-offer': 1 },
    notTogether: [['shop-offer', 'shop-balance']],
    shopShareBps: basisPoints(9000),
  },
  fanMonths: 12,
  entryHours: 24,
  advance: {
    isOpen: false,
    limitBps: basisPoints(5000),
    receivedDays: 180,
    pointsAgeDays: 30,
    budgetFen: fen(1_000_000_00),
    budgetBps: basisPoints(1000),
  },
};

const DEMO: Policy = {
  ...PRODUCTION,
  version: '2026-11-demo',
  firstThreshold: centipoints(400_00),
  maturityDays: 0,
  foldLagSeconds: 2,
  commitWithinSeconds: 1.5,
};

/** The demo with coupons that can be taken before their dividend. */
const DEMO_WITH_ADVANCE: Policy = {
  ...DEMO,
  version: '2026-11-demo-advance',
  advance: { ...DEMO.advance, isOpen: true, pointsAgeDays: 0 },
};

export const policies = {
  'production': checkProduction(PRODUCTION),
  'demo': checkPolicy(DEMO),
  'demo-with-advance': checkPolicy(DEMO_WITH_ADVANCE),
} as const satisfies Record<string, Policy>;

/** The policy of a name; an unknown name must stop the start. */
export function policyOf(name: string): Policy {
  if (Object.hasOwn(policies, name)) return policies[name as keyof typeof policies];
  throw new Error(`there is no policy ${name}`);
}
