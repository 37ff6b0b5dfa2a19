import { decodeStored, encode } from '../values/ejson';
import { orderKey, type OrderKey } from '../values/order-key';
import type { Document } from '../values/value';

/** A document as the store has it: its text, and its value when somebody asks. */
export class StoredDocument {
  #value: Document | undefined;
  #key: OrderKey | undefined;

  constructor(
    readonly text: string,
    /** The row it lies in; 0 until it is stored. */
    readonly rowId: number,
    known: { key?: OrderKey; value?: Document } = {},
  ) {
    this.#key = known.key;
    this.#value = known.value;
  }

  static of(value: Document): StoredDocument {
    return new StoredDocument(encode(value), 0, { value });
  }

  storedAt(rowId: number): StoredDocument {
    return new StoredDocument(this.text, rowId, { key: this.key, value: this.value });
  }

  /** The order key of its _id. */
  get key(): OrderKey {
    this.#key ??= orderKey(this.value['_id']);
    return this.#key;
  }

  /** Shared by all readers: never change it. */
  get value(): Document {
    this.#value ??= decodeStored(this.text);
    return this.#value;
  }
}

/** What one write does to one document; without `before` it is new, without `after` it is gone. */
export interface Change {
  readonly key: OrderKey;
  readonly before: StoredDocument | undefined;
  readonly after: StoredDocument | undefined;
}
