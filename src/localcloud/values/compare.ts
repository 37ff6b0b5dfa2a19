// The order of values, as the database compares and sorts them. It is that of their order keys,
// without making the keys.
import { compareNumbers, isNumeric } from './numeral';
import { orderKey, typeOrder } from './order-key';
import type { Document, Value } from './value';

/** Negative, zero or positive; missing comes before null. */
export function compare(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  const [x, y] = [typeOrder(a), typeOrder(b)];
  return x === y ? compareAlike(a, b) : x - y;
}

export function isEqual(a: Value | undefined, b: Value | undefined): boolean {
  return compare(a, b) === 0;
}

/** Whether comparisons reach from one to the other: they never leave a type. */
export function isComparable(a: Value, b: Value): boolean {
  return typeOrder(a) === typeOrder(b);
}

function compareAlike(a: Value, b: Value): number {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (isPlain(a) && isPlain(b)) return compareDocuments(a, b);
  const [x, y] = [orderKey(a), orderKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

const objectOrder = typeOrder({});

function isPlain(value: Value): value is Document {
  return typeOrder(value) === objectOrder;
}

/** By code points, as UTF-8 sorts; JavaScript sorts by halves of surrogate pairs. */
function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points beyond all others. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareLists(a: readonly Value[], b: readonly Value[]): number {
  for (const [i, item] of a.entries()) {
    const other = b[i];
    if (i >= b.length || other === undefined) return 1;
    const order = compare(item, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Field by field in their order: first the types of the values, then the names, then the values. */
function compareDocuments(a: Document, b: Document): number {
  const [fields, others] = [Object.keys(a), Object.keys(b)];
  for (const [i, field] of fields.entries()) {
    const other = others[i];
    if (other === undefined) return 1;
    const [x, y] = [a[field] ?? null, b[other] ?? null];
    const order = typeOrder(x) - typeOrder(y) || compareTexts(field, other) || compare(x, y);
    if (order !== 0) return order;
  }
  return fields.length - others.length;
}
