// What a view of the map shows: bubbles where shops stand close, pins and dots for the others,
// names where there is room. Both maps draw exactly this.
import type { Position } from '../../../src/contracts/values';
import { placeBubbles, takeIn } from './bubbles';
import { clusterSpots, type Cluster } from './cluster';
import { project, toFrame, unproject, type Point, type View } from './map-view';
import {
  boxAround,
  placePins,
  selectedBoxes,
  type Box,
  type Placeable,
  type Placement,
} from './place-labels';
import type { MapMerchant } from './types';

export interface Bubble {
  /** Of the shop that it stands on. */
  readonly id: string;
  readonly position: Position;
  /** Side, px. */
  readonly size: number;
  /** Nearest first; without the selected shop, which stands for itself. */
  readonly members: readonly MapMerchant[];
}
export interface PlacedPin {
  readonly merchant: MapMerchant;
  readonly placement: Placement;
  readonly isSelected: boolean;
}
export interface Scene {
  readonly pins: readonly PlacedPin[];
  readonly bubbles: readonly Bubble[];
  /** Of everything that stands on the map. */
  readonly boxes: readonly Box[];
}
export interface Shown {
  /** What comes first has the right of way. The same list is gathered once a zoom level. */
  readonly merchants: readonly MapMerchant[];
  readonly selectedId: string | null;
  /** Me, where I am known to be. */
  readonly here: Position | null;
  readonly textScale: number;
}

const ME = 22;
/** What is so far outside is drawn all the same, so that a short drag meets no bare edge, px. */
const OVERSCAN = 80;
/** Bubbles are gathered anew every so many zoom levels. */
const ZOOM_STEP = 0.5;

/** A shop with its place in the world at zoom 0, so that a move of the map needs no sines. */
interface Located {
  readonly id: string;
  readonly merchant: MapMerchant;
  readonly world: Point;
}
interface Gathered {
  readonly clusters: readonly Cluster[];
  readonly singles: readonly Located[];
}

/** Makes scenes; keeps what it has gathered while the shops are the same. */
export class SceneMaker {
  private merchants: readonly MapMerchant[] = [];
  private located = new Map<string, Located>();
  private readonly byZoom = new Map<number, Gathered>();

  make({ merchants, selectedId, here, textScale }: Shown, view: View): Scene {
    this.take(merchants);
    const { clusters, singles } = this.gathered(view.zoom);
    const toPixel = pixelsOf(view);
    const selected = selectedId === null ? undefined : this.located.get(selectedId);
    const chosen = selected && placeable(selected, toPixel(selected.world), true);
    const standing = [
      ...(here === null ? [] : [boxAround(toFrame(here, view), ME)]),
      ...(chosen === undefined ? [] : selectedBoxes(chosen, textScale)),
    ];
    const placedBubbles = placeBubbles(
      clusters
        .map(({ id, memberIds }) => ({ id, memberIds, at: this.pixelOf(id, toPixel) }))
        .filter(({ at }) => isNear(at, view)),
      { standing, textScale },
    );
    const { bubbles, left: things } = takeIn(
      placedBubbles,
      singles
        .filter(({ id }) => id !== selectedId)
        .map((one) => placeable(one, toPixel(one.world), false))
        .filter(({ at }) => isNear(at, view)),
    );
    const placed = placePins(chosen === undefined ? things : [...things, chosen], {
      textScale,
      taken: [...standing, ...bubbles.map(({ at, size }) => boxAround(at, size))],
      covered: coveredBy(view),
      frame: frameOf(view),
    });
    return {
      bubbles: bubbles.map(({ id, memberIds, at, size }) => ({
        id,
        size,
        position: placeOf(at, view),
        members: this.merchantsOf(memberIds.filter((member) => member !== selectedId)),
      })),
      pins: [...things, ...(chosen === undefined ? [] : [chosen])].flatMap(({ id, isSelected }) =>
        this.pinOf(id, { placement: placed.placements.get(id), isSelected }),
      ),
      boxes: [...placed.boxes, ...placed.dots],
    };
  }

  private take(merchants: readonly MapMerchant[]): void {
    if (merchants === this.merchants) return;
    this.merchants = merchants;
    this.byZoom.clear();
    this.located = new Map(
      merchants.map((merchant) => {
        const { id, position } = merchant;
        return [id, { id, merchant, world: project(position, 0) }];
      }),
    );
  }

  private gathered(zoom: number): Gathered {
    const step = Math.floor(zoom / ZOOM_STEP) * ZOOM_STEP;
    const known = this.byZoom.get(step);
    if (known !== undefined) return known;
    const scale = 2 ** step;
    const all = [...this.located.values()];
    const { clusters, singleIds } = clusterSpots(
      all.map(({ id, world }) => ({ id, at: { x: world.x * scale, y: world.y * scale } })),
    );
    const made = { clusters, singles: all.filter(({ id }) => singleIds.has(id)) };
    this.byZoom.set(step, made);
    return made;
  }

  private pixelOf(id: string, toPixel: (world: Point) => Point): Point {
    return toPixel(this.located.get(id)?.world ?? { x: 0, y: 0 });
  }

  private merchantsOf(ids: readonly string[]): MapMerchant[] {
    return ids.flatMap((id) => this.located.get(id)?.merchant ?? []);
  }

  private pinOf(id: string, pin: { placement: Placement | undefined; isSelected: boolean }) {
    const { placement, isSelected } = pin;
    const merchant = this.located.get(id)?.merchant;
    return merchant === undefined || placement === undefined
      ? []
      : [{ merchant, placement, isSelected }];
  }
}

function pixelsOf({ centre, zoom, width, height }: View): (world: Point) => Point {
  const scale = 2 ** zoom;
  const middle = project(centre, zoom);
  const [left, top] = [middle.x - width / 2, middle.y - height / 2];
  return ({ x, y }) => ({ x: x * scale - left, y: y * scale - top });
}

/** Rounded to a tenth of a metre, so that a bubble that stays is the same after a move. */
function placeOf({ x, y }: Point, { centre, zoom, width, height }: View): Position {
  const middle = project(centre, zoom);
  const place = unproject({ x: middle.x + x - width / 2, y: middle.y + y - height / 2 }, zoom);
  const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return { longitude: rounded(place.longitude), latitude: rounded(place.latitude) };
}

function placeable({ id, merchant }: Located, at: Point, isSelected: boolean): Placeable {
  return { id, name: merchant.name, at, isSelected };
}

function isNear({ x, y }: Point, { width, height }: View): boolean {
  return x > -OVERSCAN && x < width + OVERSCAN && y > -OVERSCAN && y < height + OVERSCAN;
}

function frameOf({ width, height }: View): Box {
  return { left: 0, top: 0, right: width, bottom: height };
}

function coveredBy({ width, height, insets }: View): Box[] {
  return [
    { left: 0, right: width, top: 0, bottom: insets.top },
    { left: 0, right: width, top: height - insets.bottom, bottom: height },
  ];
}
