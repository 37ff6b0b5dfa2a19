// The documents that were read or written last, by id: a function reads what it then writes, and
// asking SQLite for a document costs more than all else that the cloud does for such a request.
import type { OrderKey } from '../values/order-key';
import type { Sqlite } from './sqlite';
import type { StoredDocument } from './stored-document';

/** Characters of one generation's texts; the values in memory take some times as much. */
const generationLength = 1024 * 1024;

type Generation = Map<OrderKey, StoredDocument>;

/** Keeps two generations: when the younger is full, the older is forgotten. */
export class DocumentCache {
  #younger: Generation = new Map();
  #older: Generation = new Map();
  #length = 0;
  #rollbacks: number;

  constructor(private readonly sqlite: Sqlite) {
    this.#rollbacks = sqlite.rollbacks;
  }

  get(key: OrderKey): StoredDocument | undefined {
    this.#forgetWhatWasTakenBack();
    const young = this.#younger.get(key);
    if (young) return young;
    const old = this.#older.get(key);
    if (old) this.put(old);
    return old;
  }

  put(document: StoredDocument): void {
    this.#forgetWhatWasTakenBack();
    this.#younger.set(document.key, document);
    this.#length += document.text.length;
    if (this.#length <= generationLength) return;
    this.#older = this.#younger;
    this.#younger = new Map();
    this.#length = 0;
  }

  drop(key: OrderKey): void {
    this.#younger.delete(key);
    this.#older.delete(key);
  }

  #forgetWhatWasTakenBack(): void {
    if (this.#rollbacks === this.sqlite.rollbacks) return;
    this.#rollbacks = this.sqlite.rollbacks;
    this.#younger.clear();
    this.#older.clear();
    this.#length = 0;
  }
}
