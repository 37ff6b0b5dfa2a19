import {
  keepPreviousData,
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import type { Category, MerchantCard, Position } from '../../src/contracts/values';
import type { OutputOf } from '../cloud/types';
import { ask } from './ask';
import { keyOf } from './keys';

interface Circle {
  readonly position: Position | null;
  readonly radiusMetres: number;
  readonly category?: Category | undefined;
  readonly search?: string | undefined;
}

type Page = OutputOf<'nearby', 'merchants'>;
type Pages = InfiniteData<Page, number>;

/** Shops rarely change, and every page is asked again when one is. */
const FRESH_MS = 5 * 60_000;

/** The shops of a circle, nearest first, a page at a time; waits while no position is known. */
export function useNearbyMerchants({ position, radiusMetres, category, search }: Circle) {
  const circle = {
    position: position ?? { longitude: 0, latitude: 0 },
    radiusMetres,
    ...(category !== undefined && { category }),
    ...(search !== undefined && { search }),
  };
  const queryKey = keyOf('nearby', 'merchants', circle);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) =>
      ask('nearby', 'merchants', pageParam === 0 ? circle : { ...circle, fromMetres: pageParam }),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    select: joined,
    enabled: position !== null,
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
  const client = useQueryClient();
  return {
    ...query,
    /** Begins again with the first page. */
    refresh: async (): Promise<void> => {
      client.setQueryData<Pages>(queryKey, (known) => known && firstOf(known));
      await query.refetch();
    },
  };
}

/** The next page begins at the last distance of this one, and brings shops of that distance twice. */
export function nextStart({ merchants, isLast }: Page): number | undefined {
  return isLast ? undefined : merchants[merchants.length - 1]?.distanceMetres;
}

/** All pages as one answer, each shop once. */
export function joined({ pages }: Pages): Page {
  const shops = new Map<string, MerchantCard>();
  for (const { merchants } of pages) {
    for (const shop of merchants) if (!shops.has(shop.id)) shops.set(shop.id, shop);
  }
  return {
    site: pages[0]?.site ?? null,
    merchants: [...shops.values()],
    isLast: pages[pages.length - 1]?.isLast ?? true,
  };
}

function firstOf({ pages, pageParams }: Pages): Pages {
  return { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) };
}
