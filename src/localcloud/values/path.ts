import { isDocument, type Document, type Value } from './value';

/** The value at a dotted path; a number in the path picks an element of an array. */
export function valueAt(document: Document, path: string): Value | undefined {
  let value: Value | undefined = document;
  for (const part of path.split('.')) {
    if (isDocument(value)) value = value[part];
    else if (Array.isArray(value) && /^\d+$/.test(part)) value = value[Number(part)];
    else return undefined;
  }
  return value;
}
