import { useQuery } from '@tanstack/react-query';
import { fetchStreets } from '../cloud/cloud';

/** GeoJSON behind the browser's map; null where there is none, as inside WeChat. */
export function useStreets(siteId: string | undefined) {
  return useQuery({
    queryKey: ['streets', siteId ?? ''],
    queryFn: async () => (await fetchStreets(siteId ?? '')) ?? null,
    enabled: siteId !== undefined,
    staleTime: Infinity,
  });
}
