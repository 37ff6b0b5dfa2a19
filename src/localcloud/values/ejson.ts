// Canonical extended JSON, the form in which the SDK sends and expects every document.
// Numbers keep their value, not their width: a JavaScript client cannot tell 5 from 5.0 either.
import { ObjectId, Opaque, type Document, type Value } from './value';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Wrapper = Readonly<Record<string, Json>>;

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
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
    case '$numberDecimal':
      return typeof inner === 'string' || typeof inner === 'number' ? Number(inner) : undefined;
    case '$date':
      return unwrapDate(inner);
    case '$oid':
      return typeof inner === 'string' ? new ObjectId(inner) : undefined;
    case '$regularExpression':
      return unwrapRegExp(inner);
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

function unwrapRegExp(inner: Json): RegExp | undefined {
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return undefined;
  const { pattern, options } = inner;
  if (typeof pattern !== 'string') return undefined;
  const flags = typeof options === 'string' ? options.replace(/[^gimsuy]/g, '') : '';
  return new RegExp(pattern, flags);
}

function unwrapBinary(inner: Json, wrapper: Wrapper): Buffer | undefined {
  if (typeof inner === 'string') return Buffer.from(inner, 'base64');
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return undefined;
  if (typeof inner['base64'] !== 'string') return undefined;
  return Object.keys(wrapper).length === 1 ? Buffer.from(inner['base64'], 'base64') : undefined;
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
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } };
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
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (value >= -2147483648 && value <= 2147483647) return { $numberInt: String(value) };
    if (Math.abs(value) < 9223372036854775000) return { $numberLong: BigInt(value).toString() };
  }
  return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
}
