// Every open site with its well-known places, for people who do not give their location.
import type { nearbyContract } from '../../contracts/nearby';
import { succeed } from '../../domain/result';
import type { Site } from '../../wxcloud/documents';
import type { World } from '../serving/context';
import type { UseCase } from '../serving/serve';

const MOST_SITES = 1000;

export const listSites: UseCase<typeof nearbyContract, 'sites'> = async (context) =>
  succeed({ sites: await allSites(context) });

/** One request. */
export function allSites({ cloud }: World): Promise<Site[]> {
  return cloud.find('sites', { where: {}, orderBy: [['_id', 'asc']], limit: MOST_SITES });
}
