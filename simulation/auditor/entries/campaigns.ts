// Campaigns: the whole budget is put aside when one opens, claims take coupons out of it within its
// limits, and what stands behind no coupon goes back when its time is over.
// Source: docs/domain/coupons.md.
import { Balances } from '../balances';
import type { Books } from '../books';
import type { CampaignDocument, EntryDocument } from '../documents';
import { holds, same, type Finding } from '../finding';
import { outsideOf } from '../lots';
import { DAY_MS } from '../numbers';
import { changesExactly } from './rule';

const CLOSES_AFTER_DAYS = 15;

/** The most that one coupon can cost. */
function faceOf({ terms: { benefit } }: CampaignDocument): bigint {
  return BigInt(benefit.faceFen ?? benefit.offFen ?? benefit.ceilingFen ?? 0);
}

/** `campaign:<id>` */
export function opened(entry: EntryDocument, books: Books): Finding[] {
  const id = entry._id.slice('campaign:'.length);
  const campaign = books.campaigns.get(id);
  if (campaign === undefined) return unknown(entry);
  const moves = new Balances();
  moves.move(funderOf(campaign), `fund/activity/${id}`, BigInt(campaign.total) * faceOf(campaign));
  return changesExactly('budget-exact', entry, { moves, matures: new Balances() });
}

/** `campaign:<id>:closed:<time>` */
export function closed(entry: EntryDocument, books: Books): Finding[] {
  const id = /^campaign:(.+):closed:\d+$/.exec(entry._id)?.[1] ?? '';
  const campaign = books.campaigns.get(id);
  if (campaign === undefined) return unknown(entry);
  const amount = entry.moves.reduce((sum, each) => sum + BigInt(each.amount), 0n);
  const closesAt = campaign.terms.validUntil + CLOSES_AFTER_DAYS * DAY_MS;
  const spare = books.ever.get(`fund/activity/${id}`) - couponsOut(id, books);
  const moves = new Balances();
  moves.move(`fund/activity/${id}`, funderOf(campaign), amount);
  return [
    ...holds('budget-exact', entry.at >= closesAt, `${entry._id} is early`),
    ...holds('budget-exact', amount <= spare, `${entry._id} takes ${amount} of ${spare} spare`),
    ...changesExactly('budget-exact', entry, { moves, matures: new Balances() }),
  ];
}

/** `<account>:claim:<request>` */
export function claim(entry: EntryDocument, books: Books): Finding[] {
  const { _id: id, payer = '', at } = entry;
  const [, account = '', lot = ''] = (entry.moves[0]?.to ?? '').split('/');
  const campaign = books.campaigns.get(lot.split('.')[0] ?? '');
  if (campaign === undefined) return unknown(entry);
  const claims = books.claims.get(campaign._id) ?? new Map<string, number>();
  books.claims.set(campaign._id, claims);
  const count = (claims.get(payer) ?? 0) + 1;
  claims.set(payer, count);
  const all = [...claims.values()].reduce((sum, each) => sum + each, 0);
  const family = outsideOf(campaign);
  const moves = new Balances();
  moves.move(family, `${family.replace('/issued', '')}/${payer}/${lot}`, faceOf(campaign));
  return [
    ...same('claim-exact', `${id} is of`, { says: id.split(':')[0], is: account }),
    ...holds('claims-limited', count <= campaign.perPerson, `${payer} claimed ${count} of ${lot}`),
    ...holds('claims-limited', all <= campaign.total, `${all} were claimed of ${campaign.total}`),
    ...holds(
      'claim-exact',
      campaign.startsAt <= at && at < campaign.endsAt,
      `${id} is out of the campaign's time`,
    ),
    ...checkStayedAway(entry, campaign, books),
    ...changesExactly('claim-exact', entry, { moves, matures: new Balances() }),
  ];
}

/** Of two bills that were open together, the one placed first may have been paid last. */
const OPEN_TOGETHER_MS = 3_600_000;

/** A coupon that wins back is for those who have paid at one of its shops, and not for some days. */
function checkStayedAway(
  { _id: id, payer, at }: EntryDocument,
  { awayDays, shops }: CampaignDocument,
  { paid, orders }: Books,
): Finding[] {
  if (awayDays === undefined) return [];
  const visits = [...paid].flatMap(([orderId, visit]) =>
    visit.payer === payer && shops.some((shop) => shop.id === visit.merchantId)
      ? (orders.get(orderId)?.paidAt ?? visit.at)
      : [],
  );
  const last = Math.max(...visits);
  const isAway = visits.length > 0 && at - last >= awayDays * DAY_MS - OPEN_TOGETHER_MS;
  return holds('stayed-away', isAway, `${id} is given ${at - last} ms after the last visit`);
}

/** Coupons of a campaign that are out, those in open orders included. */
export function couponsOut(campaignId: string, { ever }: Books): bigint {
  return ever
    .names('activity-coupons/')
    .filter((name) => name.split('/')[2]?.split('.')[0] === campaignId)
    .reduce((sum, name) => sum + ever.get(name), 0n);
}

function funderOf({ issuer }: CampaignDocument): string {
  return issuer === undefined ? 'income/platform' : `payable/merchant/${issuer.id}`;
}

function unknown({ _id }: EntryDocument): Finding[] {
  return [{ rule: 'budget-exact', text: `${_id} is of no campaign` }];
}
