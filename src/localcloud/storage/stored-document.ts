import { decodeStored, encode } from '../values/ejson';
import { orderKey, type OrderKey } from '../values/order-key';
import type { Document } from '../values/value';

/** A document as the store has it: its text, and its value when somebody asks. */
export class StoredDocument {
  #value: Document | undefined;

  constructor(
    /** The order key of its _id. */
    readonly key: OrderKey,
    readonly text: string,
    /** The row it lies in; 0 until it is stored. */
    readonly rowId: number,
  ) {}

  static of(value: Document): StoredDocument {
    const document = new StoredDocument(orderKey(value['_id']), encode(value), 0);
    document.#value = value;
    return document;
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
