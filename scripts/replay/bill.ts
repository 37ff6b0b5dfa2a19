/** A bill that a replay pays at a shop's counter. */
export interface Bill {
  /** The same in every run; at least 16 letters, digits and hyphens. */
  readonly id: string;
  /** Openid. */
  readonly payer: string;
  /** Index in the list of shops. */
  readonly shop: number;
  readonly amountFen: number;
  /** Milliseconds. */
  readonly at: number;
}
