// Claiming a coupon of a campaign: who may, how often, and what it writes.
import type { Account } from '../accounts/account';
import { putIntoLots, type Lot } from '../coupons/lot';
import { journalEntry, moveCoupons, type JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import { fail, succeed, type Result } from '../result';
import { DAY } from '../time';
import { claimedLot, isRunning, type Campaign } from './campaign';

export type ClaimError =
  | { readonly code: 'campaign-not-open' }
  | { readonly code: 'not-for-you'; readonly awayDays: number }
  | { readonly code: 'claimed-enough'; readonly perPerson: number };

export interface Claim {
  readonly account: Account;
  readonly lot: Lot;
  readonly entry: JournalEntry;
}

interface ClaimInput {
  readonly campaign: Campaign;
  readonly account: Account;
  /** Hash of account and requestId: the same request is the same coupon. */
  readonly claimId: string;
  /** When the account last paid at one of the campaign's shops; undefined: never. */
  readonly lastVisitAt?: number | undefined;
  readonly at: number;
}

/** Checks and gives; the campaign's total is a counter of its own. */
export function claimCoupon(input: ClaimInput): Result<Claim, ClaimError> {
  const { campaign, account, at } = input;
  const isClaimed = campaign.kind === 'claim' || campaign.kind === 'win-back';
  if (!isClaimed || !isRunning(campaign, at)) return fail({ code: 'campaign-not-open' });
  const { awayDays } = campaign;
  if (awayDays !== undefined && !hasStayedAway(input, awayDays)) {
    return fail({ code: 'not-for-you', awayDays });
  }
  const { perPerson } = campaign;
  if (claimsOf(account, campaign.id) >= perPerson) {
    return fail({ code: 'claimed-enough', perPerson });
  }
  return succeed(give(input));
}

/** A coupon that wins back is for those who have been here, and not for a while. */
function hasStayedAway({ lastVisitAt, at }: ClaimInput, awayDays: number): boolean {
  return lastVisitAt !== undefined && at - lastVisitAt >= awayDays * DAY;
}

export function claimsOf({ claims = [] }: Account, campaignId: string): number {
  return claims.find((each) => each.campaignId === campaignId)?.count ?? 0;
}

function give({ campaign, account, claimId, at }: ClaimInput): Claim {
  const lot = claimedLot(campaign, { lotId: claimId, at });
  const entry = journalEntry({
    id: `${account.id}:claim:${claimId}`,
    kind: 'claim',
    at,
    effectiveAt: at,
    siteId: campaign.siteId,
    payer: account.id,
    moves: moveCoupons(
      { from: names.issuedOf(lot), to: names.couponsOf(account.id, lot) },
      lot.faceFen,
    ),
    matures: [],
  });
  const { id: campaignId, endsAt } = campaign;
  const count = claimsOf(account, campaignId) + 1;
  const others = (account.claims ?? []).filter(
    (each) => each.campaignId !== campaignId && each.endsAt > at,
  );
  return {
    account: {
      ...account,
      lots: putIntoLots(account.lots, lot),
      claims: [...others, { campaignId, count, endsAt }],
    },
    lot,
    entry,
  };
}
