// What the auditor knows so far: the journal as it was committed, and what follows from it.
import { Balances } from './balances';
import type {
  AccountDocument,
  DividendDocument,
  EntryDocument,
  FiguresDocument,
  MerchantDocument,
  OrderDocument,
  PoolDocument,
} from './documents';
import { Holder } from './holder';
import type { Numbers } from './numbers';

export class Books {
  readonly journal: EntryDocument[] = [];
  readonly known = new Map<string, EntryDocument>();
  /** All moves and matures, whenever they take effect. */
  readonly ever = new Balances();
  readonly orders = new Map<string, OrderDocument>();
  readonly accounts = new Map<string, AccountDocument>();
  /** In the order of their periods. */
  readonly dividends: DividendDocument[] = [];
  readonly merchants = new Map<string, MerchantDocument>();
  readonly holders = new Map<string, Holder>();
  /** By order: what the journal has posted. */
  readonly paid = new Map<string, EntryDocument>();
  readonly refundedFen = new Map<string, bigint>();
  /** By order: when its earning takes effect; absent while it has none. */
  readonly effectiveAt = new Map<string, number>();
  /** By account: when its person left last. */
  readonly since = new Map<string, number>();
  /** By period: cover that was collected of it. */
  readonly collectedFen = new Map<number, bigint>();
  readonly lapsed = new Set<number>();
  pool: PoolDocument | undefined;
  figures: FiguresDocument | undefined;
  now = 0;

  constructor(readonly numbers: Numbers) {}

  holder(account: string): Holder {
    const known = this.holders.get(account);
    if (known !== undefined) return known;
    const holder = new Holder(this.dividends, this.numbers.capMultiple);
    this.holders.set(account, holder);
    return holder;
  }

  /** What an account still owes of coupons that it had spent. */
  offset(account: string): bigint {
    return -this.ever.get(`offset/${account}`);
  }
}
