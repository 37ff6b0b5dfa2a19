// What of mine concerns a shop.
import type { MerchantCard, OrderView } from '../../../src/contracts/values';

/** An order that was never paid is no visit. */
const UNPAID: readonly OrderView['state'][] = ['placed', 'closed', 'disputed'];

/** Ids of the shops where these orders were paid. */
export function visitedShops(orders: readonly OrderView[]): ReadonlySet<string> {
  return new Set(
    orders.filter(({ state }) => !UNPAID.includes(state)).map(({ merchant }) => merchant.id),
  );
}

/** Whether the shop has settled in my community. */
export function isOfCommunity(
  { communityId }: Pick<MerchantCard, 'communityId'>,
  myCommunityId: string | undefined,
): boolean {
  return communityId !== undefined && communityId === myCommunityId;
}
