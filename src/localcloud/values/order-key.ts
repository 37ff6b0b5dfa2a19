// Keys whose byte order is the order of the database: MinKey < null < numbers < strings < objects
// < arrays < binary < ids < booleans < dates < patterns < MaxKey, as MongoDB sorts. One encoding
// serves index entries, range bounds, sorting and equality. A key is a string of the characters 0 to
// 255, one for each byte, so that keys can be compared and joined as strings; the store keeps them
// as blobs.
import { integerOf, isNumeric, Numeral, type Numeric } from './numeral';
import { Pattern } from './pattern';
import { ObjectId, Opaque, type Value } from './value';

export type Direction = 1 | -1;

const type = {
  minKey: 0x0a,
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
  maxKey: 0xf0,
} as const;

/** Ends texts and lists; 0 and 1 inside a text are written as two bytes, so no key begins another. */
const end = 0x00;
const escape = 0x01;
const double = Buffer.alloc(8);
const firstUnsafe = 2 ** 53;

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

/** The first byte of the value's key, which is the place of its type among the types. */
export function typeOrder(value: Value): number {
  if (value === null) return type.null;
  if (isNumeric(value)) return type.number;
  if (typeof value === 'string') return type.string;
  if (typeof value === 'boolean') return type.boolean;
  if (value instanceof Date) return type.date;
  if (Array.isArray(value)) return type.array;
  if (value instanceof ObjectId) return type.objectId;
  if (value instanceof Pattern) return type.regExp;
  if (value instanceof Opaque) return opaqueOrder(value);
  return Buffer.isBuffer(value) ? type.binary : type.object;
}

function opaqueOrder({ wrapper }: Opaque): number {
  if ('$minKey' in wrapper) return type.minKey;
  if ('$maxKey' in wrapper) return type.maxKey;
  if ('$binary' in wrapper) return type.binary;
  return type.opaque;
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
  else if (value instanceof Numeral) appendNumber(bytes, type.number, value);
  else if (typeof value === 'string') appendText(bytes, type.string, value);
  else if (typeof value === 'boolean') bytes.push(type.boolean, value ? 2 : 1);
  else if (value instanceof Date) appendNumber(bytes, type.date, value.getTime());
  else appendStructured(bytes, value);
}

function appendStructured(
  bytes: number[],
  value: Exclude<Value, null | Numeric | string | boolean | Date>,
): void {
  if (Array.isArray(value)) {
    bytes.push(type.array);
    for (const item of value) append(bytes, item);
    bytes.push(end);
  } else if (value instanceof ObjectId) appendText(bytes, type.objectId, value.hex);
  else if (value instanceof Pattern) appendText(bytes, type.regExp, String(value));
  else if (value instanceof Opaque) appendText(bytes, opaqueOrder(value), value.toString());
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

/** Integers beyond 2^53 end with what the double below them leaves, so that none share a key. */
function appendNumber(bytes: number[], kind: number, value: Numeric): void {
  bytes.push(kind);
  const plain = Number(value);
  if (Math.abs(plain) < firstUnsafe || !Number.isFinite(plain)) appendDouble(bytes, plain);
  else appendUnsafe(bytes, value);
}

function appendUnsafe(bytes: number[], value: Numeric): void {
  const exact = integerOf(value) ?? 0n;
  const below = doubleBelow(exact);
  appendDouble(bytes, below);
  const rest = Number(exact - BigInt(below));
  bytes.push(rest >> 8, rest & 255);
}

/** The greatest double that is not above the integer. */
function doubleBelow(exact: bigint): number {
  const nearest = Number(exact);
  if (BigInt(nearest) <= exact) return nearest;
  double.writeDoubleBE(nearest);
  double.writeBigUInt64BE(double.readBigUInt64BE() + (nearest < 0 ? 1n : -1n));
  return double.readDoubleBE();
}

function appendDouble(bytes: number[], value: number): void {
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
