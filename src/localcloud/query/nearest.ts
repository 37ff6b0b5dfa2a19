// Matches by distance, reading few documents that are too far: the boxes of the geo index come first,
// nearest first, and documents are read until no box can hold a nearer one. Without a maximum
// distance the circle grows until it holds enough.
import { geometriesOf, nearestMetres } from '../geo/geometry';
import {
  type Box,
  boxesAround,
  distanceMetres,
  halfCircumferenceMetres,
  type Position,
} from '../geo/sphere';
import type { StoredDocument } from '../storage/stored-document';
import { valueAt } from '../values/path';
import type { NearPlan } from './planner';
import type { Reader } from './reader';

interface Placed {
  readonly document: StoredDocument;
  readonly metres: number;
}

interface Candidate {
  readonly rowId: number;
  /** The geometry is no nearer than this. */
  readonly atLeastMetres: number;
}

const firstRadiusMetres = 1000;
/** What is read beyond those that are needed: boxes order points almost as their distances do. */
const smallChunk = 32;

/** @returns at least `needed` matches, nearest first, or all of them when there are fewer */
export function nearest(reader: Reader, plan: NearPlan, needed: number): StoredDocument[] {
  const own = place(reader.patched(), plan);
  let radius = Math.min(plan.near.maxMetres, firstRadiusMetres);
  for (;;) {
    const isLast = radius >= Math.min(plan.near.maxMetres, halfCircumferenceMetres);
    const candidates = candidatesWithin(reader, plan, radius);
    // Whether there are enough is known from the boxes, before a document is read.
    if (isLast || candidates.length + own.length >= needed) {
      const found = readNearest(reader, plan, { candidates, own, needed });
      const isEnough = found.filter(({ metres }) => metres <= radius).length >= needed;
      if (isLast || isEnough) return found.map(({ document }) => document);
    }
    radius = Math.min(radius * 4, plan.near.maxMetres);
  }
}

function candidatesWithin(reader: Reader, { index, near }: NearPlan, radius: number): Candidate[] {
  const found = new Map<number, Candidate>();
  for (const around of boxesAround(near.centre, radius)) {
    for (const { rowId, box } of reader.collection.boxEntries(index, around)) {
      const atLeastMetres = leastMetres(near.centre, box);
      if (atLeastMetres <= radius) found.set(rowId, { rowId, atLeastMetres });
    }
  }
  return [...found.values()].sort((a, b) => a.atLeastMetres - b.atLeastMetres);
}

/** No point of the box is farther from its middle than its corners are from each other. */
function leastMetres(centre: Position, { west, east, south, north }: Box): number {
  const diagonal = distanceMetres([west, south], [east, north]);
  if (diagonal > 1_000_000) return 0;
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  return Math.max(0, distanceMetres(centre, middle) - diagonal);
}

function readNearest(
  reader: Reader,
  plan: NearPlan,
  from: { candidates: readonly Candidate[]; own: readonly Placed[]; needed: number },
): Placed[] {
  const { candidates, own, needed } = from;
  let found = [...own].sort(byMetres);
  let size = Math.max(smallChunk, Math.min(needed, 500));
  let nextSize = smallChunk;
  for (let start = 0; start < candidates.length;) {
    const farthest = found[needed - 1]?.metres;
    const next = candidates[start]?.atLeastMetres ?? Infinity;
    if (farthest !== undefined && farthest <= next) break;
    const chunk = candidates.slice(start, start + size).map(({ rowId }) => rowId);
    const matching = reader.matching(reader.collection.ofRows(chunk));
    found = [...found, ...place(matching, plan)].sort(byMetres);
    start += size;
    size = nextSize;
    nextSize = Math.min(nextSize * 2, 1000);
  }
  return found;
}

function place(documents: Iterable<StoredDocument>, { field, near }: NearPlan): Placed[] {
  return [...documents].map((document) => ({
    document,
    metres: nearestMetres(near.centre, geometriesOf(valueAt(document.value, field))) ?? Infinity,
  }));
}

function byMetres(a: Placed, b: Placed): number {
  return a.metres - b.metres;
}
