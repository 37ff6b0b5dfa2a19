// The document database: what the protocol's actions do, on documents instead of texts.
import path from 'node:path';
import { aggregate } from '../aggregation/aggregate';
import type { Stage } from '../aggregation/stage';
import type { CloudClock } from '../clock';
import { CloudError } from '../errors';
import { count, find, findAll, type Found, type FindRequest } from '../query/find';
import { noPatches } from '../query/reader';
import type { Plan } from '../query/planner';
import { Catalog, type CollectionDeclaration } from '../storage/catalog';
import type { StoredCollection } from '../storage/collection';
import { Sqlite } from '../storage/sqlite';
import { type Change, StoredDocument } from '../storage/stored-document';
import type { Origin, Transaction } from '../transactions/transaction';
import {
  LockedByTransaction,
  type TransactionOutcome,
  Transactions,
} from '../transactions/transactions';
import { VersionLog } from '../transactions/version-log';
import { applyUpdate, checkUpdate } from '../update/apply';
import { orderKey } from '../values/order-key';
import type { Document, Value } from '../values/value';

import { insertion, isChange, removal, stagedChanges } from './changes';
import { idOf } from './conditions';
import { newDocument } from './new-document';
import { DirectWriter, TransactionWriter, type WriteContext, type Writer } from './writer';

/** What a request read, for the counters and for the warning about scans. */
export interface ReadReport {
  readonly collection: string;
  readonly filter: Document;
  readonly examined: number;
  readonly matched: number;
  readonly plan: Plan;
}

interface DatabaseOptions {
  readonly dataDir: string;
  readonly env: string;
  readonly clock: CloudClock;
  readonly onRead: (report: ReadReport) => void;
  readonly onReadById: (isFound: boolean) => void;
  readonly onTransactionEnd: (outcome: TransactionOutcome) => void;
  /** A writer outside of transactions waits for a transaction of this origin. */
  readonly onWait: (holder: Origin | undefined, waiting: Origin | undefined) => void;
}

/** Where a request comes from and the transaction it runs in, if any. */
export interface RequestScope {
  readonly transaction?: Transaction;
  readonly origin?: Origin;
}

interface UpdateRequest {
  readonly filter: Document;
  readonly update: Document;
  readonly multi: boolean;
}

export class Database {
  readonly sqlite: Sqlite;
  readonly catalog: Catalog;
  readonly transactions: Transactions;
  readonly #versions = new VersionLog();
  readonly #context: WriteContext;
  readonly #direct: DirectWriter;

  constructor(private readonly options: DatabaseOptions) {
    this.sqlite = new Sqlite(path.join(options.dataDir, 'cloud.db'));
    this.catalog = new Catalog(this.sqlite);
    this.transactions = new Transactions(options.clock, this.#versions, options.onTransactionEnd);
    this.#context = {
      env: options.env,
      sqlite: this.sqlite,
      transactions: this.transactions,
      versions: this.#versions,
    };
    this.#direct = new DirectWriter(this.#context);
  }

  declare(collections: readonly CollectionDeclaration[]): void {
    this.catalog.declare(collections);
  }

  /** @returns the ids, made up where a document has none */
  insert(name: string, documents: readonly Document[], scope: RequestScope = {}): Promise<Value[]> {
    const complete = documents.map(newDocument);
    return this.#write(name, scope, (collection, writer) => {
      const changes = complete.map((document) => insertion(StoredDocument.of(document)));
      writer.write(collection, changes);
      return complete.map((document) => document['_id'] ?? null);
    });
  }

  get(name: string, id: Value, scope: RequestScope = {}): StoredDocument | undefined {
    return this.#read(this.catalog.collection(name), id, scope.transaction);
  }

  find(name: string, request: FindRequest, scope: RequestScope = {}): StoredDocument[] {
    const collection = this.catalog.collection(name);
    const patches = scope.transaction?.patches(collection) ?? noPatches;
    const found = find(collection, request, patches);
    this.#report(collection, request.filter, found);
    return found.documents;
  }

  count(name: string, filter: Document): number {
    const { total, examined, plan } = count(this.catalog.collection(name), filter);
    this.options.onRead({ collection: name, filter, examined, matched: total, plan });
    return total;
  }

  /** @returns how many documents have become different */
  update(name: string, request: UpdateRequest, scope: RequestScope = {}): Promise<number> {
    checkUpdate(request.update);
    return this.#write(name, scope, (collection, writer) => {
      const changes = this.#updated(collection, request, scope).filter(isChange);
      writer.write(collection, changes);
      return changes.length;
    });
  }

  /** Updates the first match and returns it as it is afterwards. */
  updateAndReturn(
    name: string,
    request: Omit<UpdateRequest, 'multi'>,
    scope: RequestScope = {},
  ): Promise<{ updated: number; document: StoredDocument | undefined }> {
    checkUpdate(request.update);
    return this.#write(name, scope, (collection, writer) => {
      const [change] = this.#updated(collection, { ...request, multi: false }, scope);
      const changes = [change].filter((c) => c !== undefined).filter(isChange);
      writer.write(collection, changes);
      return { updated: changes.length, document: change?.after };
    });
  }

  /** Replaces the document of this id, or makes it. */
  replace(
    name: string,
    id: Value,
    data: Document,
    scope: RequestScope = {},
  ): Promise<{ isNew: boolean }> {
    const after = StoredDocument.of(newDocument({ _id: id, ...data }));
    return this.#write(name, scope, (collection, writer) => {
      const before = writer.read(collection, after.key);
      const change = { key: after.key, before, after };
      if (isChange(change)) writer.write(collection, [change]);
      return { isNew: before === undefined };
    });
  }

  remove(
    name: string,
    request: { filter: Document; multi: boolean },
    scope: RequestScope = {},
  ): Promise<number> {
    return this.#write(name, scope, (collection, writer) => {
      const matches = this.#matches(collection, request, scope);
      writer.write(collection, matches.map(removal));
      return matches.length;
    });
  }

  aggregate(name: string, stages: readonly Stage[]): Document[] {
    return aggregate(this.catalog.collection(name), stages, {
      nowMs: this.options.clock.nowMs,
      collectionNamed: (other) => this.catalog.collection(other),
      onRead: (collection, filter, found) => {
        this.#report(collection, filter, found);
      },
    });
  }

  /** Writes all that was staged, at once. Conflicts have shown before: locks are held since. */
  commit(transaction: Transaction): void {
    const changes = stagedChanges(transaction);
    this.sqlite.transaction(() => {
      for (const { collection, change } of changes) collection.write(collection.prepare(change));
    });
    this.#versions.record(changes);
    this.transactions.end(transaction, 'committed');
  }

  abort(transaction: Transaction): void {
    this.transactions.end(transaction, 'aborted');
  }

  /** Puts documents in place whatever was there, in one go; for seeds and fixtures. */
  import(name: string, documents: readonly Document[]): void {
    const collection = this.catalog.collection(name);
    this.sqlite.transaction(() => {
      for (const document of documents) {
        const after = StoredDocument.of(newDocument(document));
        const before = collection.get(after.key);
        this.#direct.write(collection, [{ key: after.key, before, after }]);
      }
    });
  }

  close(): void {
    this.transactions.endAll();
    this.sqlite.close();
  }

  /** Runs a write; outside of transactions it waits for locks, inside it ends a failed transaction. */
  async #write<T>(
    name: string,
    scope: RequestScope,
    work: (collection: StoredCollection, writer: Writer) => T,
  ): Promise<T> {
    const collection = this.catalog.collection(name);
    if (scope.transaction) return this.#writeInTransaction(collection, scope.transaction, work);
    for (;;) {
      try {
        return work(collection, this.#direct);
      } catch (error) {
        if (!(error instanceof LockedByTransaction)) throw error;
        this.options.onWait(error.holder.origin, scope.origin);
        await error.holder.ended;
      }
    }
  }

  #writeInTransaction<T>(
    collection: StoredCollection,
    transaction: Transaction,
    work: (collection: StoredCollection, writer: Writer) => T,
  ): T {
    try {
      return work(collection, new TransactionWriter(this.#context, transaction));
    } catch (error) {
      const isConflict =
        error instanceof CloudError && error.code === 'DATABASE_TRANSACTION_CONFLICT';
      this.transactions.end(transaction, isConflict ? 'conflicted' : 'aborted');
      throw error;
    }
  }

  #updated(collection: StoredCollection, request: UpdateRequest, scope: RequestScope): Change[] {
    const context = { filter: request.filter, nowMs: this.options.clock.nowMs };
    return this.#matches(collection, request, scope).map((before) => ({
      key: before.key,
      before,
      after: StoredDocument.of(applyUpdate(before.value, request.update, context)),
    }));
  }

  #matches(
    collection: StoredCollection,
    { filter, multi }: { filter: Document; multi: boolean },
    { transaction }: RequestScope,
  ): StoredDocument[] {
    const id = idOf(filter);
    if (id !== undefined) {
      const document = this.#read(collection, id, transaction);
      return document ? [document] : [];
    }
    const patches = transaction?.patches(collection) ?? noPatches;
    const found = multi
      ? findAll(collection, filter, patches)
      : find(collection, { filter, sort: [], offset: 0, limit: 1 }, patches);
    this.#report(collection, filter, found);
    return found.documents;
  }

  #read(
    collection: StoredCollection,
    id: Value,
    transaction: Transaction | undefined,
  ): StoredDocument | undefined {
    const key = orderKey(id);
    const found = transaction ? transaction.read(collection, key) : collection.get(key);
    this.options.onReadById(found !== undefined);
    return found;
  }

  #report(collection: StoredCollection, filter: Document, found: Found): void {
    this.options.onRead({
      collection: collection.name,
      filter,
      examined: found.examined,
      matched: found.documents.length,
      plan: found.plan,
    });
  }
}
