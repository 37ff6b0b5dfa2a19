// The business numbers in force, as plain data: the auditor is told them and computes by itself.

export interface Numbers {
  readonly firstThreshold: number;
  readonly growthPercent: number;
  readonly firstRatePpb: number;
  readonly stepPpb: number;
  readonly ceilingPpb: number;
  readonly minRatePpb: number;
  readonly periodsPerRun: number;
  readonly lotValidMonths: number;
  readonly capMultiple: number;
  readonly returnedLotDays: number;
  readonly maturityDays: number;
  readonly payWithinMinutes: number;
  readonly reviewFen: number;
  readonly fanBps: number;
  readonly promoterBps: number;
  readonly countyBps: number;
  readonly cityBps: number;
  readonly provinceBps: number;
  readonly platformBps: number;
  readonly advance: {
    readonly isOpen: boolean;
    readonly limitBps: number;
    readonly receivedDays: number;
    readonly pointsAgeDays: number;
    readonly budgetFen: number;
  };
  /** By how much a function's clock may be wrong, ms. */
  readonly skewMs: number;
}

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
export const BPS = 10_000n;
export const PPB = 1_000_000_000n;

export function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

export function most(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

/** Division that rounds up; both sides are not negative. */
export function ceilingOf(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}
