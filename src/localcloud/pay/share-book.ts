// Who may receive a part of a sub-merchant's orders, and how much of an order all may get together.
import type { CloudClock } from '../clock';
import type { Sqlite } from '../storage/sqlite';
import type { OrderStore } from './order-store';
import type { Receiver } from './share';
import { settleShares } from './sharing';

interface ShareBookOptions {
  readonly sqlite: Sqlite;
  readonly orders: OrderStore;
  readonly clock: CloudClock;
  /** Of an order's cash, in ten thousandths; what the sub-merchant has allowed. */
  readonly maxPerTenThousand: number;
}

export class ShareBook {
  readonly maxPerTenThousand: number;
  readonly #abnormal = new Set<string>();

  constructor(private readonly options: ShareBookOptions) {
    this.maxPerTenThousand = options.maxPerTenThousand;
    options.sqlite.exec(
      'CREATE TABLE IF NOT EXISTS pay_receivers (sub_mch_id TEXT NOT NULL, type TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (sub_mch_id, type, account))',
    );
  }

  addReceiver(subMchId: string, { type, account }: Receiver): void {
    this.options.sqlite
      .statement('INSERT OR IGNORE INTO pay_receivers (sub_mch_id, type, account) VALUES (?, ?, ?)')
      .run(subMchId, type, account);
  }

  removeReceiver(subMchId: string, { type, account }: Receiver): void {
    this.options.sqlite
      .statement('DELETE FROM pay_receivers WHERE sub_mch_id = ? AND type = ? AND account = ?')
      .run(subMchId, type, account);
  }

  isReceiver(subMchId: string, { type, account }: Receiver): boolean {
    const row = this.options.sqlite
      .statement('SELECT 1 FROM pay_receivers WHERE sub_mch_id = ? AND type = ? AND account = ?')
      .get(subMchId, type, account);
    return row !== undefined;
  }

  /** From here on no money reaches the account, or reaches it again. */
  setAbnormal(account: string, isAbnormal: boolean): void {
    this.settle();
    if (isAbnormal) this.#abnormal.add(account);
    else this.#abnormal.delete(account);
  }

  /** Does what has come due by the cloud's clock; everything that reads shares calls it first. */
  settle(): void {
    const { orders, clock } = this.options;
    const nowMs = clock.nowMs;
    const isAbnormal = (account: string) => this.#abnormal.has(account);
    for (const order of orders.dueShares(nowMs)) {
      orders.save(settleShares(order, { nowMs, isAbnormal }));
    }
  }
}
