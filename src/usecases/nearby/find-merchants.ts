// Merchants within a person's circle, nearest first, a page at a time: two requests, three where
// a page of shops stands at one place.
import type { Input } from '../../contracts/contract';
import type { nearbyContract } from '../../contracts/nearby';
import type { MerchantCard } from '../../contracts/values';
import { EARTH_RADIUS_METRES } from '../../domain/geo/distance';
import { MERCHANTS_PER_PAGE } from '../../domain/limits';
import { searchPattern } from '../../domain/merchants/search';
import { succeed } from '../../domain/result';
import type { Cloud } from '../../wxcloud/cloud';
import type { Site } from '../../wxcloud/documents';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { merchantCard } from './merchant-card';

/** A site serves its city; farther away no site is open. */
const SITE_REACH_METRES = 60_000;

/** The database's sphere is a little larger than ours; both see the same angle. */
const DATABASE_METRES = 6_378_100 / EARTH_RADIUS_METRES;
/** The cloud's largest answer. */
const MOST_MERCHANTS = 1000;

type Asked = Input<typeof nearbyContract, 'merchants'>;

export const findMerchants: UseCase<typeof nearbyContract, 'merchants'> = async (
  context,
  asked,
) => {
  const [site, page] = await Promise.all([
    findSite(context, asked.position),
    findPage(context, asked),
  ]);
  return succeed({ site: site ?? null, ...page });
};

/**
 * A page begins at the last distance of the one before. Where so many shops stand at one place that
 * it would end where it began, it is read again as large as the cloud gives.
 */
async function findPage(
  context: Context,
  asked: Asked,
): Promise<{ merchants: MerchantCard[]; isLast: boolean }> {
  const { fromMetres = 0 } = asked;
  const page = await findCards(context, { asked, most: MERCHANTS_PER_PAGE });
  if (page.isLast || endsBehind(page.merchants, fromMetres)) return page;
  const all = await findCards(context, { asked, most: MOST_MERCHANTS - 1 });
  // More than that at one place cannot be asked for: the list ends, instead of going round for ever.
  return { ...all, isLast: all.isLast || !endsBehind(all.merchants, fromMetres) };
}

function endsBehind(merchants: readonly MerchantCard[], fromMetres: number): boolean {
  return (merchants[merchants.length - 1]?.distanceMetres ?? 0) > fromMetres;
}

async function findCards(
  context: Context,
  { asked, most }: { asked: Asked; most: number },
): Promise<{ merchants: MerchantCard[]; isLast: boolean }> {
  const { cloud, now } = context;
  const { position, category, search } = asked;
  const found = await cloud.find('merchants', {
    where: {
      location: ringOf(cloud, asked),
      state: cloud.command.neq('left'),
      ...(category === undefined ? {} : { category }),
      ...(search === undefined ? {} : { searchText: cloud.pattern(searchPattern(search)) }),
    },
    limit: most + 1,
  });
  const at = now();
  return {
    merchants: found.slice(0, most).map((each) => merchantCard(each, { at, from: position })),
    isLast: found.length <= most,
  };
}

/** `fromMetres` was rounded: a shop that is a little nearer comes once more. */
function ringOf(cloud: Cloud, { position, radiusMetres, fromMetres = 0 }: Asked): unknown {
  return cloud.command.geoNear({
    geometry: cloud.point(position),
    minDistance: Math.max(0, fromMetres - 1) * DATABASE_METRES,
    maxDistance: radiusMetres * DATABASE_METRES,
  });
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
