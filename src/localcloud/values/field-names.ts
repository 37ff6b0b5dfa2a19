import { requestFailed } from '../errors';
import { isDocument, type Value } from './value';

/** The fields of a reference to a document, which MongoDB stores though they look like operators. */
const ofReferences = new Set(['$ref', '$id', '$db']);

/** @throws CloudError DATABASE_REQUEST_FAILED for a field that looks like an operator */
export function assertNames(value: Value, operation: string): void {
  if (Array.isArray(value)) {
    for (const item of value) assertNames(item, operation);
    return;
  }
  if (!isDocument(value)) return;
  for (const [name, own] of Object.entries(value)) {
    if (name.startsWith('$') && !ofReferences.has(name)) {
      throw requestFailed(
        operation,
        `The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage`,
      );
    }
    assertNames(own, operation);
  }
}
