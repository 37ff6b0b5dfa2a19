// Canonical extended JSON, the form in which the SDK sends and expects every document.
import { kindOf, numeric, Numeral, type NumberKind } from './numeral';
import { Pattern } from './pattern';
import { ObjectId, Opaque, type Document, type Value } from './value';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Wrapper = Readonly<Record<string, Json>>;

const numberKinds: ReadonlyMap<string, NumberKind> = new Map([
  ['$numberInt', 'int'],
  ['$numberLong', 'long'],
  ['$numberDouble', 'double'],
  ['$numberDecimal', 'decimal'],
]);
const opaqueTypes = new Set(['$timestamp', '$minKey', '$maxKey', '$symbol', '$code', '$dbPointer']);

/**
 * Reads canonical (and relaxed) extended JSON.
 * @param nowMs the moment that `$tcb_server_date` stands for
 * @throws SyntaxError when the text is no JSON
 */
export function decode(text: string, nowMs: number): Value {
  return revive(JSON.parse(text) as Json, nowMs);
}

/** Reads a document the store itself has written: no server dates are left in it. */
export function decodeStored(text: string): Document {
  return revive(JSON.parse(text) as Json, 0) as Document;
}

export function encode(value: Value): string {
  return JSON.stringify(toJson(value));
}

/** The text that is answered for a stored text: an ObjectId comes back as a plain string. */
export function answerText(stored: string): string {
  if (!stored.includes('"$oid"')) return stored;
  return JSON.stringify(toJson(decodeStored(stored), true));
}

/** Encodes a result that was computed (aggregation, projection) for the answer. */
export function encodeAnswer(value: Value): string {
  return JSON.stringify(toJson(value, true));
}

function revive(json: Json, nowMs: number): Value {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((item) => revive(item, nowMs));
  const keys = Object.keys(json);
  const first = keys[0];
  if (first?.startsWith('$')) {
    const value = unwrap(first, json, nowMs);
    if (value !== undefined) return value;
  }
  const document: Document = {};
  for (const key of keys) {
    const value = json[key];
    if (value !== undefined && key !== '__proto__') document[key] = revive(value, nowMs);
  }
  return document;
}

function unwrap(key: string, wrapper: Wrapper, nowMs: number): Value | undefined {
  const inner = wrapper[key];
  if (inner === undefined) return undefined;
  if (opaqueTypes.has(key)) return new Opaque(wrapper);
  const kind = numberKinds.get(key);
  if (kind) return unwrapNumber(kind, inner);
  switch (key) {
    case '$date':
      return unwrapDate(inner);
    case '$oid':
      return typeof inner === 'string' ? new ObjectId(inner) : undefined;
    case '$regularExpression':
      return unwrapPattern(inner);
    case '$binary':
      return unwrapBinary(inner, wrapper);
    case '$undefined':
      return null;
    case '$tcb_server_date':
      return new Date(nowMs + serverDateOffset(inner));
    default:
      return undefined;
  }
}

function unwrapDate(inner: Json): Date | undefined {
  const ms = typeof inner === 'string' ? Date.parse(inner) : numberOf(inner);
  return ms === undefined || Number.isNaN(ms) ? undefined : new Date(ms);
}

function unwrapNumber(kind: NumberKind, inner: Json): Value | undefined {
  if (typeof inner !== 'string' && typeof inner !== 'number') return undefined;
  return numeric(kind, String(inner));
}

function unwrapPattern(inner: Json): Pattern | undefined {
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return undefined;
  const { pattern, options } = inner;
  if (typeof pattern !== 'string') return undefined;
  return new Pattern(pattern, typeof options === 'string' ? options : '');
}

/** Bytes of the ordinary subtype become a buffer, others are carried with their subtype. */
function unwrapBinary(inner: Json, wrapper: Wrapper): Buffer | Opaque | undefined {
  if (typeof inner === 'string') return Buffer.from(inner, 'base64');
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return undefined;
  const { base64, subType } = inner;
  if (typeof base64 !== 'string' || Object.keys(wrapper).length > 1) return undefined;
  if (subType === undefined || subType === '00' || subType === '0') {
    return Buffer.from(base64, 'base64');
  }
  return new Opaque(wrapper);
}

function serverDateOffset(inner: Json): number {
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return 0;
  return numberOf(inner['offset'] ?? 0) ?? 0;
}

function numberOf(json: Json): number | undefined {
  if (typeof json === 'number') return json;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const [text] = Object.values(json);
  return typeof text === 'string' || typeof text === 'number' ? Number(text) : undefined;
}

function toJson(value: Value, plainIds = false): Json {
  switch (typeof value) {
    case 'number':
      return numberToJson(value);
    case 'object':
      return value === null ? null : objectToJson(value, plainIds);
    default:
      return value;
  }
}

function objectToJson(
  value: Exclude<Value, null | string | number | boolean>,
  plainIds: boolean,
): Json {
  if (Array.isArray(value)) return value.map((item) => toJson(item, plainIds));
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof Numeral) return { [wrapperOf(value)]: value.text };
  if (value instanceof Pattern) {
    return { $regularExpression: { pattern: value.source, options: value.options } };
  }
  if (value instanceof ObjectId) return plainIds ? value.hex : { $oid: value.hex };
  if (value instanceof Opaque) return value.wrapper as Json;
  if (Buffer.isBuffer(value)) {
    return { $binary: { base64: value.toString('base64'), subType: '00' } };
  }
  const json: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member !== undefined) json[key] = toJson(member, plainIds);
  }
  return json;
}

function numberToJson(value: number): Json {
  switch (kindOf(value)) {
    case 'int':
      return { $numberInt: String(value) };
    case 'long':
      return { $numberLong: BigInt(value).toString() };
    default:
      return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
  }
}

function wrapperOf({ kind }: Numeral): string {
  return `$number${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
}
