import { orderKey, type Direction, type OrderKey } from '../values/order-key';
import { isDocument, type Document, type Value } from '../values/value';
import { valuesAt } from '../storage/index-keys';
import { invalidParam } from '../errors';
import type { SortSpec } from './planner';

/** Sorts in the order of the database; equal ones keep their places. */
export function sortBy<T>(
  items: readonly T[],
  sort: SortSpec,
  valueOf: (item: T) => Document,
): T[] {
  return items
    .map((item) => ({ item, key: sortKey(valueOf(item), sort) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

function sortKey(document: Document, sort: SortSpec): OrderKey {
  return sort.map(({ field, direction }) => fieldKey(document, field, direction)).join('');
}

/** An array sorts by its smallest element upwards and by its greatest downwards. */
function fieldKey(document: Document, field: string, direction: Direction): OrderKey {
  const { values } = valuesAt(document, field);
  const keys = values.map((value) => orderKey(value, direction));
  return keys.reduce((least, key) => (key < least ? key : least));
}

/** Reads `{field: 1 | -1}` or `[{field, direction}]`, the two forms in which the SDK sends an order. */
export function readSort(order: Value | undefined): SortSpec {
  if (order === undefined || order === null) return [];
  if (Array.isArray(order)) {
    return order.map((entry) => {
      if (!isDocument(entry) || typeof entry['field'] !== 'string') throw invalidParam('bad order');
      return { field: entry['field'], direction: readDirection(entry['direction']) };
    });
  }
  if (!isDocument(order)) throw invalidParam('bad order');
  return Object.entries(order).map(([field, direction]) => ({
    field,
    direction: readDirection(direction),
  }));
}

function readDirection(value: Value | undefined): Direction {
  if (value === 1 || value === 'asc') return 1;
  if (value === -1 || value === 'desc') return -1;
  throw invalidParam('an order is asc or desc');
}
