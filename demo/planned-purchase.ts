// One purchase of the demo's history.
export interface PlannedPurchase {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly openid: string;
  readonly merchantId: string;
  /** The bill before coupons. */
  readonly amountFen: number;
  /** Of the coupons that the cloud would choose, the share that is spent (0 to 1). */
  readonly couponShare: number;
}
