// Everything that the circle shows: where I am, the shops around, and what I can use there.
import { useEffect, useMemo, useState } from 'react';
import type { Category } from '../../../src/domain/merchants/category';
import { readBackground } from '../../components/merchant-map/background';
import { NO_WISH, shopsAsWished, type ShopWish } from '../../features/merchants/shop-order';
import { useMine } from '../../features/merchants/use-mine';
import { myCommunity } from '../../features/place/my-community';
import { useNearbyMerchants } from '../../queries/use-nearby-merchants';
import { useSites } from '../../queries/use-sites';
import { useStreets } from '../../queries/use-streets';
import { useHere, useSession } from '../../session/session';
import { useNow } from '../../session/use-now';
import { circleState, isMoreWanted } from './circle-state';

export function useCircle() {
  const here = useHere();
  const { locating, chosenPlace, radiusMetres } = useSession();
  const [category, setCategory] = useState<Category>();
  const [wish, setWish] = useState<ShopWish>(NO_WISH);
  const now = useNow();
  const mine = useMine();
  const nearby = useNearbyMerchants({ position: here, radiusMetres, category });
  const found = nearby.data;
  const sites = useSites();
  const site = found?.site ?? (here === null ? sites.data?.sites[0] : undefined);
  const streets = useStreets(site?.id);
  const background = useMemo(() => readBackground(streets.data), [streets.data]);
  const shops = useMemo(
    () => shopsAsWished(found?.merchants ?? [], wish, { now, visited: mine.visited }),
    [found, wish, now, mine.visited],
  );
  const loaded = found?.merchants.length ?? 0;

  const { hasNextPage, isFetching, isError, fetchNextPage } = nearby;
  const isMissing = isMoreWanted(wish, { loaded, shown: shops.length });
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [isMissing, hasNextPage, isFetching, isError, fetchNextPage]);

  return {
    here,
    /** Middle of the map: me, or the first open site while nobody knows where I am. */
    centre: here ?? site?.position ?? null,
    site: found?.site,
    radiusMetres,
    category,
    setCategory,
    wish,
    setWish,
    background,
    now,
    ...mine,
    community: myCommunity({ chosenPlace, here, site: found?.site }),
    state: circleState({ here, locating, found, shops, error: nearby.error }),
    /** How many of the circle's shops the phone has; the order is made of them. */
    loaded,
    isLast: found?.isLast ?? false,
    /** The shops are still those of the last question. */
    isOld: nearby.isPlaceholderData,
    isFetching,
    hasFailed: isError,
    more: (): void => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
    refresh: nearby.refresh,
  };
}
