// What a change of my coupons says, and which changes a filter keeps.
import { add, fen } from '../../../../src/domain/money/amounts';
import type { PeriodView, StatementRow } from '../../../../src/contracts/wallet';
import { yuanText } from '../../../components/price/money';
import { monthText } from './month-text';

export type StatementFilter = 'all' | 'in' | 'spent' | 'other';

export const FILTERS: readonly { readonly filter: StatementFilter; readonly name: string }[] = [
  { filter: 'all', name: '全部' },
  { filter: 'in', name: '到账' },
  { filter: 'spent', name: '用掉' },
  { filter: 'other', name: '其他' },
];

/** 到账 is what came in, also back; 其他 is what went without being spent. */
export function filterOf({ kind }: StatementRow): Exclude<StatementFilter, 'all'> {
  switch (kind) {
    case 'given':
    case 'returned':
      return 'in';
    case 'spent':
      return 'spent';
    case 'taken-back':
    case 'repaid':
    case 'expired':
    case 'left':
      return 'other';
  }
}

export function isKept(row: StatementRow, filter: StatementFilter): boolean {
  return filter === 'all' || filterOf(row) === filter;
}

/** `在青禾鲜果用掉`; what is known of shop and period is named. */
export function rowTitle({ kind, period, merchantName }: StatementRow): string {
  const shop = merchantName ?? '商家';
  switch (kind) {
    case 'given':
      return period === undefined ? '派券到账' : `第 ${period} 期派券到账`;
    case 'spent':
      return `在${shop}用掉`;
    case 'returned':
      return `${shop}退回`;
    case 'taken-back':
      return merchantName === undefined ? '退款收回' : `${merchantName}退款，收回`;
    case 'repaid':
      return '抵之前退款少退的券';
    case 'expired':
      return '到期没用完';
    case 'left':
      return '注销时放弃';
  }
}

/** `+¥1.00`, `−¥0.50` */
export function changeText(amountFen: number): string {
  return amountFen > 0 ? `+${yuanText(amountFen)}` : yuanText(amountFen);
}

export interface MonthOfRows {
  readonly month: string;
  readonly rows: readonly StatementRow[];
}

/** Rows by month, in the order in which they come. */
export function byMonth(rows: readonly StatementRow[]): readonly MonthOfRows[] {
  const months = new Map<string, StatementRow[]>();
  for (const row of rows) {
    const month = monthText(row.at);
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return [...months].map(([month, its]) => ({ month, rows: its }));
}

/**
 * What a period gave stands at the day on which it was given out, not at the later moment at which
 * the wallet was touched again; newest first, and at one moment as they come.
 */
export function atPeriodDays(
  rows: readonly StatementRow[],
  periods: readonly PeriodView[],
): readonly StatementRow[] {
  const days = new Map(periods.map(({ period, declaredAt }) => [period, declaredAt]));
  return rows
    .map((row) => {
      const day = row.period === undefined ? undefined : days.get(row.period);
      return day === undefined ? row : { ...row, at: day };
    })
    .sort((a, b) => b.at - a.at);
}

/** A bill that took of several coupons is one row. */
export function mergedByBill(rows: readonly StatementRow[]): readonly StatementRow[] {
  const merged = new Map<string, StatementRow>();
  for (const row of rows) {
    const { id, kind, orderId, at, amountFen } = row;
    const key = orderId === undefined ? id : `${orderId} ${kind} ${at}`;
    const before = merged.get(key);
    const sum = before === undefined ? amountFen : add(fen(before.amountFen), fen(amountFen));
    merged.set(key, { ...(before ?? row), amountFen: sum });
  }
  return [...merged.values()];
}
