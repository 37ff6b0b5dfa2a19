// The entries a document has in an index: one for each combination of the values on its paths.
import { type Direction, orderKey, type OrderKey } from '../values/order-key';
import { isDocument, type Document, type Value } from '../values/value';

export interface IndexField {
  readonly field: string;
  readonly direction: Direction;
}

interface IndexEntries {
  readonly keys: ReadonlySet<OrderKey>;
  /** An array lay on one of the paths, so one document may have several entries. */
  readonly multikey: boolean;
}

interface PathValues {
  values: (Value | undefined)[];
  multikey: boolean;
}

/** A sparse index has no entry for a document that has none of the fields. */
export function indexEntries(
  document: Document,
  index: { fields: readonly IndexField[]; sparse: boolean },
): IndexEntries {
  let keys: OrderKey[] = [''];
  let multikey = false;
  let present = false;
  for (const { field, direction } of index.fields) {
    const found = valuesAt(document, field);
    multikey ||= found.multikey;
    present ||= found.values.some((value) => value !== undefined);
    const parts = found.values.map((value) => orderKey(value, direction));
    keys = keys.flatMap((prefix) => parts.map((part) => prefix + part));
  }
  if (index.sparse && !present) return { keys: new Set(), multikey: false };
  return { keys: new Set(keys), multikey };
}

/** All values a dotted path reaches, through arrays as well; `undefined` stands for a missing one. */
export function valuesAt(document: Document, path: string): PathValues {
  const found: PathValues = { values: [], multikey: false };
  collect(document, path.split('.'), 0, found);
  return found;
}

function collect(
  value: Value | undefined,
  parts: string[],
  depth: number,
  found: PathValues,
): void {
  const part = parts[depth];
  if (Array.isArray(value)) {
    found.multikey = true;
    collectFromArray(value, parts, depth, found);
  } else if (part === undefined) {
    found.values.push(value);
  } else {
    collect(isDocument(value) ? value[part] : undefined, parts, depth + 1, found);
  }
}

function collectFromArray(items: Value[], parts: string[], depth: number, found: PathValues): void {
  const part = parts[depth];
  if (part === undefined) {
    found.values.push(...(items.length === 0 ? [undefined] : items));
    return;
  }
  const before = found.values.length;
  if (/^\d+$/.test(part)) collect(items[Number(part)], parts, depth + 1, found);
  for (const item of items) {
    if (isDocument(item)) collect(item, parts, depth, found);
  }
  if (found.values.length === before) found.values.push(undefined);
}
