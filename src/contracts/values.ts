// Values that several contracts share. Money crosses the cloud as integer fen, points as integer
// centipoints (1 point = 100), times as milliseconds since 1970 UTC, positions as GCJ-02 degrees.
import * as z from 'zod';
import type { DeepReadonly } from './contract';
import {
  MAX_BILL_FEN,
  MAX_LOTS_PER_BILL,
  MAX_RADIUS_METRES,
  MIN_RADIUS_METRES,
} from '../domain/limits';
import { CATEGORIES } from '../domain/merchants/category';

export const amountFen = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** A bill that someone asks for; 0 has its own error code, so it passes here. */
export const billFen = z.number().max(Number.MAX_VALUE);
export const centipoints = z.int();
export const instant = z.int();
export const requestId = z.string().regex(/^[0-9a-zA-Z-]{16,64}$/);
export const orderId = z.string().regex(/^[0-9a-f]{32}$/);
/** The 8 characters behind `m=` in a shop's code. */
export const merchantCode = z.string().regex(/^[0-9a-z]{8}$/);
export const radiusMetres = z.int().min(MIN_RADIUS_METRES).max(MAX_RADIUS_METRES);

export const position = z.strictObject({
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
});

export const couponUse = z.strictObject({
  lotId: z.string().min(1).max(100),
  amountFen: z.int().min(1).max(MAX_BILL_FEN),
});
export const couponUses = z.array(couponUse).max(MAX_LOTS_PER_BILL);

export const category = z.enum(CATEGORIES);

/** Trading: 'active'; 'closed' does not take payments for now; 'left' the alliance. */
const merchantState = z.enum(['active', 'closed', 'left']);

const openingHours = z.strictObject({
  /** Minutes after midnight, UTC+8; closes may pass 1440 when the shop closes after midnight. */
  opensMinute: z.int().min(0).max(1440),
  closesMinute: z.int().min(0).max(2880),
});

export const merchantCard = z.strictObject({
  id: z.string(),
  code: merchantCode,
  name: z.string(),
  category,
  state: merchantState,
  ownership: z.enum(['alliance', 'self-operated']),
  siteId: z.string(),
  /** The community (小区) that the shop has settled in; absent for a shop that belongs to none. */
  communityId: z.string().optional(),
  address: z.string(),
  phone: z.string(),
  picture: z.string(),
  position,
  openingHours,
  averageSpendFen: amountFen,
  /** Rebate in force today, basis points. */
  rebateBps: z.int(),
  /** From the asked position; absent when there was none. */
  distanceMetres: z.int().optional(),
});

/** A shop as coupons name it. */
export const namedShop = z.strictObject({
  id: z.string().min(1).max(40),
  code: merchantCode,
  name: z.string().max(60),
});

/** Where a coupon may be spent. */
export const lotScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('alliance') }),
  z.strictObject({ kind: z.literal('merchants'), merchants: z.array(namedShop).max(10) }),
  z.strictObject({ kind: z.literal('category'), category }),
  z.strictObject({ kind: z.literal('site'), siteId: z.string().min(1).max(40) }),
]);

/** What an offer gives; a percentage is of what the till says, `offBps` taken off. */
export const benefit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('money-off'), offFen: amountFen }),
  z.strictObject({ kind: z.literal('percentage'), offBps: z.int(), ceilingFen: amountFen }),
  z.strictObject({ kind: z.literal('free-delivery'), ceilingFen: amountFen }),
]);

/** Kinds of coupons that the stacking rules tell apart; wallet.rules publishes them. */
export const offerKind = z.enum(['shop-offer', 'delivery', 'alliance-offer']);
export const stackingKind = z.enum([...offerKind.options, 'shop-balance', 'balance']);

/** Hours of the week, UTC+8: weekdays 1 Monday … 7 Sunday, minutes after midnight. */
export const timeWindow = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  fromMinute: z.int().min(0).max(1439),
  untilMinute: z.int().min(1).max(1440),
});

export const channels = z.array(z.enum(['counter', 'mall'])).min(1);
/** Who bears it: a fund, a budget put aside (activity, issuer), or the shop that accepts it. */
const funder = z.enum(['dividend', 'fan', 'activity', 'issuer', 'acceptor']);

export const lotView = z.strictObject({
  id: z.string(),
  source: z.enum(['dividend', 'advance', 'fan', 'campaign', 'shop']),
  fundedBy: funder,
  /** Absent for balance, which is spent in parts; an offer is used once. */
  benefit: benefit.optional(),
  /** Of a campaign: which, and what it is called. */
  campaignId: z.string().optional(),
  name: z.string().optional(),
  /** The shop that pays for it, where an issuer does. */
  issuerName: z.string().optional(),
  scope: lotScope,
  channels,
  minSpendFen: amountFen,
  maxShareBps: z.int(),
  windows: z.array(timeWindow).optional(),
  faceFen: amountFen,
  balanceFen: amountFen,
  startsAt: instant,
  expiresAt: instant,
});

export const bill = z.strictObject({
  /** What the till says, and what the shop's own offers and coupons take off it. */
  totalFen: amountFen,
  discountFen: amountFen,
  /** What is due: total less discount. */
  amountFen,
  /** Paid by funds. */
  couponFen: amountFen,
  cashFen: amountFen,
  rebateBps: z.int(),
  rebateFen: amountFen,
  /** What the payer and the merchant earn by it; 0 where the rules give none. */
  payerPoints: centipoints,
  merchantPoints: centipoints,
});

export const orderState = z.enum([
  'placed',
  'paid',
  'completed',
  'closed',
  'disputed',
  'refunding',
  'partly-refunded',
  'refunded',
]);

export const refundView = z.strictObject({
  id: z.string(),
  amountFen,
  cashFen: amountFen,
  /** What funds had paid of it; all but the two below went back to the funds, for offers. */
  couponFen: amountFen,
  /** Of that, what is in the wallet again, and what repaid an offset instead. */
  returnedFen: amountFen,
  offsetFen: amountFen,
  at: instant,
  by: z.enum(['merchant', 'platform']),
  reason: z.string(),
  /** Whether WeChat Pay has taken the cash on; it arrives within days. */
  cash: z.enum(['waiting', 'returned']),
});

export const orderView = z.strictObject({
  id: orderId,
  state: orderState,
  channel: z.enum(['counter']),
  merchant: z.strictObject({
    id: z.string(),
    code: merchantCode,
    name: z.string(),
    picture: z.string(),
    siteId: z.string(),
  }),
  table: z.string().optional(),
  bill,
  uses: z.array(
    z.strictObject({
      lotId: z.string(),
      amountFen,
      expiresAt: instant,
      fundedBy: funder,
      benefit: benefit.optional(),
      name: z.string().optional(),
    }),
  ),
  /** Coupons that it gives back once it is paid. */
  spendBackFen: amountFen,
  /** A shop gets a reward out of the rebate for having brought the payer. */
  broughtBy: z.enum(['fan', 'entry']).optional(),
  placedAt: instant,
  /** A placed order is closed after this time. */
  payBefore: instant,
  paidAt: instant.optional(),
  closedAt: instant.optional(),
  /** A large bill: it earns only after an operator's look. */
  needsReview: z.boolean(),
  /** When the points take effect; present once it has earned. */
  effectiveAt: instant.optional(),
  refundedFen: amountFen,
  refunds: z.array(refundView),
});

export type Position = DeepReadonly<z.output<typeof position>>;
export type Category = z.output<typeof category>;
export type MerchantCard = DeepReadonly<z.output<typeof merchantCard>>;
export type LotView = DeepReadonly<z.output<typeof lotView>>;
export type Bill = DeepReadonly<z.output<typeof bill>>;
export type OrderView = DeepReadonly<z.output<typeof orderView>>;
export type RefundView = DeepReadonly<z.output<typeof refundView>>;
export type CouponUse = DeepReadonly<z.output<typeof couponUse>>;
