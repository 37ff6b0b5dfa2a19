// Merchants within a person's circle, nearest first, a page at a time: two requests.
import type { nearbyContract } from '../../contracts/nearby';
import { MERCHANTS_PER_PAGE } from '../../domain/limits';
import { searchPattern } from '../../domain/merchants/search';
import { succeed } from '../../domain/result';
import type { Site } from '../../wxcloud/documents';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { merchantCard } from './merchant-card';

/** A site serves its city; farther away no site is open. */
const SITE_REACH_METRES = 60_000;

export const findMerchants: UseCase<typeof nearbyContract, 'merchants'> = async (
  context,
  { position, radiusMetres, category, search, fromMetres = 0 },
) => {
  const { command } = context.cloud;
  const [site, merchants] = await Promise.all([
    findSite(context, position),
    context.cloud.find('merchants', {
      where: {
        location: command.geoNear({
          geometry: context.cloud.point(position),
          minDistance: fromMetres,
          maxDistance: radiusMetres,
        }),
        state: command.neq('left'),
        ...(category === undefined ? {} : { category }),
        ...(search === undefined ? {} : { searchText: textWith(context, search) }),
      },
      limit: MERCHANTS_PER_PAGE + 1,
    }),
  ]);
  const at = context.now();
  return succeed({
    site: site ?? null,
    isLast: merchants.length <= MERCHANTS_PER_PAGE,
    merchants: merchants
      .slice(0, MERCHANTS_PER_PAGE)
      .map((merchant) => merchantCard(merchant, { at, from: position })),
  });
};

function textWith({ cloud }: Context, search: string): unknown {
  return cloud.pattern(searchPattern(search));
}

async function findSite(
  { cloud }: Context,
  position: { longitude: number; latitude: number },
): Promise<Site | undefined> {
  const geometry = cloud.point(position);
  const near = cloud.command.geoNear({ geometry, maxDistance: SITE_REACH_METRES });
  const [site] = await cloud.find('sites', { where: { location: near }, limit: 1 });
  return site;
}
