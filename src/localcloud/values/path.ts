import { isDocument, type Document, type Value } from './value';

/** The value of a field; names that every JavaScript object answers to are no fields. */
export function member(document: Document, field: string): Value | undefined {
  const value: unknown = field === '__proto__' ? undefined : document[field];
  return typeof value === 'function' ? undefined : (value as Value | undefined);
}

/** The value at a dotted path; a number in the path picks an element of an array. */
export function valueAt(document: Document, path: string): Value | undefined {
  let value: Value | undefined = document;
  for (const part of path.split('.')) {
    if (isDocument(value)) value = member(value, part);
    else if (Array.isArray(value) && /^\d+$/.test(part)) value = value[Number(part)];
    else return undefined;
  }
  return value;
}
