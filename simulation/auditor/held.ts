// The coupons that an order holds, when it is placed: each is of its time, and of a campaign only
// where, when and for as much as the campaign says. Source: docs/domain/offers.md.
import type { Books } from './books';
import { minuteOfDay, weekdayOf } from './calendar';
import type { CampaignDocument, HeldDocument, MerchantDocument, OrderDocument } from './documents';
import { holds, type Finding } from './finding';
import { BPS, least } from './numbers';

const RULE = 'hold-possible';

type Terms = CampaignDocument['terms'];

export function checkHeld(
  order: OrderDocument,
  { merchant, books }: { merchant: MerchantDocument; books: Books },
): Finding[] {
  const { _id: id, placedAt } = order;
  return order.held.flatMap(({ lot, amountFen }) => {
    const isThere = amountFen > 0 && amountFen <= lot.balanceFen;
    const isOfItsTime = lot.startsAt <= placedAt && placedAt < lot.expiresAt;
    return [
      ...holds(
        RULE,
        isThere && isOfItsTime,
        `${id} holds ${amountFen} of ${lot.id} (${lot.balanceFen}, until ${lot.expiresAt})`,
      ),
      ...checkCampaignLot(order, { part: { lot, amountFen }, merchant, books }),
    ];
  });
}

function checkCampaignLot(
  { _id: id, bill, channel, placedAt }: OrderDocument,
  { part, merchant, books }: { part: HeldDocument; merchant: MerchantDocument; books: Books },
): Finding[] {
  const { lot, amountFen } = part;
  if (lot.campaignId === undefined) return [];
  const terms = books.campaigns.get(lot.campaignId)?.terms;
  if (terms === undefined) return holds(RULE, false, `${id}: ${lot.id} is of no campaign`);
  const says = (isSo: boolean, what: string): Finding[] =>
    holds(RULE, isSo, `${id} holds ${lot.id}: ${what}`);
  const till = BigInt(bill.totalFen);
  return [
    ...says(isWithin(terms, merchant), `not at ${merchant._id}`),
    ...says(isAtItsHours(terms, placedAt), `not at ${placedAt}`),
    ...says(terms.channels.includes(channel), `not by ${channel}`),
    ...says(bill.totalFen >= terms.minSpendFen, `not of ${bill.totalFen}`),
    ...says(BigInt(amountFen) <= mostOf(terms, till), `${amountFen} is too much of ${till}`),
  ];
}

function isWithin({ scope }: Terms, { _id, category, siteId }: MerchantDocument): boolean {
  switch (scope.kind) {
    case 'merchants':
      return scope.merchants?.some(({ id }) => id === _id) === true;
    case 'category':
      return scope.category === category;
    case 'site':
      return scope.siteId === siteId;
    default:
      return scope.kind === 'alliance';
  }
}

function isAtItsHours({ windows }: Terms, at: number): boolean {
  if (windows === undefined) return true;
  return windows.some(
    ({ weekdays, fromMinute, untilMinute }) =>
      weekdays.includes(weekdayOf(at)) &&
      fromMinute <= minuteOfDay(at) &&
      minuteOfDay(at) < untilMinute,
  );
}

/** The most that a bill may take of one coupon; no bill of these has a delivery. */
function mostOf({ benefit, maxShareBps }: Terms, tillFen: bigint): bigint {
  const share = (tillFen * BigInt(maxShareBps)) / BPS;
  switch (benefit.kind) {
    case 'money-off':
      return least(share, BigInt(benefit.offFen ?? 0));
    case 'percentage':
      return least(share, (tillFen * BigInt(benefit.offBps ?? 0)) / BPS);
    case 'free-delivery':
      return 0n;
    default:
      return share;
  }
}
