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
/** Whatever is so near to a bubble would stick out from under it, px. */
const TOUCHING = 34;
/** Fewer are told apart as pins and dots. */
export const MIN_CLUSTER = 4;

/** What comes first gathers first. */
export function clusterSpots(spots: readonly Spot[]): Clustered {
  const free = new Grid(spots);
  const clusters: Cluster[] = [];
  const singles: Spot[] = [];
  for (const spot of spots) {
    if (!free.has(spot)) continue;
    const members = free.around(spot);
    if (members.length < MIN_CLUSTER) {
      free.take(spot);
      singles.push(spot);
      continue;
    }
    for (const member of members) free.take(member);
    clusters.push({ id: spot.id, at: spot.at, memberIds: members.map(({ id }) => id) });
  }
  return withTouching(clusters, singles);
}

/** Those that were passed over before a bubble came to stand beside them go into it. */
function withTouching(clusters: readonly Cluster[], singles: readonly Spot[]): Clustered {
  const grid = new Grid(singles);
  const joined = new Set<string>();
  const grown = clusters.map((cluster) => {
    const guests = grid.near(cluster.at, TOUCHING);
    for (const guest of guests) {
      grid.take(guest);
      joined.add(guest.id);
    }
    return { ...cluster, memberIds: [...cluster.memberIds, ...guests.map(({ id }) => id)] };
  });
  const left = singles.filter(({ id }) => !joined.has(id));
  return { clusters: grown, singleIds: new Set(left.map(({ id }) => id)) };
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
    const others = this.near(spot.at, CLUSTER_REACH).filter((other) => other !== spot);
    return [spot, ...others];
  }

  /** All nearer than `reach`, which is at most a square's side. */
  near(at: Point, reach: number): Spot[] {
    const { x, y } = squareOf(at);
    const found: Spot[] = [];
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        for (const spot of this.squares.get(keyOf({ x: x + dx, y: y + dy })) ?? []) {
          if (Math.hypot(spot.at.x - at.x, spot.at.y - at.y) < reach) found.push(spot);
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
