// The values a document can hold, as the server keeps them in memory.
import { Numeral } from './numeral';
import type { Pattern } from './pattern';

export type Value =
  | null
  | boolean
  | number
  | string
  | Date
  | Numeral
  | Pattern
  | Buffer
  | ObjectId
  | Opaque
  | Value[]
  | Document;

export interface Document {
  [field: string]: Value;
}

/** Stored as an ObjectId, answered as a plain string. */
export class ObjectId {
  constructor(readonly hex: string) {}

  toString(): string {
    return this.hex;
  }
}

/** A type that JavaScript clients cannot make use of (Timestamp, MinKey …): carried, not interpreted. */
export class Opaque {
  constructor(readonly wrapper: Readonly<Record<string, unknown>>) {}

  toString(): string {
    return JSON.stringify(this.wrapper);
  }
}

/** Every other object that a value can be has a class of its own. */
export function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

export function isScalar(
  value: unknown,
): value is null | boolean | number | string | Date | ObjectId | Numeral {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof Date ||
    value instanceof ObjectId ||
    value instanceof Numeral
  );
}
