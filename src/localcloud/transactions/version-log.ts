// What documents were before recent writes, kept while a snapshot is open that must still see it.
// A snapshot is a number; reading at it means: the stored rows, except for documents written since,
// which are as they were before the first write after the snapshot.
import type { StoredCollection } from '../storage/collection';
import type { Change, StoredDocument } from '../storage/stored-document';
import type { OrderKey } from '../values/order-key';

export interface Snapshot {
  readonly sequence: number;
}

interface Version {
  readonly sequence: number;
  readonly key: OrderKey;
  readonly before: StoredDocument | undefined;
}

interface CollectionLog {
  /** By rising sequence. */
  versions: Version[];
  readonly byKey: Map<OrderKey, Version[]>;
}

/** Versions nobody can see are dropped in lots, so that dropping stays cheap. */
const dropLot = 256;

export class VersionLog {
  #sequence = 0;
  /** In the order of opening, so the first one is the oldest. */
  readonly #open = new Set<Snapshot>();
  readonly #logs = new Map<StoredCollection, CollectionLog>();

  openSnapshot(): Snapshot {
    const snapshot = { sequence: this.#sequence };
    this.#open.add(snapshot);
    return snapshot;
  }

  closeSnapshot(snapshot: Snapshot): void {
    this.#open.delete(snapshot);
    const [oldest] = this.#open;
    if (!oldest) this.#logs.clear();
    else for (const log of this.#logs.values()) drop(log, oldest.sequence);
  }

  /** Notes changes that have just been committed together. */
  record(changes: readonly { collection: StoredCollection; change: Change }[]): void {
    this.#sequence++;
    if (this.#open.size === 0) return;
    for (const { collection, change } of changes) {
      const log = this.#logOf(collection);
      const version = { sequence: this.#sequence, key: change.key, before: change.before };
      log.versions.push(version);
      const ofKey = log.byKey.get(change.key);
      if (ofKey) ofKey.push(version);
      else log.byKey.set(change.key, [version]);
    }
  }

  hasChangedSince(collection: StoredCollection, key: OrderKey, snapshot: Snapshot): boolean {
    const last = this.#logs.get(collection)?.byKey.get(key)?.at(-1);
    return last !== undefined && last.sequence > snapshot.sequence;
  }

  /** The document as the snapshot sees it. */
  read(
    collection: StoredCollection,
    key: OrderKey,
    snapshot: Snapshot,
  ): StoredDocument | undefined {
    const versions = this.#logs.get(collection)?.byKey.get(key);
    const first = versions?.find((version) => version.sequence > snapshot.sequence);
    return first ? first.before : collection.get(key);
  }

  /** All documents that the snapshot sees otherwise than they are stored now. */
  patches(
    collection: StoredCollection,
    snapshot: Snapshot,
  ): Map<OrderKey, StoredDocument | undefined> {
    const patches = new Map<OrderKey, StoredDocument | undefined>();
    const versions = this.#logs.get(collection)?.versions ?? [];
    // Backwards, so that the earliest write after the snapshot has the last word.
    for (let i = versions.length - 1; i >= 0; i--) {
      const version = versions[i];
      if (!version || version.sequence <= snapshot.sequence) break;
      patches.set(version.key, version.before);
    }
    return patches;
  }

  #logOf(collection: StoredCollection): CollectionLog {
    const known = this.#logs.get(collection);
    if (known) return known;
    const log = { versions: [], byKey: new Map<OrderKey, Version[]>() };
    this.#logs.set(collection, log);
    return log;
  }
}

function drop(log: CollectionLog, upTo: number): void {
  const lot = log.versions[dropLot - 1];
  if (!lot || lot.sequence > upTo) return;
  const kept = log.versions.findIndex((version) => version.sequence > upTo);
  const dropped = log.versions.splice(0, kept < 0 ? log.versions.length : kept);
  for (const { key } of dropped) {
    const versions = log.byKey.get(key)?.filter((version) => version.sequence > upTo) ?? [];
    if (versions.length > 0) log.byKey.set(key, versions);
    else log.byKey.delete(key);
  }
}
