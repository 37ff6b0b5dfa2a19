// The payment orders, durable in the same file as the documents.
import type { Sqlite } from '../storage/sqlite';
import type { PayOrder } from './order';

export class OrderStore {
  constructor(private readonly sqlite: Sqlite) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS pay_orders (prepay_id TEXT PRIMARY KEY, sub_mch_id TEXT NOT NULL, out_trade_no TEXT NOT NULL, callback_due REAL, data TEXT NOT NULL, UNIQUE (sub_mch_id, out_trade_no))',
    );
    sqlite.exec(
      'CREATE INDEX IF NOT EXISTS pay_orders_due ON pay_orders (callback_due) WHERE callback_due IS NOT NULL',
    );
  }

  save(order: PayOrder): void {
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

  byPrepayId(prepayId: string): PayOrder | undefined {
    return this.#read('SELECT data FROM pay_orders WHERE prepay_id = ?', prepayId);
  }

  byTradeNo(subMchId: string, outTradeNo: string): PayOrder | undefined {
    const sql = 'SELECT data FROM pay_orders WHERE sub_mch_id = ? AND out_trade_no = ?';
    return this.#read(sql, subMchId, outTradeNo);
  }

  /** Orders whose callback is due by this moment. */
  dueCallbacks(byMs: number): PayOrder[] {
    return this.sqlite
      .statement('SELECT data FROM pay_orders WHERE callback_due <= ? ORDER BY callback_due')
      .all(byMs)
      .map((row) => JSON.parse(row[0] as string) as PayOrder);
  }

  nextDueMs(): number | undefined {
    const row = this.sqlite
      .statement('SELECT min(callback_due) FROM pay_orders WHERE callback_due IS NOT NULL')
      .get();
    return typeof row?.[0] === 'number' ? row[0] : undefined;
  }

  #read(sql: string, ...keys: string[]): PayOrder | undefined {
    const row = this.sqlite.statement(sql).get(...keys);
    return row && (JSON.parse(row[0] as string) as PayOrder);
  }
}
