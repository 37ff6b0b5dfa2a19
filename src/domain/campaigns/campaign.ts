// A campaign: coupons that people claim, or that a shop gives by itself, with limits and whose cost.
import type {
  Benefit,
  BalanceLot,
  Channel,
  Lot,
  LotFunder,
  LotScope,
  NamedShop,
  OfferLot,
} from '../coupons/lot';
import type { TimeWindow } from '../coupons/time-window';
import { NO_FEN, shareOf, smaller, type BasisPoints, type Fen } from '../money/amounts';
import { DAY, dayOf, startOfNextDay } from '../time';

/**
 * claim: taken by hand. win-back: the same, for those who have stayed away from the shop.
 * automatic: a bill of the shop has it without claiming. spend-back: given by a paid bill.
 */
export type CampaignKind = 'claim' | 'win-back' | 'automatic' | 'spend-back';
export type CampaignFunder = Extract<LotFunder, 'activity' | 'issuer' | 'acceptor'>;

export interface CampaignTerms {
  readonly benefit: Benefit | { readonly kind: 'balance'; readonly faceFen: Fen };
  readonly scope: LotScope;
  readonly channels: readonly Channel[];
  readonly minSpendFen: Fen;
  readonly maxShareBps: BasisPoints;
  readonly windows?: readonly TimeWindow[];
  /** Whole days after the one on which it starts; never beyond `validUntil`. */
  readonly validDays: number;
  /** Milliseconds: no coupon of it lives longer. */
  readonly validUntil: number;
}

export interface Campaign {
  /** `c-…`, without a dot. */
  readonly id: string;
  readonly name: string;
  readonly kind: CampaignKind;
  readonly fundedBy: CampaignFunder;
  /** Who has started it; absent: the platform. An issuer pays with its own money. */
  readonly issuer?: NamedShop;
  /** Where it is shown. */
  readonly siteId: string;
  /** The shops that it is about; none: all of the site. */
  readonly shops: readonly NamedShop[];
  readonly terms: CampaignTerms;
  /** Milliseconds; claimed, given or in force from … until. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly total: number;
  readonly perPerson: number;
  /** Of spend-back: what of the bill comes back, and at most how much. */
  readonly spendBack?: { readonly backBps: BasisPoints; readonly ceilingFen: Fen };
  /** Of win-back: days since the last visit. */
  readonly awayDays?: number;
  readonly isStopped: boolean;
}

export function isRunning({ isStopped, startsAt, endsAt }: Campaign, at: number): boolean {
  return !isStopped && startsAt <= at && at < endsAt;
}

/** The most that one coupon can cost whoever pays for it. */
export function faceOf({ benefit }: CampaignTerms): Fen {
  switch (benefit.kind) {
    case 'balance':
      return benefit.faceFen;
    case 'money-off':
      return benefit.offFen;
    case 'percentage':
    case 'free-delivery':
      return benefit.ceilingFen;
  }
}

/** A coupon of a campaign, as it is claimed at an instant. */
export function claimedLot(campaign: Campaign, { lotId, at }: { lotId: string; at: number }): Lot {
  const { terms } = campaign;
  const during = { startsAt: at, expiresAt: endOf(terms, at) };
  const common = commonOf(campaign, { faceFen: faceOf(terms), ...during });
  const { benefit } = terms;
  return benefit.kind === 'balance'
    ? { ...common, id: `${campaign.id}.${lotId}`, kind: 'balance' }
    : { ...common, id: `${campaign.id}.${lotId}`, kind: 'offer', benefit };
}

/** Whole days after the one on which it starts, and not beyond the campaign's own last day. */
function endOf({ validDays, validUntil }: CampaignTerms, startsAt: number): number {
  return Math.min(startOfNextDay(startsAt + validDays * DAY), validUntil);
}

/** An offer that every bill of the shop has while it runs; it is in nobody's wallet. */
export function automaticOffer(campaign: Campaign): OfferLot | undefined {
  const { terms, startsAt, endsAt } = campaign;
  const { benefit } = terms;
  if (campaign.kind !== 'automatic' || benefit.kind === 'balance') return undefined;
  const common = commonOf(campaign, { faceFen: faceOf(terms), startsAt, expiresAt: endsAt });
  return { ...common, id: `${campaign.id}.here`, source: 'shop', kind: 'offer', benefit };
}

function commonOf(
  { id, name, fundedBy, issuer, terms }: Campaign,
  { faceFen, startsAt, expiresAt }: Pick<Lot, 'faceFen' | 'startsAt' | 'expiresAt'>,
): Omit<BalanceLot, 'id' | 'kind'> {
  const { scope, channels, minSpendFen, maxShareBps, windows } = terms;
  return {
    ...{ source: 'campaign', fundedBy, campaignId: id, name },
    ...(issuer === undefined ? {} : { issuerName: issuer.name }),
    ...{ scope, channels, minSpendFen, maxShareBps },
    ...(windows === undefined ? {} : { windows }),
    ...{ faceFen, balanceFen: faceFen, startsAt, expiresAt },
  };
}

/** What a paid bill gives back, as its order keeps it: enough to compute it anew after a refund. */
export interface SpendBack {
  readonly campaign: Campaign;
  /** Set when it was paid: the lot that it went into. */
  readonly lotId?: string;
}

/** What a bill of so much gives back in coupons. */
export function spendBackOf({ campaign: { spendBack } }: SpendBack, amountFen: Fen): Fen {
  if (spendBack === undefined) return NO_FEN;
  return smaller(shareOf(amountFen, spendBack.backBps), spendBack.ceilingFen);
}

/** Whether coupons of a bill that is placed now still count for a day once they have begun. */
export function givesBackInTime(
  { kind, terms }: Campaign,
  { at, maturityDays }: { at: number; maturityDays: number },
): boolean {
  return kind === 'spend-back' && at + (1 + maturityDays) * DAY < terms.validUntil;
}

/** Coupons of a bill; those of one campaign that start on one day are one lot. */
export function spendBackLot(
  campaign: Campaign,
  { amountFen, startsAt }: { amountFen: Fen; startsAt: number },
): BalanceLot {
  const during = { startsAt, expiresAt: endOf(campaign.terms, startsAt) };
  return {
    ...commonOf(campaign, { faceFen: amountFen, ...during }),
    id: `${campaign.id}.${dayOf(startsAt)}`,
    kind: 'balance',
  };
}
