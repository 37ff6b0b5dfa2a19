import { requestFailed } from '../errors';
import { assertNames } from '../values/field-names';
import { orderKey } from '../values/order-key';
import { isDocument, type Document } from '../values/value';
import { Draft } from './draft';
import { updateOperators } from './operators';
import { plainPaths } from './positions';

/** What an update depends on besides the document. */
interface UpdateContext {
  readonly nowMs: number;
  /** What the document was found by, for the positional operator. */
  readonly filter: Document;
}

/**
 * What a document becomes by update operators; the given one stays as it is.
 * @throws CloudError DATABASE_REQUEST_FAILED for unknown operators, conflicting paths, wrong types
 */
export function applyUpdate(
  document: Document,
  update: Document,
  { nowMs, filter }: UpdateContext,
): Document {
  const draft = new Draft(document);
  for (const [name, operands] of Object.entries(update)) {
    const operator = updateOperators[name];
    if (!operator) throw requestFailed('Update', `Unknown modifier: ${name}`);
    if (!isDocument(operands))
      throw requestFailed('Update', `Modifiers operate on fields: ${name}`);
    for (const [path, operand] of Object.entries(operands)) {
      for (const plain of plainPaths(path, document, filter)) {
        operator(draft, plain, operand, nowMs);
      }
    }
  }
  if (orderKey(draft.root['_id']) !== orderKey(document['_id'])) {
    throw requestFailed('Update', "would modify the immutable field '_id'");
  }
  return draft.root;
}

/** @throws CloudError DATABASE_REQUEST_FAILED when two operators touch one path, or a name is bad */
export function checkUpdate(update: Document): void {
  const paths = new Set<string>();
  for (const value of Object.values(isDocument(update['$set']) ? update['$set'] : {})) {
    assertNames(value, 'Update');
  }
  for (const operands of Object.values(update)) {
    if (!isDocument(operands)) continue;
    for (const path of Object.keys(operands)) {
      if (path === '' || path.split('.').includes('')) {
        throw requestFailed('Update', `The update path '${path}' contains an empty field name`);
      }
      assertNoConflict(paths, path);
      paths.add(path);
    }
  }
}

function assertNoConflict(paths: ReadonlySet<string>, path: string): void {
  for (const other of paths) {
    if (other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`)) {
      throw requestFailed(
        'Update',
        `Updating the path '${path}' would create a conflict at '${other}'`,
      );
    }
  }
}
