// Documents as they lie in the store, in the auditor's own words: only what it looks at.

export interface MoveDocument {
  readonly from: string;
  readonly to: string;
  readonly asset: string;
  readonly amount: number;
}

export interface EntryDocument {
  readonly _id: string;
  readonly kind: string;
  readonly at: number;
  readonly effectiveAt: number;
  readonly siteId?: string;
  readonly merchantId?: string;
  readonly payer?: string;
  readonly orderId?: string;
  readonly fan?: string;
  readonly billFen?: number;
  readonly moves: readonly MoveDocument[];
  readonly matures: readonly MoveDocument[];
  readonly collected?: readonly {
    readonly period: number;
    readonly amountFen: number;
    readonly lotId: string;
    readonly lotFen: number;
  }[];
}

export interface LotDocument {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly fundedBy: string;
  readonly campaignId?: string;
  /** Of what came back after its end. */
  readonly returnedAt?: number;
  readonly faceFen: number;
  readonly balanceFen: number;
  readonly startsAt: number;
  readonly expiresAt: number;
}

/** A part of a lot that an order has taken out of a wallet, or a shop's own offer. */
export interface HeldDocument {
  readonly lot: LotDocument;
  readonly amountFen: number;
}

export interface CampaignDocument {
  readonly _id: string;
  readonly fundedBy: string;
  readonly issuer?: { readonly id: string };
  readonly shops: readonly { readonly id: string }[];
  readonly terms: {
    readonly benefit: {
      readonly kind: string;
      readonly faceFen?: number;
      readonly offFen?: number;
      readonly offBps?: number;
      readonly ceilingFen?: number;
    };
    readonly scope: {
      readonly kind: string;
      readonly merchants?: readonly { readonly id: string }[];
      readonly category?: string;
      readonly siteId?: string;
    };
    readonly channels: readonly string[];
    readonly minSpendFen: number;
    readonly maxShareBps: number;
    readonly windows?: readonly {
      readonly weekdays: readonly number[];
      readonly fromMinute: number;
      readonly untilMinute: number;
    }[];
    readonly validDays: number;
    readonly validUntil: number;
  };
  readonly startsAt: number;
  readonly endsAt: number;
  readonly total: number;
  readonly perPerson: number;
  readonly awayDays?: number;
  readonly spendBack?: { readonly backBps: number; readonly ceilingFen: number };
}

export interface RefundDocument {
  readonly id: string;
  readonly amountFen: number;
  readonly cashFen: number;
  readonly couponFen: number;
  readonly at: number;
  readonly cash: string;
  readonly nextAt?: number;
  readonly failure?: string;
}

export interface OrderDocument {
  readonly _id: string;
  readonly payer: string;
  readonly state: string;
  readonly channel: string;
  readonly merchant: { readonly id: string; readonly siteId: string };
  readonly subMchId: string;
  readonly rebateCollection: string;
  readonly bill: {
    readonly totalFen: number;
    readonly discountFen: number;
    readonly amountFen: number;
    readonly couponFen: number;
    readonly cashFen: number;
    readonly rebateBps: number;
    readonly rebateFen: number;
    readonly payerPoints: number;
    readonly merchantPoints: number;
  };
  readonly held: readonly HeldDocument[];
  readonly payees: Readonly<Record<string, string | null>>;
  readonly shares: Readonly<Record<string, number>>;
  readonly spendBack?: { readonly campaign: CampaignDocument; readonly lotId?: string };
  readonly maturityDays: number;
  readonly needsReview: boolean;
  readonly placedAt: number;
  readonly payBefore: number;
  readonly paidAt?: number;
  readonly closedAt?: number;
  readonly recheckAt?: number;
  readonly effectiveAt?: number;
  readonly refundedFen: number;
  readonly refunds?: readonly RefundDocument[];
  readonly latePayment?: { readonly amountFen: number; readonly refunded: boolean };
}

export interface AccountDocument {
  readonly _id: string;
  readonly points: number;
  readonly maturing: readonly {
    readonly effectiveAt: number;
    readonly points: number;
    readonly orderId: string;
  }[];
  readonly period: number;
  readonly receivedFen: number;
  readonly offsetFen: number;
  readonly advanceFen: number;
  readonly fanOffsetFen?: number;
  readonly lots: readonly LotDocument[];
  readonly history: readonly {
    readonly period: number;
    readonly eligible: number;
    readonly amountFen: number;
  }[];
  readonly heldFen: number;
  readonly since?: number;
  /** Of a shop's account alone. */
  readonly reading?: Position;
  readonly cancelled?: readonly { readonly orderId: string; readonly points: number }[];
}

export interface DividendDocument {
  readonly _id: string;
  readonly period: number;
  readonly rate: number;
  readonly tableRate: number;
  readonly threshold: number;
  readonly points: number;
  readonly freeBeforeFen: number;
  readonly issuedFen: number;
  readonly cut: number;
  readonly at: number;
  readonly expiresAt: number;
}

export interface Position {
  readonly time: number;
  readonly id: string;
}

export interface PoolDocument {
  readonly cursor: number;
  readonly period: number;
  readonly nextThreshold: number;
  readonly points: number;
  readonly balances: {
    readonly pendingFen: number;
    readonly freeFen: number;
    readonly committedFen: number;
    readonly couponsFen: number;
    readonly platformFen: number;
    readonly advanceFen: number;
  };
  readonly uncollected: readonly { readonly period: number; readonly amountFen: number }[];
  readonly owed: readonly { readonly id: string; readonly amountFen: number }[];
}

export interface FiguresDocument {
  readonly reading: { readonly at: Position; readonly effectiveAt: Position };
  readonly sites: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly fund: Readonly<Record<string, number>>;
}

export interface MerchantDocument {
  readonly _id: string;
  readonly ownership: string;
  readonly category: string;
  readonly siteId: string;
  readonly rates: readonly { readonly bps: number; readonly from: number }[];
  readonly rebateCollection: string;
  readonly subMchId: string;
  readonly staff: readonly string[];
}

/** All that the store holds at one instant, while no transaction is half done. */
export interface Snapshot {
  /** The cloud's clock, ms. */
  readonly now: number;
  /** In the order in which they were committed. */
  readonly journal: readonly EntryDocument[];
  readonly orders: readonly OrderDocument[];
  readonly accounts: readonly AccountDocument[];
  readonly dividends: readonly DividendDocument[];
  readonly merchants: readonly MerchantDocument[];
  readonly campaigns: readonly CampaignDocument[];
  /** What is left of campaigns' totals. */
  readonly counters: readonly { readonly campaignId: string; readonly left: number }[];
  readonly pool?: PoolDocument;
  readonly figures?: FiguresDocument;
}

/** What WeChat Pay has: fen that each sub-merchant's account holds. */
export type Funds = Readonly<
  Record<string, { readonly available: number; readonly frozen: number }>
>;
