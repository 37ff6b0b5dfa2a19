// Keys whose byte order is the order of the database: null < numbers < strings < objects < arrays
// < binary < ids < booleans < dates, as MongoDB sorts. One encoding serves index entries, range
// bounds, sorting and equality. A key is a string of the characters 0 to 255, one for each byte, so
// that keys can be compared and joined as strings; the store keeps them as blobs.
import { ObjectId, Opaque, type Value } from './value';

export type Direction = 1 | -1;

const type = {
  null: 0x14,
  number: 0x1e,
  string: 0x3c,
  object: 0x46,
  array: 0x50,
  binary: 0x5a,
  objectId: 0x64,
  boolean: 0x6e,
  date: 0x78,
  opaque: 0x82,
  regExp: 0x8c,
} as const;

/** Ends texts and lists; 0 and 1 inside a text are written as two bytes, so no key begins another. */
const end = 0x00;
const escape = 0x01;
const double = Buffer.alloc(8);

export type OrderKey = string;

/** Greater than every key that continues a given prefix. */
export const afterAll = '\xff';

/** One component of a key; missing counts as null, as it does in the database's indexes. */
export function orderKey(value: Value | undefined, direction: Direction = 1): OrderKey {
  const bytes: number[] = [];
  append(bytes, value);
  const key = Buffer.from(bytes);
  if (direction === -1) invert(key);
  return key.toString('latin1');
}

export function keyToBlob(key: OrderKey): Buffer {
  return Buffer.from(key, 'latin1');
}

export function blobToKey(blob: unknown): OrderKey {
  return (blob as Buffer).toString('latin1');
}

/** The bounds of all keys of the value's type: comparisons never leave a type. */
export function typeBracket(value: Value, direction: Direction): { from: OrderKey; to: OrderKey } {
  const first = orderKey(value, direction).charCodeAt(0);
  return { from: String.fromCharCode(first), to: String.fromCharCode(first + 1) };
}

function invert(key: Buffer): void {
  for (let i = 0; i < key.length; i++) key[i] = 255 - (key[i] ?? 0);
}

function append(bytes: number[], value: Value | undefined): void {
  if (value === undefined || value === null) bytes.push(type.null);
  else if (typeof value === 'number') appendNumber(bytes, type.number, value);
  else if (typeof value === 'string') appendText(bytes, type.string, value);
  else if (typeof value === 'boolean') bytes.push(type.boolean, value ? 2 : 1);
  else if (value instanceof Date) appendNumber(bytes, type.date, value.getTime());
  else appendStructured(bytes, value);
}

function appendStructured(
  bytes: number[],
  value: Exclude<Value, null | number | string | boolean | Date>,
): void {
  if (Array.isArray(value)) {
    bytes.push(type.array);
    for (const item of value) append(bytes, item);
    bytes.push(end);
  } else if (value instanceof ObjectId) appendText(bytes, type.objectId, value.hex);
  else if (value instanceof RegExp) appendText(bytes, type.regExp, String(value));
  else if (value instanceof Opaque) appendText(bytes, type.opaque, value.toString());
  else if (Buffer.isBuffer(value)) {
    bytes.push(type.binary);
    for (const byte of value) appendByte(bytes, byte);
    bytes.push(end);
  } else {
    bytes.push(type.object);
    for (const field of Object.keys(value)) {
      const member: number[] = [];
      append(member, value[field]);
      bytes.push(member[0] ?? type.null);
      for (const byte of Buffer.from(field, 'utf8')) appendByte(bytes, byte);
      bytes.push(end, ...member);
    }
    bytes.push(end);
  }
}

function appendText(bytes: number[], kind: number, text: string): void {
  bytes.push(kind);
  for (const byte of Buffer.from(text, 'utf8')) appendByte(bytes, byte);
  bytes.push(end);
}

function appendByte(bytes: number[], byte: number): void {
  if (byte > escape) bytes.push(byte);
  else bytes.push(escape, byte + 1);
}

function appendNumber(bytes: number[], kind: number, value: number): void {
  bytes.push(kind);
  if (Number.isNaN(value)) {
    bytes.push(0, 0, 0, 0, 0, 0, 0, 0);
    return;
  }
  double.writeDoubleBE(value === 0 ? 0 : value);
  const negative = (double[0] ?? 0) >= 0x80;
  for (let i = 0; i < 8; i++) {
    const byte = double[i] ?? 0;
    bytes.push(negative ? 255 - byte : i === 0 ? byte | 0x80 : byte);
  }
}
