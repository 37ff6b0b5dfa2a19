// What an SDK request carries, taken apart and checked once.
import { invalidParam } from '../errors';
import { decode } from '../values/ejson';
import { isDocument, type Document, type Value } from '../values/value';

/** The body of a request as it came: JSON whose document fields are strings of extended JSON. */
export type Parameters = Readonly<Record<string, unknown>>;

export function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== 'string' || value === '') throw invalidParam(`${name} must be a string`);
  return value;
}

export function optionalText(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function optionalNumber(parameters: Parameters, name: string): number | undefined {
  const value = parameters[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalidParam(`${name} must be a number that is no less than 0`);
  }
  return value;
}

/** A field in extended JSON; nothing when it is missing or empty. */
export function optionalValue(
  parameters: Parameters,
  name: string,
  nowMs: number,
): Value | undefined {
  const value = optionalText(parameters, name);
  return value === undefined ? undefined : decodeField(value, name, nowMs);
}

export function document(parameters: Parameters, name: string, nowMs: number): Document {
  return asDocument(decodeField(text(parameters, name), name, nowMs), name);
}

export function optionalDocument(
  parameters: Parameters,
  name: string,
  nowMs: number,
): Document | undefined {
  const value = optionalValue(parameters, name, nowMs);
  return value === undefined ? undefined : asDocument(value, name);
}

export function asDocument(value: Value, name: string): Document {
  if (!isDocument(value)) throw invalidParam(`${name} must be an object`);
  return value;
}

export function decodeField(value: unknown, name: string, nowMs: number): Value {
  if (typeof value !== 'string') throw invalidParam(`${name} must be extended JSON`);
  try {
    return decode(value, nowMs);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidParam(`${name} is no JSON: ${error.message}`);
    throw error;
  }
}
