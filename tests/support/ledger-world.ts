// A whole alliance in memory, moved by the rules alone: no cloud, no clock but its own.
import {
  newAccount,
  newMerchantAccount,
  type Account,
  type MerchantAccount,
} from '../../src/domain/accounts/account';
import { leaveAlliance } from '../../src/domain/accounts/leave';
import { MERCHANT_PAGE, settleMerchant } from '../../src/domain/accounts/read-merchant';
import { settle } from '../../src/domain/accounts/settle';
import type { SpendBack } from '../../src/domain/campaigns/campaign';
import { bestUse, checkUse, type CheckedUse } from '../../src/domain/coupons/best-use';
import type { Lot } from '../../src/domain/coupons/lot';
import type { BillContext } from '../../src/domain/coupons/usable';
import type { JournalEntry } from '../../src/domain/journal/entry';
import {
  basisPoints,
  fen,
  NO_FEN,
  shareOf,
  type BasisPoints,
  type Fen,
} from '../../src/domain/money/amounts';
import { billOf } from '../../src/domain/orders/bill';
import { closeOrder, holdCoupons } from '../../src/domain/orders/hold';
import type { Order } from '../../src/domain/orders/order';
import { postPayment } from '../../src/domain/orders/post-payment';
import { refundOrder } from '../../src/domain/orders/refund';
import { NO_PAYEES, shareRebate, type Payees } from '../../src/domain/orders/waterfall';
import { conclude } from '../../src/domain/pool/conclude';
import type { Dividend } from '../../src/domain/pool/dividend';
import { foldPage, type Pass } from '../../src/domain/pool/fold';
import { emptyPool, type PoolState } from '../../src/domain/pool/state';
import { SECOND } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import type { Policy } from '../../src/policy/policy';

export const START = Date.UTC(2026, 10, 1, 2);

export interface Shop {
  readonly id: string;
  readonly rateBps: number;
  readonly ownership?: 'alliance' | 'self-operated';
  readonly staff?: readonly string[];
  readonly payees?: Payees;
  readonly siteId?: string;
  /** Offers that each of its bills has. */
  readonly offers?: readonly Lot[];
  /** What each of its bills gives back. */
  readonly spendBack?: SpendBack;
}

export class LedgerWorld {
  now = START;
  readonly journal: JournalEntry[] = [];
  readonly accounts = new Map<string, Account>();
  readonly merchants = new Map<string, MerchantAccount>();
  readonly orders: Order[] = [];
  readonly dividends: Dividend[] = [];
  readonly policy: Policy;
  pool: PoolState;
  /** What of a bill is for delivery. */
  readonly deliveryBps: BasisPoints = basisPoints(0);
  /** What advances may draw: pool/advance. */
  advanceFen: Fen = NO_FEN;
  protected count = 0;

  constructor(
    overrides: Partial<Policy> = {},
    private readonly merchantPage = MERCHANT_PAGE,
  ) {
    this.policy = { ...policies.demo, ...overrides };
    this.pool = emptyPool(this.policy.firstThreshold);
  }

  advance(milliseconds: number): void {
    this.now += milliseconds;
  }

  account(id: string): Account {
    return this.accounts.get(id) ?? newAccount({ id, period: this.pool.period });
  }

  merchant(id: string): MerchantAccount {
    return this.merchants.get(id) ?? newMerchantAccount(id);
  }

  /** Places a bill and holds its coupons: the best ones, or none. */
  place(input: { payer: string; shop: Shop; amountFen: number; useCoupons?: boolean }): Order {
    const { payer, shop } = input;
    const amountFen = fen(input.amountFen);
    const account = this.settlePerson(payer);
    const lots = input.useCoupons === true ? [...account.lots, ...this.offersAt(shop)] : [];
    const use = this.bestOf(lots, { shop, amountFen });
    const holding = holdCoupons(account, use);
    this.put(holding.account);
    const order = this.newOrder({ payer, shop, amountFen, use });
    this.orders.push(order);
    return order;
  }

  protected offersAt({ offers = [] }: Shop): readonly Lot[] {
    return offers;
  }

  protected payeesOf({ shop: { payees = NO_PAYEES } }: { payer: string; shop: Shop }): Payees {
    return payees;
  }

  protected spendBackAt({ spendBack }: Shop): SpendBack | undefined {
    return spendBack;
  }

  protected put(account: Account): void {
    this.accounts.set(account.id, account);
  }

  private bestOf(
    lots: readonly Lot[],
    { shop, amountFen }: { shop: Shop; amountFen: Fen },
  ): CheckedUse {
    const bill: BillContext = {
      ...{ amountFen, deliveryFen: shareOf(amountFen, this.deliveryBps), merchantId: shop.id },
      ...{ category: 'fruit', siteId: shop.siteId ?? 'hangzhou' },
      ...{ channel: 'counter', at: this.now },
    };
    const rules = this.policy.stacking;
    const checked = checkUse(lots, { uses: bestUse(lots, { bill, rules }), bill, rules });
    if (!checked.ok) throw new Error(checked.error.code);
    return checked.value;
  }

  private newOrder(input: { payer: string; shop: Shop; amountFen: Fen; use: CheckedUse }): Order {
    const { payer, shop, amountFen: totalFen, use } = input;
    const { ownership = 'alliance', staff = [], siteId = 'hangzhou' } = shop;
    const payees = this.payeesOf({ payer, shop });
    const spendBack = this.spendBackAt(shop);
    const { discountFen, couponFen, taken: held } = use;
    const rebateBps = basisPoints(shop.rateBps);
    const merchant = { ownership, staff };
    const bill = billOf({ merchant, payer, totalFen, discountFen, couponFen, rebateBps });
    this.count += 1;
    return {
      id: String(this.count).padStart(32, '0'),
      requestHash: '',
      payer,
      openid: payer,
      state: 'placed',
      channel: 'counter',
      merchant: { id: shop.id, code: shop.id, name: shop.id, picture: '', siteId },
      subMchId: 'sub',
      rebateCollection: 'own',
      bill,
      held,
      payees,
      shares: shareRebate({
        amountFen: bill.amountFen,
        rebateFen: bill.rebateFen,
        payees,
        rates: this.policy.waterfall,
      }),
      ...(spendBack === undefined ? {} : { spendBack }),
      maturityDays: this.policy.maturityDays,
      needsReview: false,
      policyVersion: this.policy.version,
      placedAt: this.now,
      payBefore: this.now,
      refundedFen: NO_FEN,
    };
  }

  settle(order: Order): Order {
    const account = this.account(order.payer);
    const posting = postPayment({ order, account, at: this.now });
    this.replace(posting.order);
    this.put(posting.account);
    this.journal.push(posting.entry);
    return posting.order;
  }

  pay(input: { payer: string; shop: Shop; amountFen: number; useCoupons?: boolean }): Order {
    return this.settle(this.place(input));
  }

  cancel(order: Order): void {
    const account = this.settlePerson(order.payer);
    const closing = closeOrder({ order, account, at: this.now, rules: this.policy });
    this.put(closing.account);
    this.replace(closing.order);
    if (closing.entry !== undefined) this.journal.push(closing.entry);
  }

  /** Refunds what of the amount is still refundable; returns undefined where nothing is. */
  refund(orderId: string, amountFen: number): Order | undefined {
    const order = this.orders.find(({ id }) => id === orderId);
    if (order === undefined) return undefined;
    const fanId = order.payees.fan;
    const isOfOther = fanId !== null && fanId !== order.merchant.id;
    this.settleShop(order.merchant.id);
    const fan = isOfOther ? this.settleShop(fanId) : undefined;
    const payer = this.settlePerson(order.payer);
    this.count += 1;
    const refund = refundOrder({
      order,
      payer,
      merchant: this.merchant(order.merchant.id),
      fan,
      amountFen: fen(amountFen),
      request: { id: String(this.count), by: 'merchant', reason: '退货' },
      at: this.now,
      rules: this.policy,
    });
    if (!refund.ok) return undefined;
    this.put(refund.value.payer);
    this.merchants.set(order.merchant.id, refund.value.merchant);
    if (refund.value.fan !== undefined) this.merchants.set(fanId ?? '', refund.value.fan);
    this.replace(refund.value.order);
    this.journal.push(refund.value.entry);
    return refund.value.order;
  }

  /** Closes a person's account; false while one of its orders waits for a payment. */
  leave(id: string): boolean {
    const isOpen = this.orders.some(({ payer, state }) => payer === id && state === 'placed');
    if (isOpen) return false;
    const left = leaveAlliance({ account: this.settlePerson(id), now: this.now });
    if (!left.ok) return false;
    this.accounts.set(id, left.value.account);
    this.journal.push(...left.value.entries);
    return true;
  }

  private replace(order: Order): void {
    const index = this.orders.findIndex(({ id }) => id === order.id);
    this.orders[index] = order;
  }

  settlePerson(id: string): Account {
    const settled = settle({
      account: this.account(id),
      dividends: this.dividends,
      through: this.pool,
      at: this.now,
      rules: this.policy,
    });
    this.accounts.set(id, settled.account);
    this.journal.push(...settled.entries);
    return settled.account;
  }

  /** Reads the shop's own entries up to the pool's cursor, a page at a time. */
  settleShop(id: string): MerchantAccount {
    for (let isLastPage = false; !isLastPage;) {
      const account = this.merchant(id);
      const behind = this.ordered('effectiveAt').filter(
        (entry) =>
          entry.shops?.includes(id) === true &&
          entry.effectiveAt <= this.pool.cursor &&
          isBehind(entry, { pass: 'effectiveAt', position: account.reading }),
      );
      const page = behind.slice(0, this.merchantPage);
      isLastPage = page.length === behind.length;
      const settled = settleMerchant({
        account,
        page,
        isLastPage,
        dividends: this.dividends,
        through: this.pool,
        at: this.now,
        rules: this.policy,
      });
      this.merchants.set(id, settled.account);
      this.journal.push(...settled.entries);
    }
    return this.merchant(id);
  }

  protected ordered(pass: Pass): JournalEntry[] {
    return [...this.journal].sort((a, b) => a[pass] - b[pass] || (a.id < b.id ? -1 : 1));
  }

  /** One run of the timer, in pages of any size. */
  runTimer(page = 1000): Dividend[] {
    const upTo = this.now - this.policy.foldLagSeconds * SECOND;
    if (upTo <= this.pool.cursor) return [];
    const read = this.read(this.pool, { upTo, page });
    const run = { upTo, at: this.now, rules: this.policy, advanceFen: this.advanceFen };
    const done = conclude(read, run);
    this.advanceFen = done.advanceFen;
    this.pool = done.state;
    this.journal.push(...done.entries);
    this.dividends.push(...done.dividends);
    return [...done.dividends];
  }

  /** The pool's state with everything added that lies behind its cursor. */
  poolNow(): PoolState {
    return this.read(this.pool, { upTo: this.now, page: 1000 });
  }

  private read(start: PoolState, { upTo, page }: { upTo: number; page: number }): PoolState {
    let state = start;
    for (const pass of ['at', 'effectiveAt'] as const) {
      const entries = this.ordered(pass).filter(
        (entry) => entry[pass] <= upTo && isBehind(entry, { pass, position: start.reading[pass] }),
      );
      for (let from = 0; from < entries.length; from += page) {
        state = foldPage(state, { pass, entries: entries.slice(from, from + page) });
      }
    }
    return state;
  }
}

export function isBehind(
  entry: JournalEntry,
  { pass, position }: { pass: Pass; position: { time: number; id: string } },
): boolean {
  return entry[pass] > position.time || (entry[pass] === position.time && entry.id > position.id);
}
