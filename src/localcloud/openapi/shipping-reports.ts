// Which payments have been reported as shipped, in the documents' file.
import type { Sqlite } from '../storage/sqlite';

export interface ShippingReport {
  readonly prepayId: string;
  readonly uploadMs: number;
  /** What was reported, without its time. */
  readonly content: string;
  /** Whether all parcels are on their way. */
  readonly isComplete: boolean;
  /** 1, and 2 after the only change of a complete report that WeChat allows. */
  readonly times: number;
}

export class ShippingReports {
  constructor(private readonly sqlite: Sqlite) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS shipping_reports (prepay_id TEXT PRIMARY KEY, data TEXT NOT NULL)',
    );
  }

  of(prepayId: string): ShippingReport | undefined {
    const row = this.sqlite
      .statement('SELECT data FROM shipping_reports WHERE prepay_id = ?')
      .get(prepayId);
    return row && (JSON.parse(String(row[0])) as ShippingReport);
  }

  save(report: ShippingReport): void {
    this.sqlite
      .statement('INSERT OR REPLACE INTO shipping_reports (prepay_id, data) VALUES (?, ?)')
      .run(report.prepayId, JSON.stringify(report));
  }
}
