// Which collections and indexes there are. Declarations are applied at every start: what is new is
// created and filled, an index that is no longer declared (or declared otherwise) is dropped.
import { CloudError, collectionMissing } from '../errors';
import { StoredCollection } from './collection';
import type { GeoIndex, OrderedIndex } from './indexes';
import type { Sqlite } from './sqlite';

export interface IndexDeclaration {
  readonly name: string;
  readonly keys: readonly { readonly field: string; readonly direction: '1' | '-1' | '2dsphere' }[];
  readonly unique?: boolean;
  readonly sparse?: boolean;
}

export interface CollectionDeclaration {
  readonly name: string;
  readonly indexes: readonly IndexDeclaration[];
}

const maxCollections = 100;

export class Catalog {
  readonly #collections = new Map<string, StoredCollection>();

  constructor(private readonly sqlite: Sqlite) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)',
    );
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (collection, name))',
    );
    for (const row of sqlite.statement('SELECT id, name FROM collections').all()) {
      this.#open(row[0] as number, row[1] as string);
    }
  }

  /** @throws CloudError DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): StoredCollection {
    const found = this.#collections.get(name);
    if (!found) throw collectionMissing(name);
    return found;
  }

  get names(): string[] {
    return [...this.#collections.keys()];
  }

  /** @throws CloudError DATABASE_COLLECTION_ALREADY_EXIST, DATABASE_COLLECTION_EXCEED_LIMIT */
  create(name: string): StoredCollection {
    if (this.#collections.has(name)) {
      throw new CloudError(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        `[ResourceExist] Db or Table already exist: ${name}.`,
      );
    }
    if (this.#collections.size >= maxCollections) {
      throw new CloudError(
        'DATABASE_COLLECTION_EXCEED_LIMIT',
        `[LimitExceeded] Collections number exceed limit: ${maxCollections}.`,
      );
    }
    const created = this.sqlite.statement('INSERT INTO collections (name) VALUES (?)').run(name);
    return this.#open(Number(created.lastInsertRowid), name);
  }

  /** Creates what the declarations add, and drops the indexes that they no longer have. */
  declare(declarations: readonly CollectionDeclaration[]): void {
    this.sqlite.transaction(() => {
      for (const { name, indexes } of declarations) {
        const collection = this.#collections.get(name) ?? this.create(name);
        this.#declareIndexes(collection, indexes);
      }
    });
  }

  #declareIndexes(collection: StoredCollection, declared: readonly IndexDeclaration[]): void {
    const wanted = new Map(declared.map((index) => [index.name, JSON.stringify(index)]));
    for (const stored of this.#storedIndexes(collection)) {
      if (wanted.get(stored.name) === stored.definition) wanted.delete(stored.name);
      else this.#dropIndex(collection, stored.id);
    }
    for (const [name, definition] of wanted) {
      const { lastInsertRowid } = this.sqlite
        .statement('INSERT INTO indexes (collection, name, definition) VALUES (?, ?, ?)')
        .run(collection.id, name, definition);
      const index = this.#openIndex(collection, {
        id: Number(lastInsertRowid),
        definition,
        multikey: false,
      });
      collection.fill(index);
      if ('unique' in index && index.unique) this.#assertUnique(collection, index);
    }
  }

  #assertUnique(collection: StoredCollection, index: OrderedIndex): void {
    const twice = this.sqlite
      .statement(`SELECT key FROM ${index.table} GROUP BY key HAVING count(*) > 1 LIMIT 1`)
      .get();
    if (twice) {
      throw new Error(
        `Unique index ${index.name} of ${collection.name}: documents share a key, it cannot be built`,
      );
    }
  }

  #storedIndexes(collection: StoredCollection) {
    return this.sqlite
      .statement('SELECT id, name, definition, multikey FROM indexes WHERE collection = ?')
      .all(collection.id)
      .map((row) => ({
        id: row[0] as number,
        name: row[1] as string,
        definition: row[2] as string,
        multikey: row[3] === 1,
      }));
  }

  #open(id: number, name: string): StoredCollection {
    const collection = new StoredCollection(name, id, this.sqlite, (index) => {
      index.multikey = true;
      this.sqlite
        .statement('UPDATE indexes SET multikey = 1 WHERE collection = ? AND name = ?')
        .run(id, index.name);
    });
    for (const stored of this.#storedIndexes(collection)) this.#openIndex(collection, stored);
    this.#collections.set(name, collection);
    return collection;
  }

  #openIndex(
    collection: StoredCollection,
    stored: { id: number; definition: string; multikey: boolean },
  ): OrderedIndex | GeoIndex {
    const declaration = JSON.parse(stored.definition) as IndexDeclaration;
    const table = `entries_${stored.id}`;
    const geoKey = declaration.keys.find((key) => key.direction === '2dsphere');
    if (geoKey) {
      this.sqlite.exec(
        `CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING rtree (row, west, east, south, north)`,
      );
      const index = { name: declaration.name, table, field: geoKey.field };
      collection.geoIndexes.push(index);
      return index;
    }
    this.sqlite.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (key BLOB NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, row)) WITHOUT ROWID`,
    );
    const index: OrderedIndex = {
      name: declaration.name,
      table,
      fields: declaration.keys.map(({ field, direction }) => ({
        field,
        direction: direction === '-1' ? -1 : 1,
      })),
      unique: declaration.unique ?? false,
      sparse: declaration.sparse ?? false,
      multikey: stored.multikey,
    };
    collection.orderedIndexes.push(index);
    return index;
  }

  #dropIndex(collection: StoredCollection, id: number): void {
    const table = `entries_${id}`;
    this.sqlite.exec(`DROP TABLE ${table}`);
    this.sqlite.statement('DELETE FROM indexes WHERE id = ?').run(id);
    remove(collection.orderedIndexes, table);
    remove(collection.geoIndexes, table);
  }
}

function remove(indexes: { readonly table: string }[], table: string): void {
  const at = indexes.findIndex((index) => index.table === table);
  if (at >= 0) indexes.splice(at, 1);
}
