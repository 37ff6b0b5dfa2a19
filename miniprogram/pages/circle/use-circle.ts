// Everything that the circle shows: where I am, the shops around, and what I can use there.
import { useMemo, useState } from 'react';
import type { Category } from '../../../src/domain/merchants/merchant';
import { readBackground } from '../../components/merchant-map/background';
import { useNearbyMerchants } from '../../queries/use-nearby-merchants';
import { useOrders } from '../../queries/use-orders';
import { useSites } from '../../queries/use-sites';
import { useStreets } from '../../queries/use-streets';
import { useWalletSummary } from '../../queries/use-wallet-summary';
import { useHere, useSession } from '../../session/session';
import { circleState } from './circle-state';

export function useCircle() {
  const here = useHere();
  const locating = useSession((session) => session.locating);
  const radiusMetres = useSession((session) => session.radiusMetres);
  const [category, setCategory] = useState<Category>();
  const nearby = useNearbyMerchants({ position: here, radiusMetres, category });
  const sites = useSites();
  const site = nearby.data?.site ?? (here === null ? sites.data?.sites[0] : undefined);
  const streets = useStreets(site?.id);
  const background = useMemo(() => readBackground(streets.data), [streets.data]);
  return {
    here,
    /** Middle of the map: me, or the first open site while nobody knows where I am. */
    centre: here ?? site?.position ?? null,
    radiusMetres,
    category,
    setCategory,
    background,
    state: circleState({ here, locating, found: nearby.data, error: nearby.error }),
    isRefreshing: nearby.isFetching,
    refresh: nearby.refetch,
    ...useMine(),
  };
}

/** What of mine matters at a shop. Without it the circle works all the same. */
function useMine() {
  const wallet = useWalletSummary();
  const orders = useOrders();
  const visited = useMemo(
    () =>
      new Set(orders.data?.pages.flatMap((page) => page.orders).map(({ merchant }) => merchant.id)),
    [orders.data],
  );
  return { couponFen: wallet.data?.balanceFen ?? 0, visited };
}
