// Runs a query: candidates by the plan, the filter on each, then order, offset and limit. A view of
// the past or of a transaction's own writes is laid over the rows as patches.
import { requestFailed } from '../errors';
import { boxesAround, type Box } from '../geo/sphere';
import type { StoredCollection } from '../storage/collection';
import type { GeoIndex } from '../storage/indexes';
import type { StoredDocument } from '../storage/stored-document';
import type { Document } from '../values/value';
import { matchAll, type MatchContext, matcherOf } from './filter';
import { nearest } from './nearest';
import { nearOf, type Plan, planOf, type RangePlan, type SortSpec } from './planner';
import { noPatches, type Patches, Reader } from './reader';
import { sortBy } from './sort';

export interface FindRequest extends MatchContext {
  readonly filter: Document;
  readonly sort: SortSpec;
  readonly offset: number;
  readonly limit: number;
}

export interface Found {
  readonly documents: StoredDocument[];
  /** How many documents were read to find them. */
  readonly examined: number;
  readonly plan: Plan;
}

const everything = { sort: [], offset: 0, limit: Infinity };

export function find(
  collection: StoredCollection,
  request: FindRequest,
  patches: Patches = noPatches,
): Found {
  const near = nearOf(request.filter);
  const plan = planOf(collection, request.filter, request.sort);
  if (near && plan.kind !== 'near') {
    throw requestFailed('Find', 'unable to find index for $geoNear query');
  }
  const isExact = (plan.kind === 'range' || plan.kind === 'scan') && plan.exact;
  const matches = isExact && patches.size === 0 ? matchAll : matcherOf(request.filter, request);
  const reader = new Reader(collection, matches, patches);
  const needed = request.offset + request.limit;
  const documents =
    plan.kind === 'near' && request.sort.length === 0
      ? nearest(reader, plan, needed)
      : inOrder(reader, plan, { sort: request.sort, needed });
  return {
    documents: documents.slice(request.offset, needed),
    examined: reader.examined,
    plan,
  };
}

export function findAll(
  collection: StoredCollection,
  filter: Document,
  patches: Patches = noPatches,
): Found {
  return find(collection, { filter, ...everything }, patches);
}

/** How many documents match; answered by the index alone when the filter is all in its range. */
export function count(
  collection: StoredCollection,
  filter: Document,
): { total: number; examined: number; plan: Plan } {
  const plan = planOf(collection, filter, []);
  if (plan.kind === 'scan' && plan.exact) return { total: collection.count(), examined: 0, plan };
  if (plan.kind === 'range' && plan.exact && !plan.index.multikey) {
    const total = plan.ranges.reduce(
      (sum, range) => sum + collection.countRange(plan.index, range),
      0,
    );
    return { total, examined: 0, plan };
  }
  const found = findAll(collection, filter);
  return { total: found.documents.length, examined: found.examined, plan };
}

function inOrder(
  reader: Reader,
  plan: Plan,
  wanted: { sort: SortSpec; needed: number },
): StoredDocument[] {
  const { sort, needed } = wanted;
  const stream = candidatesOf(reader, plan, needed);
  const sorted = sort.length === 0 || (plan.kind === 'range' && plan.sorted);
  const stored = take(stream, sorted ? needed : Infinity);
  const all = [...stored, ...reader.patched()];
  const mustSort = sort.length > 0 && (!sorted || all.length > stored.length);
  return mustSort ? sortBy(all, sort, (document) => document.value) : all;
}

function candidatesOf(reader: Reader, plan: Plan, needed: number): Iterable<StoredDocument> {
  const { collection } = reader;
  switch (plan.kind) {
    case 'range':
      return reader.matching(rangeRows(collection, plan, needed), plan.exact);
    case 'near':
      return reader.matching(
        boxRows(collection, plan.index, boxesAround(plan.near.centre, plan.near.maxMetres)),
      );
    case 'box':
      return reader.matching(boxRows(collection, plan.index, plan.boxes));
    case 'scan':
      return reader.matching(allRows(collection), plan.exact);
  }
}

function* rangeRows(
  collection: StoredCollection,
  plan: RangePlan,
  needed: number,
): Generator<StoredDocument> {
  const firstChunk = Math.min(Math.max(needed, 1), 100);
  const seen = plan.index.multikey ? new Set<number>() : undefined;
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
  for (const range of ranges) {
    for (const row of collection.inRange(plan.index, range, {
      reverse: plan.reverse,
      firstChunk,
    })) {
      if (seen?.has(row.rowId)) continue;
      seen?.add(row.rowId);
      yield row;
    }
  }
}

function* boxRows(
  collection: StoredCollection,
  index: GeoIndex,
  boxes: readonly Box[],
): Generator<StoredDocument> {
  const seen = new Set<number>();
  for (const row of boxes.flatMap((box) => collection.inBox(index, box))) {
    if (seen.has(row.rowId)) continue;
    seen.add(row.rowId);
    yield row;
  }
}

function* allRows(collection: StoredCollection): Generator<StoredDocument> {
  let from = 0;
  for (;;) {
    const rows = collection.rowsAfter(from, 500);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    from = last.rowId;
  }
}

function take<T>(items: Iterable<T>, limit: number): T[] {
  const taken: T[] = [];
  if (limit <= 0) return taken;
  for (const item of items) {
    taken.push(item);
    if (taken.length >= limit) break;
  }
  return taken;
}
