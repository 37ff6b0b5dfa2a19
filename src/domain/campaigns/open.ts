// Opening a campaign: its terms are checked, and whoever pays for it puts the whole budget aside.
import { journalEntry, moveFen, type JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import { fen, type Fen } from '../money/amounts';
import { fail, succeed, type Result } from '../result';
import { DAY } from '../time';
import { faceOf, type Campaign } from './campaign';

/** The first rule that a campaign breaks. */
export type CampaignInvalid = {
  readonly code: 'campaign-invalid';
  readonly rule:
    'name' | 'time' | 'quantity' | 'amount' | 'share' | 'shops' | 'kind' | 'funder' | 'budget';
};

/** After its last coupon has expired: time for what an open order still gives back. */
const CLOSING_AFTER = 15 * DAY;
const MOST_SHOPS = 10;
const MOST_COUPONS = 1_000_000;
const MOST_PER_PERSON = 100;
const MOST_BUDGET_FEN = 1_000_000_000_000;
/** Largest part of a bill that a shop's own coupon may take; the rest is left to be paid. */
const LARGEST_SHARE_BPS = 9000;

export function checkCampaign(campaign: Campaign): Result<Campaign, CampaignInvalid> {
  const broken = RULES.find(({ holds }) => !holds(campaign));
  return broken === undefined
    ? succeed(campaign)
    : fail({ code: 'campaign-invalid', rule: broken.rule });
}

const RULES: readonly {
  readonly rule: CampaignInvalid['rule'];
  readonly holds: (campaign: Campaign) => boolean;
}[] = [
  { rule: 'name', holds: ({ id, name }) => !/[./]/.test(id) && name.length > 0 },
  {
    rule: 'time',
    holds: ({ startsAt, endsAt, terms: { validDays, validUntil } }) =>
      startsAt < endsAt && endsAt <= validUntil && validDays >= 1,
  },
  {
    rule: 'quantity',
    holds: ({ total, perPerson }) =>
      isBetween(total, MOST_COUPONS) && isBetween(perPerson, MOST_PER_PERSON),
  },
  { rule: 'amount', holds: ({ terms }) => faceOf(terms) >= 1 && isSmallerThanMinimum(terms) },
  { rule: 'share', holds: isShareLeft },
  { rule: 'shops', holds: ({ shops }) => shops.length <= MOST_SHOPS },
  { rule: 'kind', holds: isOfItsKind },
  { rule: 'funder', holds: isPaidFor },
  {
    rule: 'budget',
    holds: ({ fundedBy, total, terms }) =>
      fundedBy === 'acceptor' || total * faceOf(terms) <= MOST_BUDGET_FEN,
  },
];

function isBetween(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= most;
}

/** Money off needs a bill that is not smaller. */
function isSmallerThanMinimum({ benefit, minSpendFen }: Campaign['terms']): boolean {
  return benefit.kind !== 'money-off' || benefit.offFen <= minSpendFen;
}

function isShareLeft({ fundedBy, terms: { benefit, maxShareBps } }: Campaign): boolean {
  const most = fundedBy === 'acceptor' ? LARGEST_SHARE_BPS : 10_000;
  const isPart = benefit.kind !== 'percentage' || isBetween(benefit.offBps, LARGEST_SHARE_BPS);
  return isBetween(maxShareBps, most) && isPart;
}

/** A coupon that wins people back looks at visits of its shops, so it names some. */
function isOfItsKind({ kind, shops, terms, spendBack, awayDays }: Campaign): boolean {
  const isBalance = terms.benefit.kind === 'balance';
  switch (kind) {
    case 'claim':
      return spendBack === undefined && awayDays === undefined;
    case 'win-back':
      return spendBack === undefined && awayDays !== undefined && awayDays >= 1 && shops.length > 0;
    case 'automatic':
      return spendBack === undefined && awayDays === undefined && !isBalance;
    case 'spend-back':
      return spendBack !== undefined && awayDays === undefined && isBalance;
  }
}

/**
 * What a bill has by itself, or gives back, the shops bear themselves; and a shop bears its own only,
 * so such coupons name their shops.
 */
function isPaidFor({ kind, fundedBy, issuer, shops, terms: { scope } }: Campaign): boolean {
  const isOfShops =
    scope.kind === 'merchants' &&
    scope.merchants.length > 0 &&
    scope.merchants.every(({ id }) => shops.some((shop) => shop.id === id));
  if (fundedBy === 'acceptor') return isOfShops;
  if (kind === 'automatic' || kind === 'spend-back') return false;
  return (fundedBy === 'issuer') === (issuer !== undefined);
}

/** What is put aside: all coupons at the most that they can cost; nothing where shops bear it. */
export function budgetOf({ fundedBy, total, terms }: Campaign): Fen {
  return fundedBy === 'acceptor' ? fen(0) : fen(total * faceOf(terms));
}

/** `campaign:<id>`: the budget on its way; none where shops bear their own. */
export function campaignEntry(campaign: Campaign, at: number): JournalEntry | undefined {
  const budgetFen = budgetOf(campaign);
  if (budgetFen === 0) return undefined;
  const { id, issuer, siteId } = campaign;
  const from = issuer === undefined ? names.INCOME_PLATFORM : names.payableMerchant(issuer.id);
  return journalEntry({
    ...{ id: `campaign:${id}`, kind: 'campaign', at, effectiveAt: at, siteId },
    ...(issuer === undefined ? {} : { merchantId: issuer.id, shops: [issuer.id] }),
    moves: moveFen({ from, to: names.activityFund(id) }, budgetFen),
    matures: [],
    campaign: {
      id,
      closesAt: campaign.terms.validUntil + CLOSING_AFTER,
      ...(issuer === undefined ? {} : { issuer: issuer.id }),
    },
  });
}
