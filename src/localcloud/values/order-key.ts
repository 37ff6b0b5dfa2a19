// Bytes whose order is the order of the database: memcmp on two keys compares the values as
// MongoDB does (null < numbers < strings < objects < arrays < binary < ids < booleans < dates).
// One encoding serves index entries, range bounds, sorting and equality of keys.
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

const end = 0x00;
const escaped = 0xff;
const double = Buffer.alloc(8);

/** One component of a key; missing counts as null, as it does in the database's indexes. */
export function orderKey(value: Value | undefined, direction: Direction = 1): Buffer {
  const bytes: number[] = [];
  append(bytes, value);
  const key = Buffer.from(bytes);
  if (direction === -1) invert(key);
  return key;
}

/** The first byte of all keys of the value's type and of the next type: ranges stay inside a type. */
export function typeBracket(value: Value, direction: Direction): { from: number; to: number } {
  const byte = orderKey(value)[0] ?? type.null;
  return direction === 1 ? { from: byte, to: byte + 1 } : { from: 255 - byte, to: 255 - byte + 1 };
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
  bytes.push(byte);
  if (byte === end) bytes.push(escaped);
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
