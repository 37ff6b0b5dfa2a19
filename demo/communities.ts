// Which shop of the demo has settled in which community: of a kind one in each, the nearest.
import { COMMUNITY_REACH_METRES } from '../src/domain/geo/community';
import { distanceMetres } from '../src/domain/geo/distance';
import type { Merchant } from '../src/domain/merchants/merchant';
import { DEMO_SITES } from './sites';

/** The shops, those that have settled with their community. */
export function settled(shops: readonly Merchant[]): Merchant[] {
  const communityOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const { shop, communityId } of nearestFirst(shops)) {
    const seat = `${communityId} ${shop.category}`;
    if (communityOf.has(shop.id) || taken.has(seat)) continue;
    communityOf.set(shop.id, communityId);
    taken.add(seat);
  }
  return shops.map((shop) => {
    const communityId = communityOf.get(shop.id);
    return communityId === undefined ? shop : { ...shop, communityId };
  });
}

/** Every shop with every community that it is near, the closest pairs first. */
function nearestFirst(shops: readonly Merchant[]) {
  const communities = DEMO_SITES.flatMap(({ places }) => places).filter(
    ({ kind }) => kind === 'community',
  );
  return shops
    .flatMap((shop) =>
      communities.map(({ id, position }) => ({
        shop,
        communityId: id,
        metres: distanceMetres(shop, position),
      })),
    )
    .filter(({ metres }) => metres <= COMMUNITY_REACH_METRES)
    .sort((a, b) => a.metres - b.metres);
}
