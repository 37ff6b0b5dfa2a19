// Markers of WeChat's map, drawn from the PNGs of assets/pins (scripts/draw-pins.ts).
import type { MapProps } from '@tarojs/components';
import type { Category } from '../../../src/domain/merchants/category';
import type { Position } from '../../../src/contracts/values';
import bakery from '../../assets/pins/bakery.png';
import bakerySelected from '../../assets/pins/bakery-selected.png';
import bubble from '../../assets/pins/bubble.png';
import dot from '../../assets/pins/dot.png';
import flowers from '../../assets/pins/flowers.png';
import flowersSelected from '../../assets/pins/flowers-selected.png';
import fruit from '../../assets/pins/fruit.png';
import fruitSelected from '../../assets/pins/fruit-selected.png';
import grocery from '../../assets/pins/grocery.png';
import grocerySelected from '../../assets/pins/grocery-selected.png';
import hair from '../../assets/pins/hair.png';
import hairSelected from '../../assets/pins/hair-selected.png';
import hotpot from '../../assets/pins/hotpot.png';
import hotpotSelected from '../../assets/pins/hotpot-selected.png';
import laundry from '../../assets/pins/laundry.png';
import laundrySelected from '../../assets/pins/laundry-selected.png';
import me from '../../assets/pins/me.png';
import pharmacy from '../../assets/pins/pharmacy.png';
import pharmacySelected from '../../assets/pins/pharmacy-selected.png';
import restaurant from '../../assets/pins/restaurant.png';
import restaurantSelected from '../../assets/pins/restaurant-selected.png';
import tea from '../../assets/pins/tea.png';
import teaSelected from '../../assets/pins/tea-selected.png';
import { countText } from './bubbles';
import { shortName } from './place-labels';
import type { Bubble, PlacedPin, Scene } from './scene';

const PINS: { readonly [C in Category]: { readonly plain: string; readonly selected: string } } = {
  fruit: { plain: fruit, selected: fruitSelected },
  restaurant: { plain: restaurant, selected: restaurantSelected },
  hotpot: { plain: hotpot, selected: hotpotSelected },
  tea: { plain: tea, selected: teaSelected },
  bakery: { plain: bakery, selected: bakerySelected },
  grocery: { plain: grocery, selected: grocerySelected },
  pharmacy: { plain: pharmacy, selected: pharmacySelected },
  hair: { plain: hair, selected: hairSelected },
  laundry: { plain: laundry, selected: laundrySelected },
  flowers: { plain: flowers, selected: flowersSelected },
};

const MIDDLE = { x: 0.5, y: 0.5 };
/** Ids are numbers of ours: shops from 0, bubbles behind them, me behind all. */
const FIRST_BUBBLE_ID = 100_000;
const ME_ID = 200_000;

interface Look {
  readonly theme: 'light' | 'dark';
  readonly textScale: number;
}
export type Tapped =
  | { readonly kind: 'shop'; readonly merchantId: string }
  | { readonly kind: 'bubble'; readonly bubble: Bubble };

/** Markers of a scene, and what a tapped one stands for; nothing for me. */
export function sceneMarkers(
  { pins, bubbles }: Scene,
  { here, ...look }: Look & { readonly here: Position | null },
): {
  readonly markers: MapProps.marker[];
  readonly find: (markerId: number) => Tapped | undefined;
} {
  return {
    markers: [
      ...pins.map((pin, index) => pinMarker(pin, index, look)),
      ...bubbles.map((one, index) => bubbleMarker(one, FIRST_BUBBLE_ID + index, look)),
      ...(here === null ? [] : [meMarker(here)]),
    ],
    find: (markerId) => {
      const tapped = bubbles[markerId - FIRST_BUBBLE_ID];
      if (tapped !== undefined) return { kind: 'bubble', bubble: tapped };
      const pin = pins[markerId];
      return pin && { kind: 'shop', merchantId: pin.merchant.id };
    },
  };
}

function pinMarker(
  { merchant, placement, isSelected }: PlacedPin,
  id: number,
  look: Look,
): MapProps.marker {
  const isDot = placement.form === 'dot';
  const icon = PINS[merchant.category];
  const side = isDot ? 14 : isSelected ? 44 : 34;
  return {
    id,
    ...merchant.position,
    iconPath: isDot ? dot : isSelected ? icon.selected : icon.plain,
    width: side,
    height: side,
    anchor: MIDDLE,
    alpha: merchant.isOpen || isSelected ? 1 : 0.6,
    zIndex: isSelected ? 4 : isDot ? 0 : 1,
    ariaLabel: merchant.name,
    ...(placement.hasName && { label: nameLabel(merchant.name, isSelected, look) }),
  };
}

/** A figure takes a little more than half of its height. */
const FIGURE_SHARE = 0.58;

function bubbleMarker(
  { position, members, size }: Bubble,
  id: number,
  { textScale }: Look,
): MapProps.marker {
  const content = countText(members.length);
  const fontSize = 13 * Math.min(textScale, 1.2);
  return {
    id,
    ...position,
    iconPath: bubble,
    width: size,
    height: size,
    anchor: MIDDLE,
    zIndex: 2,
    ariaLabel: `${members.length} 家商家`,
    label: {
      content,
      color: '#c43a05',
      fontSize,
      anchorX: (-content.length * fontSize * FIGURE_SHARE) / 2,
      anchorY: -fontSize * 0.7,
      borderWidth: 0,
      borderColor: '#00000000',
      borderRadius: 0,
      bgColor: '#00000000',
      padding: 0,
      textAlign: 'center',
    },
  };
}

function nameLabel(name: string, isSelected: boolean, { theme, textScale }: Look): MapProps.label {
  const content = shortName(name);
  const fontSize = 11 * textScale;
  const ink = theme === 'dark' ? '#f1f2f4' : '#17191d';
  return {
    content,
    color: isSelected ? '#ffffff' : ink,
    fontSize,
    // WeChat starts a label at the point itself; half of its width brings it to the middle.
    anchorX: (-Array.from(content).length * fontSize) / 2 - (isSelected ? 6 : 0),
    anchorY: isSelected ? 22 : 15,
    borderWidth: 0,
    borderColor: '#00000000',
    borderRadius: 10,
    bgColor: isSelected ? '#cc3b06' : '#00000000',
    padding: isSelected ? 4 : 0,
    textAlign: 'center',
  };
}

function meMarker(here: Position): MapProps.marker {
  return { id: ME_ID, ...here, iconPath: me, width: 22, height: 22, anchor: MIDDLE, zIndex: 3 };
}

/** My circle. */
export function ringOf({
  centre,
  radiusMetres,
}: {
  readonly centre: Position;
  readonly radiusMetres: number;
}): MapProps.circle {
  return {
    ...centre,
    radius: radiusMetres,
    color: '#ff5a1fb3',
    fillColor: '#ff5a1f10',
    strokeWidth: 1.5,
  };
}

/** WeChat's map does not darken by itself, so a veil lies over its tiles and under the markers. */
export function darkVeil({ longitude, latitude }: Position): MapProps.polygon {
  const reach = 2;
  const corners = [
    [-reach, -reach],
    [reach, -reach],
    [reach, reach],
    [-reach, reach],
  ] as const;
  return {
    points: corners.map(([east, north]) => ({
      longitude: longitude + east,
      latitude: latitude + north,
    })),
    fillColor: '#101114b8',
    strokeColor: '#10111400',
    strokeWidth: 0,
  };
}
