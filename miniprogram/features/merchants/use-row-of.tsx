// How a shop is drawn as a row, with what of mine concerns it.
import { useCallback, type ReactNode } from 'react';
import type { LotView, MerchantCard } from '../../../src/contracts/values';
import { MerchantRow } from './MerchantRow';
import { isOfCommunity } from './shop-tags';
import { usableFen } from './usable-coupons';

interface RowFacts {
  readonly now: number;
  readonly lots: readonly LotView[];
  readonly visited: ReadonlySet<string>;
  readonly myCommunityId: string | undefined;
  readonly selectedId?: string | null;
  readonly search?: string | undefined;
}

/** A function that stays the same while nothing that it draws from has changed. */
export function useRowOf({
  now,
  lots,
  visited,
  myCommunityId,
  selectedId,
  search,
}: RowFacts): (shop: MerchantCard) => ReactNode {
  return useCallback(
    (shop: MerchantCard) => (
      <MerchantRow
        key={shop.id}
        merchant={shop}
        now={now}
        couponFen={usableFen(lots, shop, now)}
        wasVisited={visited.has(shop.id)}
        isMine={isOfCommunity(shop, myCommunityId)}
        isSelected={shop.id === selectedId}
        {...(search !== undefined && { search })}
      />
    ),
    [now, lots, visited, myCommunityId, selectedId, search],
  );
}
