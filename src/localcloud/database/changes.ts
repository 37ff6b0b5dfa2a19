// The changes that writes make of documents.
import type { StoredCollection } from '../storage/collection';
import type { Change, StoredDocument } from '../storage/stored-document';
import type { Transaction } from '../transactions/transaction';

export function insertion(after: StoredDocument): Change {
  return { key: after.key, before: undefined, after };
}

export function removal(before: StoredDocument): Change {
  return { key: before.key, before, after: undefined };
}

export function isChange(change: Change): boolean {
  return change.before?.text !== change.after?.text;
}

export function stagedChanges(
  transaction: Transaction,
): { collection: StoredCollection; change: Change }[] {
  return [...transaction.writes].flatMap(([collection, writes]) =>
    [...writes.values()].filter(isChange).map((change) => ({ collection, change })),
  );
}
