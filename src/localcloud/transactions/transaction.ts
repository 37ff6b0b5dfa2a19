// One open transaction: its snapshot, its own writes over it, and the locks it holds.
import type { StoredCollection } from '../storage/collection';
import type { Change, StoredDocument } from '../storage/stored-document';
import type { OrderKey } from '../values/order-key';
import type { Snapshot, VersionLog } from './version-log';

/** Who began it, to tell a function about requests that escape its own transaction. */
export interface Origin {
  readonly functionName: string;
  readonly invocation: string;
}

export class Transaction {
  readonly writes = new Map<StoredCollection, Map<OrderKey, Change>>();
  readonly locks = new Set<string>();
  /** Settles when the transaction has ended in any way. */
  readonly ended: Promise<void>;
  #snapshot: Snapshot | undefined;
  #end: () => void = () => undefined;

  constructor(
    readonly id: string,
    readonly origin: Origin | undefined,
    readonly startedMs: number,
    private readonly versions: VersionLog,
  ) {
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Taken at the first operation, not at the start. */
  get snapshot(): Snapshot {
    this.#snapshot ??= this.versions.openSnapshot();
    return this.#snapshot;
  }

  end(): void {
    if (this.#snapshot) this.versions.closeSnapshot(this.#snapshot);
    this.#end();
  }

  read(collection: StoredCollection, key: OrderKey): StoredDocument | undefined {
    const own = this.writes.get(collection)?.get(key);
    return own ? own.after : this.versions.read(collection, key, this.snapshot);
  }

  /** What differs for this transaction from the stored rows: its snapshot, then its own writes. */
  patches(collection: StoredCollection): Map<OrderKey, StoredDocument | undefined> {
    const patches = this.versions.patches(collection, this.snapshot);
    for (const [key, change] of this.writes.get(collection) ?? []) patches.set(key, change.after);
    return patches;
  }

  stage(collection: StoredCollection, change: Change): void {
    let writes = this.writes.get(collection);
    if (!writes) this.writes.set(collection, (writes = new Map<OrderKey, Change>()));
    const earlier = writes.get(change.key);
    writes.set(change.key, earlier ? { ...change, before: earlier.before } : change);
  }
}
