// Which of its states the circle is in.
import type { MerchantCard, Position } from '../../../src/contracts/values';
import type { OutputOf } from '../../cloud/types';
import { isWished, type ShopWish } from '../../features/merchants/shop-order';
import type { Locating } from '../../session/session';

type Found = OutputOf<'nearby', 'merchants'>;

export type CircleState =
  | { readonly kind: 'locating' | 'loading' | 'not-open' }
  | { readonly kind: 'no-place'; readonly why: 'refused' | 'failed' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** No shop in the circle, or none as wished among those loaded. */
  | { readonly kind: 'empty' | 'none-as-wished' }
  | {
      readonly kind: 'shops';
      readonly shops: readonly MerchantCard[];
      /** The circle has no others. */
      readonly isLast: boolean;
    };

export interface CircleFacts {
  readonly here: Position | null;
  readonly locating: Locating;
  readonly found: Found | undefined;
  /** Those of the found that are wished, in the order wished. */
  readonly shops: readonly MerchantCard[];
  readonly error: unknown;
}

/** An answer goes before an error: an old list is better than none. */
export function circleState({ here, locating, found, shops, error }: CircleFacts): CircleState {
  if (here === null) {
    return locating === 'refused' || locating === 'failed'
      ? { kind: 'no-place', why: locating }
      : { kind: 'locating' };
  }
  if (found !== undefined) return stateOf(found, shops);
  return error === null || error === undefined ? { kind: 'loading' } : { kind: 'failed', error };
}

function stateOf({ site, merchants, isLast }: Found, shops: readonly MerchantCard[]): CircleState {
  if (site === null) return { kind: 'not-open' };
  if (merchants.length === 0) return { kind: 'empty' };
  return shops.length === 0 ? { kind: 'none-as-wished' } : { kind: 'shops', shops, isLast };
}

/** Another order than the nearest is made of so many, or of all if there are fewer. */
const LOADED_TO_SORT = 500;
const SHOWN_AT_LEAST = 20;

/** Whether a wish needs more shops than the phone has, without anybody scrolling. */
export function isMoreWanted(
  wish: ShopWish,
  { loaded, shown }: { readonly loaded: number; readonly shown: number },
): boolean {
  if (!isWished(wish) || loaded >= LOADED_TO_SORT) return false;
  return wish.order !== 'nearest' || shown < SHOWN_AT_LEAST;
}
