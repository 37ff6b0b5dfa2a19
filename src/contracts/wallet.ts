// `wallet`: what a person holds, and why.
import { z } from 'zod';
import { defineContract, type DeepReadonly } from './contract';
import { amountFen, centipoints, instant, lotView } from './values';

/** What one period gave: amountFen = floor(eligiblePoints × ratePpb / 10⁹), under the cap. */
export const periodView = z.strictObject({
  period: z.int(),
  declaredAt: instant,
  /** Share of the points held that was released, in parts per billion. */
  ratePpb: z.int(),
  /** What the published table says; higher than ratePpb when the fund covered less. */
  tableRatePpb: z.int(),
  eligiblePoints: centipoints,
  amountFen,
  /** Cut by the lifetime cap of 5 × points. */
  isCapped: z.boolean(),
  /** Part that repaid an offset of an earlier refund. */
  offsetFen: amountFen,
  expiresAt: instant,
});
export type PeriodView = DeepReadonly<z.output<typeof periodView>>;

export const walletContract = defineContract({
  name: 'wallet',
  actions: {
    /** Balance, lots (soonest expiry first) and points. Writes nothing. */
    summary: {
      input: z.strictObject({}),
      output: z.strictObject({
        balanceFen: amountFen,
        /** Held by orders that wait for payment. */
        heldFen: amountFen,
        lots: z.array(lotView),
        /** Points in effect, and those that take effect later (待生效), soonest first. */
        points: centipoints,
        maturing: z.array(z.strictObject({ effectiveAt: instant, points: centipoints })),
        /** All that was ever released, and its ceiling of 5 × points (a ceiling, no promise). */
        receivedFen: amountFen,
        capFen: amountFen,
        /** Coupons spent and points' orders so far. */
        savedFen: amountFen,
        paidOrders: z.int(),
        /** Taken from the next releases after a refund; 0 for almost everybody. */
        offsetFen: amountFen,
        /** Latest period of the whole alliance, 0 before the first. */
        latestPeriod: z.int(),
      }),
      errors: [],
    },
    /** What each period gave me, newest first. */
    periods: {
      input: z.strictObject({}),
      output: z.strictObject({ periods: z.array(periodView) }),
      errors: [],
    },
    /** The text of my own code (a QR picture is drawn by the app). */
    code: {
      input: z.strictObject({}),
      output: z.strictObject({ code: z.string() }),
      errors: [],
    },
    /** The published rules: thresholds, rates and limits in force. */
    rules: {
      input: z.strictObject({}),
      output: z.strictObject({
        firstThresholdPoints: centipoints,
        growthPercent: z.int(),
        rateTable: z.strictObject({ firstPpb: z.int(), stepPpb: z.int(), ceilingPpb: z.int() }),
        capMultiple: z.int(),
        maturityDays: z.int(),
        validMonths: z.int(),
        minRebateBps: z.int(),
        maxRebateBps: z.int(),
        /** The latest periods of the whole alliance, newest first, at most 20. */
        periods: z.array(
          z.strictObject({
            period: z.int(),
            declaredAt: instant,
            ratePpb: z.int(),
            tableRatePpb: z.int(),
            points: centipoints,
            issuedFen: amountFen,
          }),
        ),
      }),
      errors: [],
    },
  },
});
