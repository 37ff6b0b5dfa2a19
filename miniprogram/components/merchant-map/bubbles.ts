// How large bubbles are, and where they stand beside the selected shop and me.
import type { Point } from './map-view';
import { boxAround, overlaps, type Box } from './place-labels';

interface Waiting {
  readonly id: string;
  readonly memberIds: readonly string[];
  readonly at: Point;
}
export interface PlacedBubble extends Waiting {
  /** Side, px. */
  readonly size: number;
}

/** A bubble that must give way steps aside so far, px. */
const STEP = 44;
const STEPS: readonly Point[] = [
  { x: 0, y: -STEP },
  { x: STEP, y: 0 },
  { x: -STEP, y: 0 },
  { x: 0, y: STEP },
  { x: STEP, y: -STEP },
  { x: -STEP, y: -STEP },
  { x: STEP, y: STEP },
  { x: -STEP, y: STEP },
];
/** Smaller than a cluster reaches, so that neighbours never touch. */
const MAX_SIZE = 44;

/** Side of a bubble of so many shops, px. */
function bubbleSize(count: number, textScale: number): number {
  const size = count < 10 ? 32 : count < 100 ? 36 : 42;
  return Math.min(MAX_SIZE, Math.round(size * Math.min(textScale, 1.2)));
}

/** What a bubble says; more than three digits do not fit. */
export function countText(count: number): string {
  return count > 999 ? '999+' : String(count);
}

/**
 * Bubbles keep clear of what stands already: such a one steps aside, or where it is surrounded
 * goes into the nearest other bubble.
 */
export function placeBubbles(
  bubbles: readonly Waiting[],
  { standing, textScale }: { readonly standing: readonly Box[]; readonly textScale: number },
): PlacedBubble[] {
  const sized = bubbles.map((bubble) => ({
    ...bubble,
    size: bubbleSize(bubble.memberIds.length, textScale),
  }));
  const isInTheWay = (bubble: PlacedBubble): boolean =>
    standing.some((box) => overlaps(box, boxOf(bubble)));
  const placed = sized.filter((bubble) => !isInTheWay(bubble));
  for (const bubble of sized.filter(isInTheWay)) {
    const taken = [...standing, ...placed.map(boxOf)];
    const aside = STEPS.map(({ x, y }) => ({
      ...bubble,
      at: { x: bubble.at.x + x, y: bubble.at.y + y },
    })).find((candidate) => !taken.some((box) => overlaps(box, boxOf(candidate))));
    const host = nearestIndex(placed, bubble.at);
    const hosting = placed[host];
    if (aside !== undefined || hosting === undefined) placed.push(aside ?? bubble);
    else placed[host] = joined(hosting, bubble);
  }
  return placed;
}

/** Shops so near to a bubble's edge would stick out from under it, px. */
const TOUCHING = 7;

/** Bubbles take in what they would half cover; answers with what still stands for itself. */
export function takeIn<T extends { readonly id: string; readonly at: Point }>(
  bubbles: readonly PlacedBubble[],
  things: readonly T[],
): { readonly bubbles: readonly PlacedBubble[]; readonly left: readonly T[] } {
  const hosts = things.map(({ at }) =>
    bubbles.findIndex((bubble) => {
      const distance = Math.hypot(bubble.at.x - at.x, bubble.at.y - at.y);
      return distance < bubble.size / 2 + TOUCHING;
    }),
  );
  const guestsOf = (index: number): string[] =>
    things.filter((_, thing) => hosts[thing] === index).map(({ id }) => id);
  return {
    bubbles: bubbles.map((bubble, index) => ({
      ...bubble,
      memberIds: [...bubble.memberIds, ...guestsOf(index)],
    })),
    left: things.filter((_, thing) => hosts[thing] === -1),
  };
}

/** Keeps its size, so that it still touches nobody. */
function joined(host: PlacedBubble, guest: PlacedBubble): PlacedBubble {
  return { ...host, memberIds: [...host.memberIds, ...guest.memberIds] };
}

/** Its index, or −1 where there is none. */
function nearestIndex(bubbles: readonly PlacedBubble[], { x, y }: Point): number {
  const distances = bubbles.map(({ at }) => Math.hypot(at.x - x, at.y - y));
  return distances.indexOf(Math.min(...distances));
}

function boxOf({ at, size }: PlacedBubble): Box {
  return boxAround(at, size);
}
