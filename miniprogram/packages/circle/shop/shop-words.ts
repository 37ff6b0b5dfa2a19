// What a shop's page says: its rate, what a visit earns, when I was there, and where it is.
import type { MerchantCard, OrderView, Position } from '../../../../src/contracts/values';
import type { Site } from '../../../../src/contracts/nearby';
import { pointsText, yuanText } from '../../../components/price/money';
import { dayText, shortDayText } from '../../../components/time/day-text';
import { distanceText } from '../../../features/merchants/merchant-facts';
import { mySite } from '../offers/my-site';

type Rated = Pick<MerchantCard, 'rebateBps' | 'ownership'>;

/** `12.5`: what a rate gives on 100 yuan, in yuan and in points alike. */
export function perHundred(rebateBps: number): string {
  return String(Number((rebateBps / 100).toFixed(2)));
}

/** The rate in plain words. A self-operated shop earns no points of its own. */
export function rateText({ rebateBps, ownership }: Rated): string {
  const given = perHundred(rebateBps);
  const gain = ownership === 'self-operated' ? '您得' : '您和商家各得';
  return `每 100 元让利 ${given} 元，${gain} ${given} 积分`;
}

/** A rate that comes later: `12 月 1 日起改为每 100 元让利 5 元`. */
export function nextRateText(next: { readonly rebateBps: number; readonly from: number }): string {
  return `${shortDayText(next.from)}起改为每 100 元让利 ${perHundred(next.rebateBps)} 元`;
}

/**
 * Points of one bill of the usual size; undefined where none is known or it earns nothing. The
 * rules count with BigInt, which phones may lack; a usual bill is far from where that matters.
 */
export function usualPointsText({
  averageSpendFen,
  rebateBps,
}: Pick<MerchantCard, 'averageSpendFen' | 'rebateBps'>): string | undefined {
  const points = Math.floor((averageSpendFen * rebateBps) / 10_000);
  return points === 0 ? undefined : pointsText(points);
}

/** `上次 11 月 3 日，付了 ¥52.80`. */
export function lastVisitText({ placedAt, bill }: OrderView): string {
  return `上次 ${shortDayText(placedAt)}，${yuanText(bill.amountFen)}`;
}

const YEAR_MS = 365 * 86_400_000;

/** `10 月 27 日`; with its year once that is not clear any more. */
export function visitDayText(placedAt: number, now: number): string {
  return now - placedAt < YEAR_MS ? shortDayText(placedAt) : dayText(placedAt);
}

/** Why one cannot pay here; undefined at a shop that takes payments. */
export function standingText({ state }: Pick<MerchantCard, 'state'>): string | undefined {
  switch (state) {
    case 'active':
      return undefined;
    case 'closed':
      return '这家店暂停收款。您的券都还在，其他联盟商家照常可用。';
    case 'left':
      return '这家店已退出联盟：在这里不能用券，也不产生积分。以前的订单和积分不变。';
  }
}

/** That the shop is in another city than I am; undefined when it is not, or nobody knows. */
export function otherCityText(
  shop: Pick<MerchantCard, 'siteId' | 'distanceMetres'>,
  { sites, here }: { readonly sites: readonly Site[]; readonly here: Position | null },
): string | undefined {
  const its = sites.find(({ id }) => id === shop.siteId);
  const mine = here === null ? undefined : mySite(sites, here);
  if (its === undefined || mine === undefined || its.city === mine.city) return undefined;
  const far =
    shop.distanceMetres === undefined ? '' : `，离您 ${distanceText(shop.distanceMetres)}`;
  return `这家店在${its.city}${far}。您的积分和券在那里一样用。`;
}

/** The title of a shared shop: what it is and what one has of it, never where I am. */
export function shareTitle({ name, rebateBps }: Pick<MerchantCard, 'name' | 'rebateBps'>): string {
  return `${name}：扫码买单，每 100 元得 ${perHundred(rebateBps)} 积分`;
}
