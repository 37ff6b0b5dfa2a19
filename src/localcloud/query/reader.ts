// Reads candidates of a query and keeps those that match, as one reader sees the collection: a view
// of the past or of a transaction's own writes is laid over the rows as patches.
import type { StoredCollection } from '../storage/collection';
import type { StoredDocument } from '../storage/stored-document';
import type { OrderKey } from '../values/order-key';
import type { Matcher } from './filter';

/** Documents that differ from the stored rows for this reader; `undefined` means it has none. */
export type Patches = ReadonlyMap<OrderKey, StoredDocument | undefined>;

export const noPatches: Patches = new Map();

export class Reader {
  /** How many stored documents were read. */
  examined = 0;

  constructor(
    readonly collection: StoredCollection,
    private readonly matches: Matcher,
    private readonly patches: Patches,
  ) {}

  /** @param exact the candidates are known to match */
  *matching(candidates: Iterable<StoredDocument>, exact = false): Generator<StoredDocument> {
    for (const candidate of candidates) {
      this.examined++;
      if (this.patches.size > 0 && this.patches.has(candidate.key)) continue;
      if (exact || this.matches(candidate.value)) yield candidate;
    }
  }

  /** The patches that match. */
  patched(): StoredDocument[] {
    const own: StoredDocument[] = [];
    for (const document of this.patches.values()) {
      if (document && this.matches(document.value)) own.push(document);
    }
    return own;
  }
}
