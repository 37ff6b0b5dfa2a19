// Gathers shops that would lie on top of each other into one bubble. The same at every place of
// the map, so that bubbles stay while one moves it, and the same for both maps.
import type { Point } from './map-view';

export interface Spot {
  readonly id: string;
  /** Where it is, px from the world's corner at the zoom in question. */
  readonly at: Point;
}
export interface Cluster {
  /** The id of its first spot, on which it stands. */
  readonly id: string;
  readonly at: Point;
  /** All of them in the given order, the first included. */
  readonly memberIds: readonly string[];
}
export interface Clustered {
  readonly clusters: readonly Cluster[];
  /** Ids of those that stand for themselves. */
  readonly singleIds: ReadonlySet<string>;
}

/** Bubbles stand at least this far from each other, px: more than the largest is wide. */
export const CLUSTER_REACH = 46;
/** Fewer are told apart as pins and dots. */
export const MIN_CLUSTER = 4;

/** What comes first gathers first. */
export function clusterSpots(spots: readonly Spot[]): Clustered {
  const free = new Grid(spots);
  const clusters: Cluster[] = [];
  const singleIds = new Set<string>();
  for (const spot of spots) {
    if (!free.has(spot)) continue;
    const members = free.around(spot);
    if (members.length < MIN_CLUSTER) {
      free.take(spot);
      singleIds.add(spot.id);
      continue;
    }
    for (const member of members) free.take(member);
    clusters.push({ id: spot.id, at: spot.at, memberIds: members.map(({ id }) => id) });
  }
  return { clusters, singleIds };
}

/** Spots that no cluster has taken, in squares as wide as a cluster reaches. */
class Grid {
  private readonly squares = new Map<string, Set<Spot>>();

  constructor(spots: readonly Spot[]) {
    for (const spot of spots) {
      const key = keyOf(squareOf(spot.at));
      const square = this.squares.get(key);
      if (square === undefined) this.squares.set(key, new Set([spot]));
      else square.add(spot);
    }
  }

  has(spot: Spot): boolean {
    return this.squares.get(keyOf(squareOf(spot.at)))?.has(spot) ?? false;
  }

  take(spot: Spot): void {
    this.squares.get(keyOf(squareOf(spot.at)))?.delete(spot);
  }

  /** All within reach, the spot itself first. */
  around(spot: Spot): Spot[] {
    const { x, y } = squareOf(spot.at);
    const found: Spot[] = [spot];
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        for (const other of this.squares.get(keyOf({ x: x + dx, y: y + dy })) ?? []) {
          if (other !== spot && isWithinReach(spot, other)) found.push(other);
        }
      }
    }
    return found;
  }
}

function squareOf({ x, y }: Point): Point {
  return { x: Math.floor(x / CLUSTER_REACH), y: Math.floor(y / CLUSTER_REACH) };
}

function keyOf({ x, y }: Point): string {
  return `${x},${y}`;
}

function isWithinReach(a: Spot, b: Spot): boolean {
  return Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) < CLUSTER_REACH;
}
