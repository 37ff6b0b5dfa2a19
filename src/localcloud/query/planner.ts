// How a query finds its candidates: by a key range of an index, by a circle or box of a geo index,
// or by reading the whole collection. The filter is checked on the candidates afterwards.
import { boxOf } from '../geo/geometry';
import { type Box, boxesAround } from '../geo/sphere';
import type { KeyRange, StoredCollection } from '../storage/collection';
import type { GeoIndex, OrderedIndex } from '../storage/indexes';
import type { Direction } from '../values/order-key';
import { isDocument, type Document, type Value } from '../values/value';
import { branchRanges } from './branch-ranges';
import { type Branch, branchesOf } from './constraints';
import { type Near, readCircle, readNear, readShape } from './geo-operands';

export type SortSpec = readonly { readonly field: string; readonly direction: Direction }[];

export interface RangePlan {
  readonly kind: 'range';
  readonly index: OrderedIndex;
  /** Disjoint, in the order of the index. */
  readonly ranges: readonly KeyRange[];
  readonly reverse: boolean;
  /** The candidates come in the order that was asked for. */
  readonly sorted: boolean;
  /** Every candidate matches: the filter need not be checked. */
  readonly exact: boolean;
}

export interface NearPlan {
  readonly kind: 'near';
  readonly index: GeoIndex;
  readonly field: string;
  readonly near: Near;
}

export interface BoxPlan {
  readonly kind: 'box';
  readonly index: GeoIndex;
  readonly boxes: readonly Box[];
}

export interface ScanPlan {
  readonly kind: 'scan';
  readonly exact: boolean;
}

export type Plan = RangePlan | NearPlan | BoxPlan | ScanPlan;

export function planOf(collection: StoredCollection, filter: Document, sort: SortSpec): Plan {
  const geo = geoPlan(collection, filter);
  if (geo) return geo;
  const branches = branchesOf(filter);
  let best: { plan: RangePlan; score: number } | undefined;
  for (const index of [collection.idIndex, ...collection.orderedIndexes]) {
    const candidate = rangePlan(index, branches, sort);
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best?.plan ?? { kind: 'scan', exact: Object.keys(filter).length === 0 };
}

/** A short name of the plan for the log. */
export function describePlan(plan: Plan): string {
  return plan.kind === 'scan' ? 'collection scan' : `index ${plan.index.name}`;
}

function rangePlan(
  index: OrderedIndex,
  branches: readonly Branch[],
  sort: SortSpec,
): { plan: RangePlan; score: number } | undefined {
  const parts = branches.map((branch) => branchRanges(index, branch));
  if (parts.some((part) => part === undefined)) return undefined;
  const found = parts.filter((part) => part !== undefined);
  const pinned = found.length === 1 ? (found[0]?.pinned ?? 0) : 0;
  const direction = index.multikey ? undefined : sortDirection(index, sort, pinned);
  const sorted = sort.length > 0 && direction !== undefined;
  const score = Math.min(...found.map((part) => part.score)) + (sorted ? 3 : 0);
  if (score === 0) return undefined;
  const plan: RangePlan = {
    kind: 'range',
    index,
    ranges: disjoint(found.flatMap((part) => part.ranges)),
    reverse: direction === -1,
    sorted,
    exact: found.every((part) => part.exact),
  };
  return { plan, score };
}

/** Sorts ranges by key and joins those that touch. */
function disjoint(ranges: readonly KeyRange[]): KeyRange[] {
  const ordered = ranges
    .filter((range) => range.lower < range.upper)
    .sort((a, b) => (a.lower < b.lower ? -1 : a.lower > b.lower ? 1 : 0));
  const result: KeyRange[] = [];
  for (const range of ordered) {
    const last = result.at(-1);
    if (!last || range.lower > last.upper) result.push(range);
    else if (range.upper > last.upper) {
      result[result.length - 1] = { lower: last.lower, upper: range.upper };
    }
  }
  return result;
}

/** 1 or -1 when reading the index that way gives the order, nothing when it does not. */
function sortDirection(index: OrderedIndex, sort: SortSpec, pinned: number): Direction | undefined {
  const pinnedFields = new Set(index.fields.slice(0, pinned).map(({ field }) => field));
  const wanted = sort.filter(({ field }) => !pinnedFields.has(field));
  if (wanted.length === 0) return 1;
  for (const way of [1, -1] as const) {
    const served = wanted.every(({ field, direction }, i) => {
      const own = index.fields[pinned + i];
      return own?.field === field && own.direction * way === direction;
    });
    if (served) return way;
  }
  return undefined;
}

function geoPlan(collection: StoredCollection, filter: Document): NearPlan | BoxPlan | undefined {
  for (const { field, operand } of geoConditions(filter)) {
    const index = collection.geoIndexes.find((candidate) => candidate.field === field);
    const nearOperand = operand['$nearSphere'] ?? operand['$near'];
    if (nearOperand !== undefined) {
      const near = readNear(nearOperand);
      if (index) return { kind: 'near', index, field, near };
    } else if (index) {
      const boxes = boxesOf(operand);
      if (boxes) return { kind: 'box', index, boxes };
    }
  }
  return undefined;
}

/** The point a filter asks to be near to, wherever it stands in the conjunction. */
export function nearOf(filter: Document): { field: string; near: Near } | undefined {
  for (const { field, operand } of geoConditions(filter)) {
    const value = operand['$nearSphere'] ?? operand['$near'];
    if (value !== undefined) return { field, near: readNear(value) };
  }
  return undefined;
}

function boxesOf(operand: Document): Box[] | undefined {
  const circle = readCircle(operand['$geoWithin']);
  if (circle) return boxesAround(circle.centre, circle.maxMetres);
  const shape = operand['$geoWithin'] ?? operand['$geoIntersects'];
  if (shape === undefined) return undefined;
  const box = boxOf([readShape(shape)]);
  return box && [box];
}

function geoConditions(filter: Document): { field: string; operand: Document }[] {
  return Object.entries(filter).flatMap(([field, operand]) => {
    if (field === '$and' && Array.isArray(operand)) {
      return operand.filter(isDocument).flatMap(geoConditions);
    }
    return isGeo(operand) ? [{ field, operand }] : [];
  });
}

function isGeo(operand: Value): operand is Document {
  if (!isDocument(operand)) return false;
  return Object.keys(operand).some((key) =>
    /^\$(near|nearSphere|geoWithin|geoIntersects)$/.test(key),
  );
}
