import { randomUUID } from 'node:crypto';
import { requestFailed } from '../errors';
import { isDocument, isScalar, type Document, type Value } from '../values/value';

/** A document as it will be stored: with an id, and checked for names that are operators. */
export function newDocument(data: Document): Document {
  assertNames(data);
  const { _id, ...rest } = data;
  if (_id === undefined) return { _id: newId(), ...rest };
  if (!isScalar(_id) || _id === null) {
    throw requestFailed('Insert', "The '_id' value must be a string, a number or an ObjectId");
  }
  return { _id, ...rest };
}

function newId(): string {
  return randomUUID().replaceAll('-', '');
}

function assertNames(value: Value): void {
  if (Array.isArray(value)) value.forEach(assertNames);
  if (!isDocument(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (name.startsWith('$')) {
      throw requestFailed(
        'Insert',
        `The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage`,
      );
    }
    assertNames(member);
  }
}
