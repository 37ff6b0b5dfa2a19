// `wallet`: what a person holds, and why.
import * as z from 'zod';
import { defineContract, type DeepReadonly } from './contract';
import {
  amountFen,
  billFen,
  centipoints,
  instant,
  lotView,
  offerKind,
  orderId,
  requestId,
  stackingKind,
} from './values';

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
  /** Part that repaid an advance. */
  advanceFen: amountFen,
  expiresAt: instant,
});
export type PeriodView = DeepReadonly<z.output<typeof periodView>>;

/** An order whose points took part in a period. */
const earning = z.strictObject({
  orderId,
  merchantName: z.string(),
  siteId: z.string(),
  placedAt: instant,
  effectiveAt: instant,
  amountFen,
  /** What of the bill was refunded since: it no longer counts. */
  refundedFen: amountFen,
  rebateBps: z.int(),
  rebateFen: amountFen,
  /** What it counts for: floor((amount − refunded) × rate). */
  points: centipoints,
});
export type Earning = DeepReadonly<z.output<typeof earning>>;

/** Of every row: when it happened and what it came from. */
const rowOrigin = {
  id: z.string(),
  at: instant,
  orderId: orderId.optional(),
  merchantName: z.string().optional(),
};

/** A change of a coupon; amounts of all rows of a lot add up to its balance and holds. */
const couponRow = z.strictObject({
  ...rowOrigin,
  of: z.literal('coupon'),
  /**
   * given: by a period. claimed: of a campaign. earned: by a bill. advanced: before its dividend.
   * spent: on a bill. returned: of a refunded bill. taken-back: given for a bill that was refunded.
   * repaid: on its way back it repaid an offset. expired. left: given up with the account.
   */
  kind: z.enum([
    ...(['given', 'claimed', 'earned', 'advanced', 'spent', 'returned'] as const),
    ...(['taken-back', 'repaid', 'expired', 'left'] as const),
  ]),
  lotId: z.string(),
  /** Of a campaign's coupon: what it is called, and whether it is an offer. */
  campaign: z.strictObject({ name: z.string(), isOffer: z.boolean() }).optional(),
  /** Above 0 into the wallet, below 0 out of it; of an offer the most that it can cost. */
  amountFen: z.int(),
  period: z.int().optional(),
});
export type CouponRow = DeepReadonly<z.output<typeof couponRow>>;

/** A change of my points; all of them add up to points in effect and those that mature. */
const pointsRow = z.strictObject({
  ...rowOrigin,
  of: z.literal('points'),
  kind: z.enum(['earned', 'taken-back', 'left']),
  /** Above 0 earned, below 0 gone. */
  points: centipoints,
  /** From when they count; never before `at`. */
  effectiveAt: instant,
});

/** A change of what is to be taken from the next releases; all of them add up to the offset. */
const offsetRow = z.strictObject({
  ...rowOrigin,
  of: z.literal('offset'),
  /** carried: it was open when the account was closed, and stayed. */
  kind: z.enum(['incurred', 'repaid', 'carried']),
  /** Above 0: more is to be taken; below 0: so much less. */
  amountFen: z.int(),
  period: z.int().optional(),
});

/** A change of what I took before its dividend; all of them add up to the open advance. */
const advanceRow = z.strictObject({
  ...rowOrigin,
  of: z.literal('advance'),
  kind: z.enum(['taken', 'repaid', 'carried']),
  /** Above 0: the next releases repay so much more; below 0: so much less. */
  amountFen: z.int(),
  period: z.int().optional(),
});

/** One thing that happened to me. */
export const statementRow = z.discriminatedUnion('of', [
  couponRow,
  pointsRow,
  offsetRow,
  advanceRow,
]);
export type StatementRow = DeepReadonly<z.output<typeof statementRow>>;

/** One kind of rows: of coupons, of points, or everything that refunds have caused. */
export const statementShow = z.enum(['coupons', 'points', 'refunds']);
export type StatementShow = z.output<typeof statementShow>;

/** What the journal says of a site, or of all of them, since the beginning; refunds are off. */
const siteFigures = z.strictObject({
  orders: z.int(),
  /** Bills, coupons included. */
  salesFen: z.int(),
  /** Rebates that the shops gave on them. */
  rebateFen: z.int(),
  /** What of the rebates has matured into the fund behind coupons. */
  fundFen: z.int(),
  /** Coupons of dividends that shops of the site took, and were paid for by the fund. */
  couponFen: z.int(),
  /** Coupons of campaigns and fan rewards that they took, and were paid for by those funds. */
  otherCouponFen: z.int(),
  /** Points in effect, of both sides; of a site, those of people who left since are still in it. */
  points: centipoints,
});

export const walletContract = defineContract({
  name: 'wallet',
  actions: {
    /** Balance, lots (soonest expiry first) and points. Writes nothing. */
    summary: {
      input: z.strictObject({}),
      output: z.strictObject({
        /** What can be spent in parts; offers are not counted, since a bill decides their worth. */
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
        /** Taken before their dividend and not repaid yet: the next releases repay it. */
        advanceFen: amountFen,
        /** Whether advances are open to new ones. */
        isAdvanceOpen: z.boolean(),
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
    /**
     * Why a period gave me what it gave: the alliance's figures, mine, and the orders behind my
     * points, newest first; `before` is the last one's placedAt and id of the page before.
     */
    period: {
      input: z.strictObject({
        period: z.int().min(1),
        before: z.strictObject({ placedAt: instant, id: orderId }).optional(),
      }),
      output: z.strictObject({
        mine: periodView,
        alliance: z.strictObject({
          /** Points at which it was due, and what there was at the cut. */
          thresholdPoints: centipoints,
          points: centipoints,
          cut: instant,
          /** Arrived and not promised to anybody before it; what was set aside for it. */
          freeBeforeFen: amountFen,
          issuedFen: amountFen,
          /** The highest rate that freeBeforeFen covers: floor(free × 10⁹ / points). */
          coveredRatePpb: z.int(),
          policyVersion: z.string(),
        }),
        /** floor(eligible × rate / 10⁹), before the cap. */
        uncappedFen: amountFen,
        /** Received by the periods before it, and the cap at its cut: 5 × eligible. */
        receivedBeforeFen: amountFen,
        capFen: amountFen,
        /** The coupon that it went into. */
        lotId: z.string(),
        earnings: z.array(earning),
        isLast: z.boolean(),
      }),
      errors: ['period-not-found'],
    },
    /**
     * All that happened to my coupons, points, offset and advance, newest first: one kind of it with `show`,
     * one coupon with `lotId`. `before` is `next` of the page before. A page may have no rows and
     * not be the last.
     */
    statement: {
      input: z.strictObject({
        show: statementShow.optional(),
        lotId: z.string().min(1).max(100).optional(),
        before: z.strictObject({ at: instant, id: z.string().min(1).max(200) }).optional(),
      }),
      output: z.strictObject({
        rows: z.array(statementRow),
        /** Where the next page begins; absent on the last. */
        next: z.strictObject({ at: instant, id: z.string() }).optional(),
      }),
      errors: [],
    },
    /**
     * The alliance's open ledger: what came in, what went out, what stands behind the coupons. It
     * adds up: whole.fundFen − whole.couponFen =
     * fund.freeFen + fund.committedFen + fund.advanceFen − fund.owedFen.
     */
    ledger: {
      input: z.strictObject({}),
      output: z.strictObject({
        /** Everything up to this instant is counted. */
        at: instant,
        whole: siteFigures,
        sites: z.array(
          z.strictObject({
            siteId: z.string(),
            name: z.string(),
            city: z.string(),
            figures: siteFigures,
          }),
        ),
        fund: z.strictObject({
          /** Shares of rebates that take effect later. */
          pendingFen: amountFen,
          /** Not promised to anybody. */
          freeFen: amountFen,
          /** Stands behind coupons. */
          committedFen: amountFen,
          /** Set aside for coupons before their dividend. */
          advanceFen: amountFen,
          /** Coupons that people hold, those in open orders included. */
          couponsFen: amountFen,
          /** Declared, not collected yet. */
          uncollectedFen: amountFen,
          /** Owed to shops for refunds: the free fund pays it before anything else. */
          owedFen: amountFen,
          /** Of fan rewards: not given yet, behind coupons, and those coupons. */
          fanFreeFen: amountFen,
          fanCommittedFen: amountFen,
          fanCouponsFen: amountFen,
          /** Budgets of campaigns, and the coupons that they stand behind. */
          activityFen: amountFen,
          activityCouponsFen: amountFen,
          /** Coupons that shops bear themselves: nothing stands behind these. */
          shopCouponsFen: amountFen,
        }),
        /** Periods so far. */
        periods: z.int(),
        policyVersion: z.string(),
      }),
      errors: [],
    },
    /** What I may take before its dividend, and why no more. Writes nothing. */
    advance: {
      input: z.strictObject({}),
      output: z.strictObject({
        isOpen: z.boolean(),
        /** What may be taken now: the smallest of the next three, 0 while it is closed. */
        limitFen: amountFen,
        underCapFen: amountFen,
        byReceivedFen: amountFen,
        availableFen: amountFen,
        /** Open, and how it is limited: part of what was received in so many days; age of points. */
        advanceFen: amountFen,
        limitBps: z.int(),
        receivedDays: z.int(),
        pointsAgeDays: z.int(),
        capMultiple: z.int(),
      }),
      errors: [],
    },
    /** Takes coupons before their dividend. The same requestId is the same advance. */
    takeAdvance: {
      input: z.strictObject({ requestId, amountFen: billFen }),
      output: z.strictObject({ lot: lotView, advanceFen: amountFen }),
      errors: ['amount-invalid', 'request-id-reused', 'advance-closed', 'advance-exceeds-limit'],
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
        /** Which coupons go together on one bill. */
        stacking: z.strictObject({
          /** Offers lower a bill in this order; balance comes after them. */
          order: z.array(offerKind),
          atMost: z.record(offerKind, z.int()),
          notTogether: z.array(z.tuple([stackingKind, stackingKind])),
          shopShareBps: z.int(),
        }),
        /** Of what a fan spends anywhere, to the shop: of the bill, and at most a third of R. */
        fanBps: z.int(),
        fanMonths: z.int(),
        entryHours: z.int(),
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
