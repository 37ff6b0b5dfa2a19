// The payment orders and the accounts that follow from them, durable in the documents' file.
import type { Sqlite } from '../storage/sqlite';
import { type Funds, fundsChange } from './funds';
import type { PayOrder } from './order';
import { nextShareMs } from './sharing';

const schema = [
  'CREATE TABLE IF NOT EXISTS pay_orders (prepay_id TEXT PRIMARY KEY, sub_mch_id TEXT NOT NULL, out_trade_no TEXT NOT NULL, callback_due REAL, data TEXT NOT NULL, UNIQUE (sub_mch_id, out_trade_no))',
  'CREATE INDEX IF NOT EXISTS pay_orders_due ON pay_orders (callback_due) WHERE callback_due IS NOT NULL',
  "CREATE INDEX IF NOT EXISTS pay_orders_transaction ON pay_orders (json_extract(data, '$.transactionId'))",
  'CREATE TABLE IF NOT EXISTS pay_shares (out_order_no TEXT PRIMARY KEY, prepay_id TEXT NOT NULL)',
  'CREATE TABLE IF NOT EXISTS pay_shares_due (prepay_id TEXT PRIMARY KEY, due REAL NOT NULL)',
];
const fundsTable =
  'CREATE TABLE pay_funds (account TEXT PRIMARY KEY, available INTEGER NOT NULL, frozen INTEGER NOT NULL)';

export class OrderStore {
  constructor(private readonly sqlite: Sqlite) {
    for (const sql of schema) sqlite.exec(sql);
    this.#openAccounts();
  }

  /** Writes the order, and moves in its accounts what the change has moved. */
  save(order: PayOrder): void {
    this.sqlite.transaction(() => {
      this.#move(fundsChange(this.byPrepayId(order.prepayId), order));
      this.#write(order);
      this.#writeShares(order);
    });
  }

  byPrepayId(prepayId: string): PayOrder | undefined {
    return this.#read('SELECT data FROM pay_orders WHERE prepay_id = ?', prepayId);
  }

  byTradeNo(subMchId: string, outTradeNo: string): PayOrder | undefined {
    const sql = 'SELECT data FROM pay_orders WHERE sub_mch_id = ? AND out_trade_no = ?';
    return this.#read(sql, subMchId, outTradeNo);
  }

  byTransactionId(transactionId: string): PayOrder | undefined {
    if (transactionId === '') return undefined;
    const sql = "SELECT data FROM pay_orders WHERE json_extract(data, '$.transactionId') = ?";
    return this.#read(sql, transactionId);
  }

  /** The order of which a share has this number; numbers of shares are unique among all orders. */
  byShareNo(outOrderNo: string): PayOrder | undefined {
    const sql =
      'SELECT data FROM pay_orders WHERE prepay_id = (SELECT prepay_id FROM pay_shares WHERE out_order_no = ?)';
    return this.#read(sql, outOrderNo);
  }

  /** Orders whose callback is due by this moment. */
  dueCallbacks(byMs: number): PayOrder[] {
    return this.#readAll(
      'SELECT data FROM pay_orders WHERE callback_due <= ? ORDER BY callback_due',
      byMs,
    );
  }

  /** Orders of which a share is due by this moment. */
  dueShares(byMs: number): PayOrder[] {
    return this.#readAll(
      'SELECT data FROM pay_shares_due AS due JOIN pay_orders USING (prepay_id) WHERE due.due <= ?',
      byMs,
    );
  }

  nextDueMs(): number | undefined {
    const row = this.sqlite
      .statement('SELECT min(callback_due) FROM pay_orders WHERE callback_due IS NOT NULL')
      .get();
    return typeof row?.[0] === 'number' ? row[0] : undefined;
  }

  /** What a merchant or a person has of all orders together. */
  fundsOf(account: string): Funds {
    const row = this.sqlite
      .statement('SELECT available, frozen FROM pay_funds WHERE account = ?')
      .get(account);
    return { available: Number(row?.[0] ?? 0), frozen: Number(row?.[1] ?? 0) };
  }

  allFunds(): Record<string, Funds> {
    const rows = this.sqlite
      .statement('SELECT account, available, frozen FROM pay_funds ORDER BY account')
      .all();
    return Object.fromEntries(
      rows.map(([account, available, frozen]) => [
        String(account),
        { available: Number(available), frozen: Number(frozen) },
      ]),
    );
  }

  /** A file from before there were accounts gets those of its orders. */
  #openAccounts(): void {
    const known = this.sqlite
      .statement("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'pay_funds'")
      .get();
    if (known) return;
    this.sqlite.transaction(() => {
      this.sqlite.exec(fundsTable);
      for (const order of this.#readAll('SELECT data FROM pay_orders')) {
        this.#move(fundsChange(undefined, order));
      }
    });
  }

  #move(change: ReadonlyMap<string, Funds>): void {
    for (const [account, { available, frozen }] of change) {
      this.sqlite
        .statement(
          'INSERT INTO pay_funds (account, available, frozen) VALUES (?, ?, ?) ON CONFLICT (account) DO UPDATE SET available = available + excluded.available, frozen = frozen + excluded.frozen',
        )
        .run(account, available, frozen);
    }
  }

  #write(order: PayOrder): void {
    this.sqlite
      .statement(
        'INSERT INTO pay_orders (prepay_id, sub_mch_id, out_trade_no, callback_due, data) VALUES (?, ?, ?, ?, ?) ON CONFLICT (prepay_id) DO UPDATE SET callback_due = excluded.callback_due, data = excluded.data',
      )
      .run(
        order.prepayId,
        order.subMchId,
        order.outTradeNo,
        order.callback?.dueMs ?? null,
        JSON.stringify(order),
      );
  }

  #writeShares(order: PayOrder): void {
    if (order.shares.length === 0) return;
    for (const { outOrderNo } of order.shares) {
      this.sqlite
        .statement('INSERT OR IGNORE INTO pay_shares (out_order_no, prepay_id) VALUES (?, ?)')
        .run(outOrderNo, order.prepayId);
    }
    this.sqlite.statement('DELETE FROM pay_shares_due WHERE prepay_id = ?').run(order.prepayId);
    const due = nextShareMs(order);
    if (due === undefined) return;
    this.sqlite
      .statement('INSERT INTO pay_shares_due (prepay_id, due) VALUES (?, ?)')
      .run(order.prepayId, due);
  }

  #read(sql: string, ...keys: string[]): PayOrder | undefined {
    const row = this.sqlite.statement(sql).get(...keys);
    return row && parse(row);
  }

  #readAll(sql: string, ...keys: number[]): PayOrder[] {
    return this.sqlite
      .statement(sql)
      .all(...keys)
      .map(parse);
  }
}

/** Orders of older files know nothing of shares. */
const withoutShares = { isShared: false, isUnfrozen: false, shares: [], returns: [] };

function parse(row: unknown[]): PayOrder {
  return { ...withoutShares, ...(JSON.parse(row[0] as string) as PayOrder) };
}
