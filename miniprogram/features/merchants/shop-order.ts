// In which order the shops of a circle stand, and which of them are left out.
import type { MerchantCard } from '../../../src/contracts/values';
import { takesPayments, tradingAt } from './merchant-facts';

export const SHOP_ORDERS = ['nearest', 'most-points', 'lowest-spend'] as const;
export type ShopOrder = (typeof SHOP_ORDERS)[number];

export interface ShopWish {
  readonly order: ShopOrder;
  readonly isOpenOnly: boolean;
  readonly isVisitedOnly: boolean;
}

export const NO_WISH: ShopWish = { order: 'nearest', isOpenOnly: false, isVisitedOnly: false };

export const ORDER_NAMES: { readonly [O in ShopOrder]: string } = {
  'nearest': '离我最近',
  'most-points': '积分最多',
  'lowest-spend': '人均最低',
};

interface Circumstances {
  /** ms; decides who is open. */
  readonly now: number;
  /** Ids of shops where I was lately. */
  readonly visited: ReadonlySet<string>;
}

/** The shops as wished; `shops` come nearest first, and so do those that are alike. */
export function shopsAsWished(
  shops: readonly MerchantCard[],
  { order, isOpenOnly, isVisitedOnly }: ShopWish,
  { now, visited }: Circumstances,
): readonly MerchantCard[] {
  const left = shops.filter(
    (shop) =>
      (!isOpenOnly || takesPayments(tradingAt(shop, now))) &&
      (!isVisitedOnly || visited.has(shop.id)),
  );
  if (order === 'nearest') return left;
  const rank = RANKS[order];
  // Old phones do not keep the order of what is alike, so it is told.
  return left
    .map((shop, nearness) => ({ shop, nearness, rank: rank(shop) }))
    .sort((a, b) => compare(a.rank, b.rank) || a.nearness - b.nearness)
    .map(({ shop }) => shop);
}

const RANKS: { readonly [O in Exclude<ShopOrder, 'nearest'>]: (shop: MerchantCard) => number } = {
  'most-points': ({ rebateBps }) => -rebateBps,
  // 0 is not known.
  'lowest-spend': ({ averageSpendFen }) => (averageSpendFen === 0 ? Infinity : averageSpendFen),
};

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** `积分最多 · 营业中`: the wish in a few words. */
export function wishText({ order, isOpenOnly, isVisitedOnly }: ShopWish): string {
  const filters = [...(isOpenOnly ? ['营业中'] : []), ...(isVisitedOnly ? ['去过'] : [])];
  return order === 'nearest' && filters.length > 0
    ? filters.join(' · ')
    : [ORDER_NAMES[order], ...filters].join(' · ');
}

export function isWished({ order, isOpenOnly, isVisitedOnly }: ShopWish): boolean {
  return order !== 'nearest' || isOpenOnly || isVisitedOnly;
}
