// Reads what the local cloud's database file holds, as plain documents, at one instant.
import { join } from 'node:path';
import Libsql from 'libsql';
import type { Snapshot } from '../auditor/documents';

interface Row {
  readonly row: number;
  readonly doc: string;
}

interface Kept {
  readonly text: string;
  readonly document: object;
}

export class Store {
  readonly #connection: Libsql.Database;
  /** By collection and row; a document is read anew only when its text has changed. */
  readonly #kept = new Map<string, Kept[]>();
  readonly #tables = new Map<string, Libsql.Statement>();

  constructor(dataDir: string) {
    this.#connection = new Libsql(join(dataDir, 'cloud.db'));
  }

  /** A document that has not changed is the same object as before. */
  snapshot(now: number): Snapshot {
    const pool = this.#read('pool')[0];
    const figures = this.#read('figures')[0];
    return {
      now,
      journal: this.#read('journal'),
      orders: this.#read('orders'),
      accounts: this.#read('accounts'),
      dividends: this.#read('dividends'),
      merchants: this.#read('merchants'),
      campaigns: this.#read('campaigns'),
      counters: this.#read('counters'),
      ...(pool === undefined ? {} : { pool }),
      ...(figures === undefined ? {} : { figures }),
    } as unknown as Snapshot;
  }

  close(): void {
    this.#connection.close();
  }

  /** Rows are numbered as they are inserted, which for the journal is as they were committed. */
  #read(collection: string): object[] {
    const rows = this.#statement(collection).all() as Row[];
    const kept = this.#kept.get(collection) ?? [];
    const now = rows.map(({ row, doc }) => {
      const before = kept[row];
      return before?.text === doc ? before : (kept[row] = { text: doc, document: plain(doc) });
    });
    this.#kept.set(collection, kept);
    return now.map(({ document }) => document);
  }

  #statement(collection: string): Libsql.Statement {
    const known = this.#tables.get(collection);
    if (known !== undefined) return known;
    const found = this.#connection
      .prepare('SELECT id FROM collections WHERE name = ?')
      .get(collection) as { id: number };
    const statement = this.#connection.prepare(
      `SELECT row, doc FROM rows_${found.id} ORDER BY row`,
    );
    this.#tables.set(collection, statement);
    return statement;
  }
}

/** The store writes `{"$numberInt":"5"}` for 5; a text cannot contain it, since its quotes are escaped. */
function plain(text: string): object {
  return JSON.parse(text.replace(/\{"\$number(?:Int|Long|Double)":"([^"]*)"\}/g, '$1')) as object;
}
