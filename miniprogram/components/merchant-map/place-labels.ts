// Decides what fits on the map: a pin that would cover another one shrinks to a dot, and a name
// stands only where nothing else is. What comes first has the right of way.
import type { Point } from './map-view';

export interface Placeable {
  readonly id: string;
  readonly name: string;
  /** Where it is, px. */
  readonly at: Point;
  readonly isSelected: boolean;
}
export interface Placement {
  readonly form: 'pin' | 'dot';
  readonly hasName: boolean;
}
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export interface Surroundings {
  readonly textScale: number;
  /** Where something else stands: bubbles, me. */
  readonly taken?: readonly Box[];
  /** Where no name may stand, though a pin may: under a bar or a sheet. */
  readonly covered?: readonly Box[];
  /** Names stand inside of it, so that none is cut. */
  readonly frame?: Box;
}

const PIN = 30;
const SELECTED_PIN = 42;
const DOT = 10;
const NAME_HEIGHT = 18;
const MAX_NAME_LETTERS = 8;
const GAP = 2;

export interface Placed {
  readonly placements: ReadonlyMap<string, Placement>;
  /** Of pins and names; none touches another. */
  readonly boxes: readonly Box[];
  /** Of dots, which may lie anywhere. */
  readonly dots: readonly Box[];
}

/** Where each thing stands as what. The selected one has its pin and its name in any case. */
export function placePins(things: readonly Placeable[], around: Surroundings): Placed {
  const { textScale, taken = [], covered = [], frame } = around;
  const boxes: Box[] = [...taken];
  const dots: Box[] = [];
  const placements = new Map<string, Placement>();
  const isFree = (box: Box): boolean => !boxes.some((other) => overlaps(other, box));
  for (const thing of things.filter(({ isSelected }) => isSelected)) {
    boxes.push(...selectedBoxes(thing, textScale));
    placements.set(thing.id, { form: 'pin', hasName: true });
  }
  const others = things.filter(({ isSelected }) => !isSelected);
  for (const { id, at } of others) {
    const box = boxAround(at, PIN);
    const form = isFree(box) ? 'pin' : 'dot';
    if (form === 'pin') boxes.push(box);
    else dots.push(boxAround(at, DOT));
    placements.set(id, { form, hasName: false });
  }
  const hasRoom = (box: Box): boolean =>
    isFree(box) &&
    ![...dots, ...covered].some((other) => overlaps(other, box)) &&
    (frame === undefined || isWithin(box, frame));
  for (const thing of others) {
    const box = nameBox(thing, textScale);
    if (placements.get(thing.id)?.form !== 'pin' || !hasRoom(box)) continue;
    boxes.push(box);
    placements.set(thing.id, { form: 'pin', hasName: true });
  }
  return { placements, boxes, dots };
}

/** What the selected shop takes, its name included. */
export function selectedBoxes(thing: Placeable, textScale: number): Box[] {
  return [boxAround(thing.at, SELECTED_PIN), nameBox(thing, textScale)];
}

/** A name on the map, cut where it would be too long. */
export function shortName(name: string): string {
  const letters = Array.from(name.replace(/（.*$/, ''));
  return letters.length <= MAX_NAME_LETTERS
    ? letters.join('')
    : `${letters.slice(0, MAX_NAME_LETTERS - 1).join('')}…`;
}

export function overlaps(a: Box, b: Box): boolean {
  return (
    a.left < b.right + GAP &&
    b.left < a.right + GAP &&
    a.top < b.bottom + GAP &&
    b.top < a.bottom + GAP
  );
}

/** The box of `size`, or of `size` × `height`, around a point. */
export function boxAround({ x, y }: Point, size: number, height = size): Box {
  return { left: x - size / 2, top: y - height / 2, right: x + size / 2, bottom: y + height / 2 };
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom
  );
}

function nameBox({ at, name, isSelected }: Placeable, textScale: number): Box {
  const width = Array.from(shortName(name)).length * 11.5 * textScale + 6;
  const height = NAME_HEIGHT * textScale;
  const below = (isSelected ? SELECTED_PIN : PIN) / 2 + GAP + 1 + height / 2;
  return boxAround({ x: at.x, y: at.y + below }, width, height);
}
