// What a map of shops shows; the same for WeChat's map and for leaflet.
import type { Category } from '../../../src/domain/merchants/category';
import type { Position } from '../../../src/contracts/values';
import type { GroundFeature } from './background';
import type { Insets } from './map-view';

export interface MapMerchant {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly position: Position;
  /** Closed shops stand back. */
  readonly isOpen: boolean;
}

export interface MerchantMapProps {
  /** Middle of the circle: where I am. */
  readonly centre: Position;
  readonly radiusMetres: number;
  /** Without a known place there is neither circle nor dot. */
  readonly isHereKnown: boolean;
  /** The nearest first: they have the right of way. Hand over the same list while it is the same. */
  readonly merchants: readonly MapMerchant[];
  readonly selectedId: string | null;
  readonly onSelect: (merchantId: string | null) => void;
  readonly theme: 'light' | 'dark';
  readonly textScale: number;
  /** Drawn on H5, where there are no map tiles. */
  readonly background: readonly GroundFeature[];
  /** Changes when the map shall show the whole circle again. */
  readonly fitKey: string;
  /** What lies over the map; a bar at the top and the sheet's round corners where not given. */
  readonly insets?: Insets;
}
