// A shop as the rules see it, and as it is stored.
import type { Campaign } from '../campaigns/campaign';
import type { Category } from './category';

export type MerchantState = 'active' | 'closed' | 'left';
export type Ownership = 'alliance' | 'self-operated';
/** How a shop's rebate reaches the platform; see docs/glossary.md. */
export type RebateCollection = 'own' | 'profit-sharing' | 'netting';
/** A rate and the instant (ms) from which it is in force; the newest stands last. */
export interface RebateRate {
  readonly bps: number;
  readonly from: number;
}

export interface Merchant {
  /** Internal id, e.g. `m-hz-001`; journal accounts and orders carry it. */
  readonly id: string;
  /** The 8 characters [0-9a-z] behind `m=` in the shop's code; unique. */
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly state: MerchantState;
  readonly ownership: Ownership;
  readonly siteId: string;
  /** The community (小区) that it has settled in. */
  readonly communityId?: string;
  readonly address: string;
  readonly phone: string;
  /** Path or URL of a picture. */
  readonly picture: string;
  /** More of them, for the shop's page. */
  readonly morePictures?: readonly string[];
  /** What the shop says of itself. */
  readonly introduction?: string;
  /** GCJ-02 degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** Minutes after midnight, UTC+8; closes may pass 1440. */
  readonly openingHours: { readonly opensMinute: number; readonly closesMinute: number };
  readonly averageSpendFen: number;
  readonly rates: readonly RebateRate[];
  readonly rebateCollection: RebateCollection;
  /** WeChat Pay sub-merchant number. */
  readonly subMchId: string;
  /** Its own campaigns, running or still to run, that a bill has without claiming. */
  readonly campaigns?: readonly Campaign[];
  /** Accounts (`u-…`) of owner and staff, who earn nothing here. */
  readonly staff: readonly string[];
}
