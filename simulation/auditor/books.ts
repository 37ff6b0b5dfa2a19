// What the auditor knows so far: the journal as it was committed, and what follows from it.
import { Balances } from './balances';
import type {
  AccountDocument,
  CampaignDocument,
  DividendDocument,
  EntryDocument,
  FiguresDocument,
  MerchantDocument,
  OrderDocument,
  PoolDocument,
} from './documents';
import { Holder } from './holder';
import { COUPON_FAMILIES } from './lots';
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
  readonly campaigns = new Map<string, CampaignDocument>();
  /** Claims by campaign and account. */
  readonly claims = new Map<string, Map<string, number>>();
  /** By campaign: what is left of its total. */
  readonly claimsLeft = new Map<string, number>();
  /** By order: what funds have had back of its coupons. */
  readonly couponsBackFen = new Map<string, bigint>();
  /** Orders whose reward its shop has been given. */
  readonly rewarded = new Set<string>();
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

  /** Coupons that an account has taken before their dividend, and not repaid. */
  advance(account: string): bigint {
    return -this.ever.get(`advance/${account}`);
  }

  /** All coupons of an account that the journal knows, by their names. */
  couponNames(account: string): string[] {
    return COUPON_FAMILIES.flatMap((family) => this.ever.names(`${family}/${account}/`));
  }
}
