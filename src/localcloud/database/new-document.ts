import { randomUUID } from 'node:crypto';
import { requestFailed } from '../errors';
import { assertNames } from '../values/field-names';
import { isScalar, type Document } from '../values/value';

/** A document as it will be stored: with an id, and checked for names that are operators. */
export function newDocument(data: Document): Document {
  assertNames(data, 'Insert');
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
