// One collection in the store: its rows, the entries of its indexes, and reading both in order.
import type { Box } from '../geo/sphere';
import { blobToKey, keyToBlob, type OrderKey } from '../values/order-key';
import { DocumentCache } from './document-cache';
import type { GeoIndex, OrderedIndex } from './indexes';
import {
  boxChange,
  type BoxChange,
  entriesChange,
  type EntriesChange,
  prepareChange,
  type PreparedChange,
} from './prepared-change';
import type { Sqlite } from './sqlite';
import { type Change, StoredDocument } from './stored-document';

/** Keys from `lower` (inclusive) to `upper` (exclusive). */
export interface KeyRange {
  readonly lower: OrderKey;
  readonly upper: OrderKey;
}

interface BoxEntry {
  readonly rowId: number;
  /** A little larger than the geometry, since the tree keeps 32 bits. */
  readonly box: Box;
}

const touching = 'g.east >= ? AND g.west <= ? AND g.north >= ? AND g.south <= ?';
const idIndexName = '_id_';

export class StoredCollection {
  /** The index on _id, which lies in the rows themselves. */
  readonly idIndex: OrderedIndex;
  readonly orderedIndexes: OrderedIndex[] = [];
  readonly geoIndexes: GeoIndex[] = [];
  readonly #rows: string;
  readonly #cache: DocumentCache;

  constructor(
    readonly name: string,
    readonly id: number,
    private readonly sqlite: Sqlite,
    private readonly onMultikey: (index: OrderedIndex) => void,
  ) {
    this.#rows = `rows_${id}`;
    this.#cache = new DocumentCache(sqlite);
    sqlite.exec(
      `CREATE TABLE IF NOT EXISTS ${this.#rows} (row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc TEXT NOT NULL)`,
    );
    this.idIndex = {
      name: idIndexName,
      table: this.#rows,
      fields: [{ field: '_id', direction: 1 }],
      unique: true,
      sparse: false,
      multikey: false,
    };
  }

  get(key: OrderKey): StoredDocument | undefined {
    const cached = this.#cache.get(key);
    if (cached) return cached;
    const row = this.sqlite
      .statement(`SELECT row, doc FROM ${this.#rows} WHERE id = ?`)
      .get(keyToBlob(key));
    if (!row) return undefined;
    const document = new StoredDocument(row[1] as string, row[0] as number, { key });
    this.#cache.put(document);
    return document;
  }

  count(): number {
    const row = this.sqlite.statement(`SELECT count(*) FROM ${this.#rows}`).get();
    return row?.[0] as number;
  }

  /** How many entries lie in a range; only exact when no document has several of them. */
  countRange(index: OrderedIndex, range: KeyRange): number {
    const key = index === this.idIndex ? 'id' : 'key';
    const row = this.sqlite
      .statement(`SELECT count(*) FROM ${index.table} WHERE ${key} >= ? AND ${key} < ?`)
      .get(keyToBlob(range.lower), keyToBlob(range.upper));
    return row?.[0] as number;
  }

  /** What a change does to each index, before any of it is done. */
  prepare(change: Change): PreparedChange {
    return prepareChange(change, this.orderedIndexes, this.geoIndexes);
  }

  /**
   * Applies a change; the caller holds the SQLite transaction when it is more than one statement.
   * @returns false, and nothing is changed, when another document has the id of a new one
   */
  write(prepared: PreparedChange): boolean {
    const { key, after } = prepared.change;
    const rowId = this.#writeRow(prepared.change);
    if (rowId === undefined) return false;
    for (const entries of prepared.entries) this.#writeEntries(entries, rowId);
    for (const box of prepared.boxes) this.#writeBox(box, rowId);
    if (after) this.#cache.put(after.storedAt(rowId));
    else this.#cache.drop(key);
    return true;
  }

  #writeRow({ key, before, after }: Change): number | undefined {
    if (before && after) {
      this.sqlite
        .statement(`UPDATE ${this.#rows} SET doc = ? WHERE row = ?`)
        .run(after.text, before.rowId);
      return before.rowId;
    }
    if (before) {
      this.sqlite.statement(`DELETE FROM ${this.#rows} WHERE row = ?`).run(before.rowId);
      return before.rowId;
    }
    if (!after) return 0;
    const inserted = this.sqlite
      .statement(`INSERT INTO ${this.#rows} (id, doc) VALUES (?, ?) ON CONFLICT DO NOTHING`)
      .run(keyToBlob(key), after.text);
    return inserted.changes === 0 ? undefined : Number(inserted.lastInsertRowid);
  }

  #writeEntries({ index, removed, added, multikey }: EntriesChange, rowId: number): void {
    for (const key of removed) {
      this.sqlite
        .statement(`DELETE FROM ${index.table} WHERE key = ? AND row = ?`)
        .run(keyToBlob(key), rowId);
    }
    for (const key of added) {
      this.sqlite
        .statement(`INSERT INTO ${index.table} (key, row) VALUES (?, ?)`)
        .run(keyToBlob(key), rowId);
    }
    if (multikey && !index.multikey) this.onMultikey(index);
  }

  #writeBox({ index, removed, added }: BoxChange, rowId: number): void {
    if (removed) this.sqlite.statement(`DELETE FROM ${index.table} WHERE row = ?`).run(rowId);
    if (!added) return;
    this.sqlite
      .statement(
        `INSERT INTO ${index.table} (row, west, east, south, north) VALUES (?, ?, ?, ?, ?)`,
      )
      .run(rowId, added.west, added.east, added.south, added.north);
  }

  /** Fills an index that has just been created from the rows. */
  fill(index: OrderedIndex | GeoIndex): void {
    let from = 0;
    for (;;) {
      const documents = this.rowsAfter(from, 1000);
      for (const after of documents) {
        const change = { key: after.key, before: undefined, after };
        if ('fields' in index) this.#writeEntries(entriesChange(index, change), after.rowId);
        else this.#writeBox(boxChange(index, change), after.rowId);
        from = after.rowId;
      }
      if (documents.length === 0) return;
    }
  }

  /** Documents in the order of their insertion. */
  rowsAfter(rowId: number, limit: number): StoredDocument[] {
    return this.sqlite
      .statement(`SELECT row, doc FROM ${this.#rows} WHERE row > ? ORDER BY row LIMIT ?`)
      .all(rowId, limit)
      .map(toDocument);
  }

  /** Documents of a range in the order of the index (or its reverse), read in growing chunks. */
  *inRange(
    index: OrderedIndex,
    range: KeyRange,
    options: { reverse: boolean; firstChunk: number },
  ): Generator<StoredDocument> {
    let { lower, upper } = range;
    let row = -1;
    let limit = options.firstChunk;
    for (;;) {
      const rows = this.#chunk(index, { lower, upper, row, limit, reverse: options.reverse });
      yield* rows.map(toDocument);
      const last = rows.at(-1);
      if (!last || rows.length < limit) return;
      row = last[0] as number;
      const key = blobToKey(last[2]);
      if (options.reverse) upper = key;
      else lower = key;
      limit = Math.min(limit * 4, 1000);
    }
  }

  #chunk(
    index: OrderedIndex,
    from: { lower: OrderKey; upper: OrderKey; row: number; limit: number; reverse: boolean },
  ): unknown[][] {
    const { lower, upper, row, limit, reverse } = from;
    const [key, source] =
      index === this.idIndex
        ? ['d.id', `${this.#rows} d`]
        : ['i.key', `${index.table} i JOIN ${this.#rows} d ON d.row = i.row`];
    const entryRow = index === this.idIndex ? 'd.row' : 'i.row';
    const [within, direction] = reverse
      ? [`${key} >= ? AND (${key}, ${entryRow}) < (?, ?)`, 'DESC']
      : [`(${key}, ${entryRow}) > (?, ?) AND ${key} < ?`, 'ASC'];
    const bounds = reverse
      ? [keyToBlob(lower), keyToBlob(upper), row]
      : [keyToBlob(lower), row, keyToBlob(upper)];
    return this.sqlite
      .statement(
        `SELECT d.row, d.doc, ${key} FROM ${source} WHERE ${within} ORDER BY ${key} ${direction}, ${entryRow} ${direction} LIMIT ?`,
      )
      .all(...bounds, limit);
  }

  /** The documents that have exactly this key in an index. */
  withKey(index: OrderedIndex, key: OrderKey): StoredDocument[] {
    const range = { lower: key, upper: key + '\0' };
    return [...this.inRange(index, range, { reverse: false, firstChunk: 2 })];
  }

  /** Documents whose geometry's box touches the box. */
  inBox(index: GeoIndex, box: Box): StoredDocument[] {
    return this.sqlite
      .statement(
        `SELECT d.row, d.doc FROM ${index.table} g JOIN ${this.#rows} d ON d.row = g.row WHERE ${touching}`,
      )
      .all(box.west, box.east, box.south, box.north)
      .map(toDocument);
  }

  /** The rows and boxes of the geometries that touch the box, without their documents. */
  boxEntries(index: GeoIndex, box: Box): BoxEntry[] {
    // One text: thousands of single numbers would cost more on their way than the search itself.
    const found = this.sqlite
      .statement(
        `SELECT json_group_array(json_array(g.row, g.west, g.east, g.south, g.north)) FROM ${index.table} g WHERE ${touching}`,
      )
      .get(box.west, box.east, box.south, box.north);
    const rows = JSON.parse(found?.[0] as string) as [number, number, number, number, number][];
    return rows.map(([rowId, west, east, south, north]) => ({
      rowId,
      box: { west, east, south, north },
    }));
  }

  /** The documents of these rows, in any order. */
  ofRows(rowIds: readonly number[]): StoredDocument[] {
    return this.sqlite
      .statement(`SELECT row, doc FROM ${this.#rows} WHERE row IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify(rowIds))
      .map(toDocument);
  }
}

function toDocument(row: unknown[]): StoredDocument {
  return new StoredDocument(row[1] as string, row[0] as number);
}
