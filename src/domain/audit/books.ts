// What the auditor reads.
import type { Account, MerchantAccount } from '../accounts/account';
import type { Campaign } from '../campaigns/campaign';
import type { Counter } from '../campaigns/counters';
import type { FiguresState } from '../figures/site-figures';
import type { JournalEntry } from '../journal/entry';
import type { Order } from '../orders/order';
import type { Dividend } from '../pool/dividend';
import type { PoolState } from '../pool/state';

/** All that the cloud holds, read while nothing writes. */
export interface Books {
  readonly journal: readonly JournalEntry[];
  readonly orders: readonly Order[];
  readonly accounts: readonly (Account | MerchantAccount)[];
  readonly dividends: readonly Dividend[];
  readonly campaigns: readonly Campaign[];
  readonly counters: readonly Counter[];
  readonly pool: PoolState;
  /** What advances may draw. */
  readonly advanceFen: number;
  /** Of the open ledger; absent before the first run of their timer. */
  readonly figures?: FiguresState;
  readonly rules: { readonly capMultiple: number; readonly growthPercent: number };
  readonly firstThreshold: number;
}

/** A finding where a stored number is not what the journal makes it. */
export function difference(
  what: string,
  { says, is }: { says: number | bigint; is: bigint },
): string[] {
  return BigInt(says) === is ? [] : [`${what}: stored ${says}, by the journal ${is}`];
}
