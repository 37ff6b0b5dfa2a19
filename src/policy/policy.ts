// The business numbers. Rules take them as an argument; they are checked when loaded.
import type { AccountRules } from '../domain/accounts/settle';
import type { ReturnRules } from '../domain/accounts/return-coupons';
import type { StackingRules } from '../domain/coupons/stacking';
import type { FanRules } from '../domain/fans/fan';
import type { Fen } from '../domain/money/amounts';
import type { WaterfallRates } from '../domain/orders/waterfall';
import type { PoolRules } from '../domain/pool/conclude';

export interface Policy extends PoolRules, AccountRules, ReturnRules, FanRules {
  /** Which coupons go together on one bill. */
  readonly stacking: StackingRules;
  readonly waterfall: WaterfallRates;
  /** Days from completion until points take effect. */
  readonly maturityDays: number;
  /** A fold reads only what is at least this old. */
  readonly foldLagSeconds: number;
  /** A transaction attempt older than this does not commit; well below the lag. */
  readonly commitWithinSeconds: number;
  /** An order waits this long for its payment. */
  readonly payWithinMinutes: number;
  /** Bills above this mature only after an operator's look. */
  readonly reviewFen: Fen;
}
