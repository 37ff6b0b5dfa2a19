// Merchants within a person's circle, nearest first: two requests.
import type { nearbyContract } from '../../contracts/nearby';
import { succeed } from '../../domain/result';
import type { Site } from '../../wxcloud/documents';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { merchantCard } from './merchant-card';

const MOST_MERCHANTS = 200;
/** A site serves its city; farther away no site is open. */
const SITE_REACH_METRES = 60_000;

export const findMerchants: UseCase<typeof nearbyContract, 'merchants'> = async (
  context,
  { position, radiusMetres, category },
) => {
  const { command } = context.cloud;
  const [site, merchants] = await Promise.all([
    findSite(context, position),
    context.cloud.find('merchants', {
      where: {
        location: command.geoNear({
          geometry: context.cloud.point(position),
          maxDistance: radiusMetres,
        }),
        state: command.neq('left'),
        ...(category === undefined ? {} : { category }),
      },
      limit: MOST_MERCHANTS + 1,
    }),
  ]);
  const at = context.now();
  return succeed({
    site: site ?? null,
    isPartial: merchants.length > MOST_MERCHANTS,
    merchants: merchants
      .slice(0, MOST_MERCHANTS)
      .map((merchant) => merchantCard(merchant, { at, from: position })),
  });
};

async function findSite(
  { cloud }: Context,
  position: { longitude: number; latitude: number },
): Promise<Site | undefined> {
  const geometry = cloud.point(position);
  const near = cloud.command.geoNear({ geometry, maxDistance: SITE_REACH_METRES });
  const [site] = await cloud.find('sites', { where: { location: near }, limit: 1 });
  return site;
}
