// Every open site with its well-known places, for people who do not give their location.
import type { nearbyContract } from '../../contracts/nearby';
import { succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';

const MOST_SITES = 1000;

export const listSites: UseCase<typeof nearbyContract, 'sites'> = async ({ cloud }) => {
  const sites = await cloud.find('sites', {
    where: {},
    orderBy: [['_id', 'asc']],
    limit: MOST_SITES,
  });
  return succeed({ sites });
};
