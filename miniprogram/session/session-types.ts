// What the session knows, in types that the store and what is remembered share.
import type { Position } from '../../src/contracts/values';

/** A place of an open site, chosen by hand. */
export interface ChosenPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: 'community' | 'landmark';
  readonly city: string;
  readonly position: Position;
}
/** What became of asking the phone for its position. */
export type Locating = 'not-asked' | 'asking' | 'located' | 'refused' | 'failed';
export type Theme = 'light' | 'dark';
export type TextSize = 'normal' | 'large';
