// The two kinds of index a collection can have, each a table of entries.
import type { IndexField } from './index-keys';

export interface OrderedIndex {
  readonly name: string;
  readonly table: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** Some document has had an array on one of the paths. */
  multikey: boolean;
}

export interface GeoIndex {
  readonly name: string;
  readonly table: string;
  readonly field: string;
}
