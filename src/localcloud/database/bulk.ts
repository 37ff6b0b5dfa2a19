// Documents given by code of this process instead of a client.
import type { Document, Value } from '../values/value';

/** Takes what JSON and Date can say; fields that are undefined are left out. */
export function toBulkDocument(given: Readonly<Record<string, unknown>>): Document {
  const document: Document = {};
  for (const [field, value] of Object.entries(given)) {
    if (value !== undefined) document[field] = toValue(value, field);
  }
  return document;
}

function toValue(value: unknown, field: string): Value {
  if (value === null || value instanceof Date) return value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => toValue(item, field));
  if (typeof value === 'object') return toBulkDocument(value as Record<string, unknown>);
  throw new TypeError(`field ${field}: a ${typeof value} cannot be stored`);
}
