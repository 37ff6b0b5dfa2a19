import { useSites } from '../../queries/use-sites';
import type { CityOf } from './lot-terms';

/** The city of a site; undefined for a site that is not known, or not yet. */
export function useCityOf(): CityOf {
  const sites = useSites().data?.sites ?? [];
  return (siteId) => sites.find(({ id }) => id === siteId)?.city;
}
