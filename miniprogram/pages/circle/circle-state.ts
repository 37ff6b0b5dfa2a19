// Which of its states the circle is in.
import type { MerchantCard, Position } from '../../../src/contracts/values';
import type { OutputOf } from '../../cloud/types';
import type { Locating } from '../../session/session';

type Found = OutputOf<'nearby', 'merchants'>;

export type CircleState =
  | { readonly kind: 'locating' | 'loading' | 'not-open' }
  | { readonly kind: 'no-place'; readonly why: 'refused' | 'failed' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'shops';
      readonly merchants: readonly MerchantCard[];
      readonly isLast: boolean;
    };

export interface CircleFacts {
  readonly here: Position | null;
  readonly locating: Locating;
  readonly found: Found | undefined;
  readonly error: unknown;
}

/** An answer goes before an error: an old list is better than none. */
export function circleState({ here, locating, found, error }: CircleFacts): CircleState {
  if (here === null) {
    return locating === 'refused' || locating === 'failed'
      ? { kind: 'no-place', why: locating }
      : { kind: 'locating' };
  }
  if (found !== undefined) return stateOf(found);
  return error === null || error === undefined ? { kind: 'loading' } : { kind: 'failed', error };
}

function stateOf({ site, merchants, isLast }: Found): CircleState {
  if (site === null) return { kind: 'not-open' };
  return merchants.length === 0 ? { kind: 'empty' } : { kind: 'shops', merchants, isLast };
}
