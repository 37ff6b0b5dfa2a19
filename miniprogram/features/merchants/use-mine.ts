// What of mine matters at a shop. Without it the circle works all the same.
import { useMemo } from 'react';
import type { LotView } from '../../../src/contracts/values';
import { useOrders } from '../../queries/use-orders';
import { useWalletSummary } from '../../queries/use-wallet-summary';
import { visitedShops } from './shop-tags';

const NO_LOTS: readonly LotView[] = [];

export function useMine() {
  const wallet = useWalletSummary().data;
  const orders = useOrders().data;
  const visited = useMemo(
    () => visitedShops(orders?.pages.flatMap((page) => page.orders) ?? []),
    [orders],
  );
  return { couponFen: wallet?.balanceFen ?? 0, lots: wallet?.lots ?? NO_LOTS, visited };
}
