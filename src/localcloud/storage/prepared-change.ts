// What a change of a document does to the entries of the indexes: which go, which come.
import { requestFailed } from '../errors';
import { boxOf, geometriesOf } from '../geo/geometry';
import type { Box } from '../geo/sphere';
import { geoProblem } from '../geo/validity';
import type { OrderKey } from '../values/order-key';
import { valueAt } from '../values/path';
import { show } from '../values/show';
import { indexEntries } from './index-keys';
import type { GeoIndex, OrderedIndex } from './indexes';
import type { Change, StoredDocument } from './stored-document';

export interface PreparedChange {
  readonly change: Change;
  readonly entries: readonly EntriesChange[];
  readonly boxes: readonly BoxChange[];
}

export interface EntriesChange {
  readonly index: OrderedIndex;
  readonly removed: readonly OrderKey[];
  readonly added: readonly OrderKey[];
  readonly multikey: boolean;
}

export interface BoxChange {
  readonly index: GeoIndex;
  readonly removed: boolean;
  readonly added: Box | undefined;
}

const noKeys: ReadonlySet<OrderKey> = new Set();

/** Keeps only what there is to do, so that a change without index work is a single statement. */
export function prepareChange(
  change: Change,
  orderedIndexes: readonly OrderedIndex[],
  geoIndexes: readonly GeoIndex[],
): PreparedChange {
  const mayDiffer = pathsThatMayDiffer(change);
  return {
    change,
    entries: orderedIndexes
      .filter(({ fields }) => fields.some(({ field }) => mayDiffer(field)))
      .map((index) => entriesChange(index, change))
      .filter(isNeeded),
    boxes: geoIndexes
      .filter(({ field }) => mayDiffer(field))
      .map((index) => boxChange(index, change))
      .filter(isNeeded),
  };
}

/** An update shares what it has not changed, so most indexes can be passed by. */
function pathsThatMayDiffer({ before, after }: Change): (path: string) => boolean {
  if (!before || !after) return () => true;
  return (path) => {
    const [top = path] = path.split('.', 1);
    return before.value[top] !== after.value[top];
  };
}

export function entriesChange(index: OrderedIndex, { before, after }: Change): EntriesChange {
  const old = before ? indexEntries(before.value, index).keys : noKeys;
  const current = after ? indexEntries(after.value, index) : { keys: noKeys, multikey: false };
  return {
    index,
    removed: [...old].filter((key) => !current.keys.has(key)),
    added: [...current.keys].filter((key) => !old.has(key)),
    multikey: current.multikey,
  };
}

/** @throws CloudError DATABASE_REQUEST_FAILED for what is no place on earth */
export function boxChange(index: GeoIndex, { before, after }: Change): BoxChange {
  const value = after && valueAt(after.value, index.field);
  const problem = geoProblem(value);
  if (problem !== undefined) {
    throw requestFailed('Insert', `Can't extract geo keys: ${show(value)} ${problem}`);
  }
  const [old, current] = [boxAt(before, index.field), boxAt(after, index.field)];
  if (old && current && sameBox(old, current)) return { index, removed: false, added: undefined };
  return { index, removed: old !== undefined, added: current };
}

function isNeeded(change: EntriesChange | BoxChange): boolean {
  if ('multikey' in change) {
    return change.removed.length > 0 || change.added.length > 0;
  }
  return change.removed || change.added !== undefined;
}

function boxAt(document: StoredDocument | undefined, field: string): Box | undefined {
  return document && boxOf(geometriesOf(valueAt(document.value, field)));
}

function sameBox(a: Box, b: Box): boolean {
  return a.west === b.west && a.east === b.east && a.south === b.south && a.north === b.north;
}
