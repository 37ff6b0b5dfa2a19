// A thin, typed door to one SQLite file. Everything in this process goes through one connection.
import Libsql from 'libsql';

type SqlValue = string | number | null | Buffer;

/** A prepared statement; rows come back as arrays in the order of the columns. */
interface Statement {
  run(...values: SqlValue[]): { changes: number; lastInsertRowid: number | bigint };
  get(...values: SqlValue[]): unknown[] | undefined;
  all(...values: SqlValue[]): unknown[][];
}

export class Sqlite {
  readonly #connection: Libsql.Database;
  readonly #statements = new Map<string, Statement>();
  #depth = 0;
  #rollbacks = 0;

  /**
   * WAL with synchronous NORMAL: what was committed survives the death of the process (kill -9),
   * since it lies in the kernel's cache. Only a power cut may lose the last commits, never corrupt.
   */
  constructor(file: string) {
    this.#connection = new Libsql(file);
    this.#connection.exec('PRAGMA journal_mode = WAL');
    this.#connection.exec('PRAGMA synchronous = NORMAL');
    // Checkpoints wait for the disk; a longer log makes them rare (32 MB of pages of 4 kB).
    this.#connection.exec('PRAGMA wal_autocheckpoint = 8000');
    this.#connection.exec('PRAGMA cache_size = -65536');
    this.#connection.exec('PRAGMA temp_store = MEMORY');
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** The prepared statement of this text, prepared once. */
  statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const prepared = this.#connection.prepare(sql);
    // An array is always passed: libsql takes a lone object, such as a Buffer, for named parameters.
    const isQuery = prepared.reader;
    if (isQuery) prepared.raw();
    const statement: Statement = {
      run: (...values) => prepared.run(values),
      get: (...values) => prepared.get(values) as unknown[] | undefined,
      all: (...values) => prepared.all(values) as unknown[][],
    };
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Runs `work` in one SQLite transaction; nested calls join it. All of it happens, or none. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.statement('BEGIN IMMEDIATE').run();
    this.#depth++;
    try {
      const result = work();
      this.statement('COMMIT').run();
      return result;
    } catch (error) {
      this.#rollbacks++;
      this.statement('ROLLBACK').run();
      throw error;
    } finally {
      this.#depth--;
    }
  }

  /** Grows whenever what was written is taken back. */
  get rollbacks(): number {
    return this.#rollbacks;
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }
}
