// An alliance with coupons of every fund: campaigns and claims, offers and coupons that shops bear,
// fans and entry codes, advances, and shops that spend what their fans have brought.
import type { Account } from '../../src/domain/accounts/account';
import { advanceLimit, grantAdvance } from '../../src/domain/advance/advance';
import { closeActivities } from '../../src/domain/campaigns/activities';
import {
  automaticOffer,
  isRunning,
  type Campaign,
  type SpendBack,
} from '../../src/domain/campaigns/campaign';
import { claimCoupon } from '../../src/domain/campaigns/claim';
import { counterFor, countersOf, type Counter } from '../../src/domain/campaigns/counters';
import { budgetOf, campaignEntry, checkCampaign } from '../../src/domain/campaigns/open';
import type { Lot } from '../../src/domain/coupons/lot';
import { afterEntry, afterVisit, bringerOf, withoutFan } from '../../src/domain/fans/fan';
import {
  EMPTY_FIGURES,
  foldFigures,
  type FiguresState,
} from '../../src/domain/figures/site-figures';
import { balancesAt } from '../../src/domain/journal/balances';
import * as names from '../../src/domain/journal/names';
import type { Merchant } from '../../src/domain/merchants/merchant';
import { basisPoints, fen, totalFen, type Fen } from '../../src/domain/money/amounts';
import { NO_PAYEES, type Payees } from '../../src/domain/orders/waterfall';
import { SECOND } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import type { Policy } from '../../src/policy/policy';
import { isBehind, LedgerWorld, type Shop } from './ledger-world';

export class FundsWorld extends LedgerWorld {
  readonly campaigns: Campaign[] = [];
  counters: readonly Counter[] = [];
  override readonly deliveryBps = basisPoints(500);
  figures: FiguresState = EMPTY_FIGURES;
  private pledges: { amountFen: Fen; at: number }[] = [];

  constructor(overrides: Partial<Policy> = {}, merchantPage?: number) {
    super({ ...policies['demo-with-advance'], ...overrides }, merchantPage);
  }

  /** False when its terms are wrong, or nobody has its budget. */
  open(campaign: Campaign): boolean {
    if (!checkCampaign(campaign).ok || !this.hasBudget(campaign)) return false;
    const entry = campaignEntry(campaign, this.now);
    if (entry !== undefined) this.journal.push(entry);
    this.campaigns.push(campaign);
    this.counters = [...this.counters, ...countersOf(campaign)];
    return true;
  }

  /** The platform's out of what the pool has read, a shop's out of what it is owed. */
  private hasBudget(campaign: Campaign): boolean {
    const budgetFen = budgetOf(campaign);
    if (budgetFen === 0) return true;
    if (campaign.issuer !== undefined) {
      const owed = balancesAt(this.journal, this.now).get(
        names.payableMerchant(campaign.issuer.id),
      );
      return (owed ?? 0n) >= BigInt(budgetFen);
    }
    const unread = this.pledges.filter(({ at }) => at > this.pool.cursor);
    const pledgedFen = totalFen(unread.map(({ amountFen }) => amountFen));
    if (budgetFen > this.pool.balances.platformFen - pledgedFen) return false;
    this.pledges = [...unread, { amountFen: budgetFen, at: this.now }];
    return true;
  }

  /** Claims one coupon; false when the rules give none. */
  claim(who: string, campaign: Campaign): boolean {
    this.count += 1;
    const claimId = this.count.toString(16).padStart(6, '0');
    const visits = this.orders.filter(
      ({ payer, merchant, paidAt }) =>
        payer === who &&
        paidAt !== undefined &&
        campaign.shops.some(({ id }) => id === merchant.id),
    );
    const lastVisitAt = visits.length === 0 ? undefined : Math.max(...visits.map(lastPaidAt));
    const account = this.account(who);
    const claimed = claimCoupon({ campaign, account, claimId, lastVisitAt, at: this.now });
    const open = this.counters.filter(({ campaignId }) => campaignId === campaign.id);
    const counter = counterFor(open, claimId);
    if (!claimed.ok || counter === undefined) return false;
    this.counters = this.counters.map((each) =>
      each === counter ? { ...each, left: each.left - 1 } : each,
    );
    this.put(claimed.value.account);
    this.journal.push(claimed.value.entry);
    return true;
  }

  /** What campaigns that are over have left goes back, as the timer of the figures does it. */
  closeCampaigns(): void {
    const upTo = this.now - this.policy.foldLagSeconds * SECOND;
    for (const pass of ['at', 'effectiveAt'] as const) {
      const position = this.figures.reading[pass];
      const entries = this.ordered(pass).filter(
        (entry) => entry[pass] <= upTo && isBehind(entry, { pass, position }),
      );
      this.figures = foldFigures(this.figures, { pass, entries });
    }
    const closed = closeActivities(this.figures.activities, { upTo, at: this.now });
    this.figures = { ...this.figures, activities: closed.activities };
    this.journal.push(...closed.entries);
  }

  visit(visitor: string, { shop, by }: { shop: Shop; by: 'shop-code' | 'entry-code' }): void {
    const visit = { merchant: asMerchant(shop), visitor, at: this.now, rules: this.policy };
    const account = this.account(visitor);
    this.put(afterVisit(by === 'entry-code' ? afterEntry(account, visit) : account, visit));
  }

  leaveFan(who: string): void {
    this.put(withoutFan(this.account(who), this.now));
  }

  /** A part of what may be taken before its dividend; false when that is nothing. */
  takeAdvance(who: string, part: number): boolean {
    this.count += 1;
    const account = this.settlePerson(who);
    const terms = { availableFen: this.advanceFen, at: this.now, terms: this.policy };
    const { limitFen } = advanceLimit(account, terms);
    const amountFen = fen(Math.ceil(limitFen * part));
    const requestId = String(this.count);
    const granted = grantAdvance(account, { ...terms, amountFen, requestId });
    if (!granted.ok) return false;
    this.put(granted.value.account);
    this.advanceFen = granted.value.availableFen;
    this.journal.push(granted.value.entry);
    return true;
  }

  /** Shops have accounts too, and spend from them. */
  override account(id: string): Account {
    return isShop(id) ? this.merchant(id) : super.account(id);
  }

  override settlePerson(id: string): Account {
    return isShop(id) ? this.settleShop(id) : super.settlePerson(id);
  }

  protected override put(account: Account): void {
    if (!isShop(account.id)) super.put(account);
    else this.merchants.set(account.id, { ...this.merchant(account.id), ...account });
  }

  protected override offersAt(shop: Shop): readonly Lot[] {
    return this.runningAt(shop).flatMap((campaign) => automaticOffer(campaign) ?? []);
  }

  protected override spendBackAt(shop: Shop): SpendBack | undefined {
    const campaign = this.runningAt(shop).find(({ kind }) => kind === 'spend-back');
    return campaign === undefined ? undefined : { campaign };
  }

  private runningAt({ id }: Shop): Campaign[] {
    return this.campaigns.filter(
      (campaign) => isRunning(campaign, this.now) && campaign.shops.some((shop) => shop.id === id),
    );
  }

  protected override payeesOf({ payer, shop }: { payer: string; shop: Shop }): Payees {
    const payees = shop.payees ?? NO_PAYEES;
    if (isShop(payer)) return { ...payees, fan: null };
    const visit = { merchant: asMerchant(shop), visitor: payer, at: this.now, rules: this.policy };
    return { ...payees, fan: bringerOf(this.account(payer), visit)?.merchantId ?? null };
  }
}

function lastPaidAt({ paidAt = 0 }: { readonly paidAt?: number }): number {
  return paidAt;
}

function isShop(id: string): boolean {
  return id.startsWith('m-');
}

function asMerchant({ id, staff = [] }: Shop): Pick<Merchant, 'id' | 'staff'> {
  return { id, staff };
}
