// The two ways of writing: at once, or staged in a transaction. Both check locks and unique keys.
import { duplicateKey, CloudError, transactionConflict } from '../errors';
import { indexEntries } from '../storage/index-keys';
import type { StoredCollection } from '../storage/collection';
import type { OrderedIndex } from '../storage/indexes';
import type { PreparedChange } from '../storage/prepared-change';
import type { Sqlite } from '../storage/sqlite';
import type { Change, StoredDocument } from '../storage/stored-document';
import type { Transaction } from '../transactions/transaction';
import { LockedByTransaction, type Transactions } from '../transactions/transactions';
import type { VersionLog } from '../transactions/version-log';
import type { OrderKey } from '../values/order-key';
import { valueAt } from '../values/path';
import type { Document } from '../values/value';

export interface WriteContext {
  readonly env: string;
  readonly sqlite: Sqlite;
  readonly transactions: Transactions;
  readonly versions: VersionLog;
}

export interface Writer {
  /** The document as this writer sees it. */
  read(collection: StoredCollection, key: OrderKey): StoredDocument | undefined;
  /** Applies changes in order; the first that fails stops the rest, as the database does. */
  write(collection: StoredCollection, changes: readonly Change[]): void;
}

export class DirectWriter implements Writer {
  constructor(private readonly context: WriteContext) {}

  read(collection: StoredCollection, key: OrderKey): StoredDocument | undefined {
    return collection.get(key);
  }

  write(collection: StoredCollection, changes: readonly Change[]): void {
    for (const change of changes) this.#awaitLock(documentLock(collection, change.key));
    const first = changes[0];
    if (!first) return;
    if (changes.length === 1) this.#writeOne(collection, first);
    else this.#writeMany(collection, changes);
  }

  #writeOne(collection: StoredCollection, change: Change): void {
    const prepared = collection.prepare(change);
    this.#check(collection, prepared);
    const isOneStatement = prepared.entries.length === 0 && prepared.boxes.length === 0;
    if (isOneStatement) this.#apply(collection, prepared);
    else {
      this.context.sqlite.transaction(() => {
        this.#apply(collection, prepared);
      });
    }
    this.context.versions.record([{ collection, change }]);
  }

  #writeMany(collection: StoredCollection, changes: readonly Change[]): void {
    const done: { collection: StoredCollection; change: Change }[] = [];
    const failure = this.context.sqlite.transaction(() => {
      for (const change of changes) {
        const prepared = collection.prepare(change);
        try {
          this.#check(collection, prepared);
          this.#apply(collection, prepared);
        } catch (error) {
          // What came before the failure stays; waiting is for the whole request, before any of it.
          if (error instanceof CloudError) return error;
          throw error;
        }
        done.push({ collection, change });
      }
      return undefined;
    });
    this.context.versions.record(done);
    if (failure) throw failure;
  }

  #awaitLock(resource: string): void {
    const holder = this.context.transactions.holderOf(resource);
    if (holder) throw new LockedByTransaction(holder);
  }

  #apply(collection: StoredCollection, prepared: PreparedChange): void {
    const { after } = prepared.change;
    if (!collection.write(prepared) && after) {
      throw duplicate(this.context, collection, { index: collection.idIndex, after });
    }
  }

  #check(collection: StoredCollection, prepared: PreparedChange): void {
    const { key, before, after } = prepared.change;
    for (const { index, key: entry } of addedUnique(prepared)) {
      this.#awaitLock(keyLock(index, entry));
      if (after && collection.withKey(index, entry).some((owner) => owner.key !== key)) {
        // Of several keys that are taken, the id is the one that is told.
        const taken = before || !collection.get(key) ? index : collection.idIndex;
        throw duplicate(this.context, collection, { index: taken, after });
      }
    }
  }
}

/** Stages writes; the caller ends the transaction when a conflict is thrown. */
export class TransactionWriter implements Writer {
  constructor(
    private readonly context: WriteContext,
    private readonly transaction: Transaction,
  ) {}

  read(collection: StoredCollection, key: OrderKey): StoredDocument | undefined {
    return this.transaction.read(collection, key);
  }

  write(collection: StoredCollection, changes: readonly Change[]): void {
    for (const change of changes) {
      this.#claim(collection, change.key);
      this.#checkUnique(collection, collection.prepare(change));
      this.transaction.stage(collection, change);
    }
  }

  /** @throws CloudError DATABASE_TRANSACTION_CONFLICT when another has written the document */
  #claim(collection: StoredCollection, key: OrderKey): void {
    const { transactions, versions } = this.context;
    const resource = documentLock(collection, key);
    const holder = transactions.holderOf(resource);
    if (holder === this.transaction) return;
    if (holder || versions.hasChangedSince(collection, key, this.transaction.snapshot)) {
      throw transactionConflict();
    }
    transactions.lock(this.transaction, resource);
  }

  #checkUnique(collection: StoredCollection, prepared: PreparedChange): void {
    const { key, before, after } = prepared.change;
    if (after && !before && this.read(collection, key)) {
      throw duplicate(this.context, collection, { index: collection.idIndex, after });
    }
    if (!after) return;
    for (const { index, key: entry } of addedUnique(prepared)) {
      const resource = keyLock(index, entry);
      const holder = this.context.transactions.holderOf(resource);
      if (holder && holder !== this.transaction) throw transactionConflict();
      this.#checkOwners(collection, { index, entry, after });
      this.context.transactions.lock(this.transaction, resource);
    }
  }

  #checkOwners(
    collection: StoredCollection,
    claimed: { index: OrderedIndex; entry: OrderKey; after: StoredDocument },
  ): void {
    const { index, entry, after } = claimed;
    const { versions } = this.context;
    const patches = this.transaction.patches(collection);
    for (const owner of collection.withKey(index, entry)) {
      if (owner.key === after.key || patches.has(owner.key)) continue;
      throw duplicate(this.context, collection, { index, after });
    }
    for (const [key, document] of patches) {
      if (key === after.key || !document) continue;
      if (!indexEntries(document.value, index).keys.has(entry)) continue;
      throw duplicate(this.context, collection, { index, after });
    }
    // A document that took the key after the snapshot cannot be seen, but it is there.
    for (const owner of collection.withKey(index, entry)) {
      const isNewer = versions.hasChangedSince(collection, owner.key, this.transaction.snapshot);
      if (owner.key !== after.key && isNewer) throw transactionConflict();
    }
  }
}

function documentLock(collection: StoredCollection, key: OrderKey): string {
  return `${collection.id}:${key}`;
}

function keyLock(index: OrderedIndex, key: OrderKey): string {
  return `${index.table}:${key}`;
}

function addedUnique(prepared: PreparedChange): { index: OrderedIndex; key: OrderKey }[] {
  return prepared.entries
    .filter(({ index }) => index.unique)
    .flatMap(({ index, added }) => added.map((key) => ({ index, key })));
}

function duplicate(
  context: WriteContext,
  collection: StoredCollection,
  { index, after }: { index: OrderedIndex; after: StoredDocument },
): CloudError {
  return duplicateKey({
    operation: 'Insert',
    env: context.env,
    collection: collection.name,
    index: index.name,
    key: describeKey(after.value, index),
  });
}

function describeKey(document: Document, index: OrderedIndex): string {
  const parts = index.fields.map(
    ({ field }) => `${field}: ${JSON.stringify(valueAt(document, field) ?? null)}`,
  );
  return `{ ${parts.join(', ')} }`;
}
