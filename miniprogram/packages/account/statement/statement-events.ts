// What happened to me: rows that one bill, one refund or one period has caused belong together.
import type { PeriodView, StatementRow } from '../../../../src/contracts/wallet';
import { monthText } from '../../../components/time/day-text';

export interface StatementEvent {
  readonly id: string;
  readonly at: number;
  /** At least one. */
  readonly rows: readonly [StatementRow, ...StatementRow[]];
}

/** Rows as events, in the order in which they come. */
export function eventsOf(rows: readonly StatementRow[]): readonly StatementEvent[] {
  const events = new Map<string, StatementEvent>();
  for (const row of rows) {
    const id = eventId(row);
    const before = events.get(id);
    events.set(id, {
      ...{ id, at: row.at },
      rows: before === undefined ? [row] : [...before.rows, row],
    });
  }
  return [...events.values()];
}

/**
 * A row's id is that of its journal entry and its place there; an entry collects many periods, and
 * several coupons may expire by one.
 */
function eventId(row: StatementRow): string {
  const entry = row.id.slice(0, row.id.lastIndexOf('#'));
  const period = periodOf(row);
  if (period !== undefined) return `${entry} ${period}`;
  const isWhole = row.orderId !== undefined || row.of === 'advance' || row.kind === 'advanced';
  return isWhole ? entry : row.id;
}

export function periodOf(row: StatementRow): number | undefined {
  return row.of === 'points' ? undefined : row.period;
}

export interface MonthOfEvents {
  readonly month: string;
  readonly events: readonly StatementEvent[];
}

/** Events by month, in the order in which they come. */
export function byMonth(events: readonly StatementEvent[]): readonly MonthOfEvents[] {
  const months = new Map<string, StatementEvent[]>();
  for (const event of events) {
    const month = monthText(event.at);
    months.set(month, [...(months.get(month) ?? []), event]);
  }
  return [...months].map(([month, its]) => ({ month, events: its }));
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
      const period = periodOf(row);
      const day = period === undefined ? undefined : days.get(period);
      return day === undefined ? row : { ...row, at: day };
    })
    .sort((a, b) => b.at - a.at);
}

/** Where a person finds out why: the period, the bill, or the coupon itself. */
export type Why =
  | { readonly kind: 'period'; readonly period: number }
  | { readonly kind: 'order'; readonly orderId: string }
  | { readonly kind: 'lot'; readonly lotId: string };

export function whyOf({ rows }: StatementEvent): Why | undefined {
  return rows.map(whyOfRow).find((why) => why !== undefined);
}

function whyOfRow(row: StatementRow): Why | undefined {
  const period = periodOf(row);
  if (period !== undefined) return { kind: 'period', period };
  if (row.orderId !== undefined) return { kind: 'order', orderId: row.orderId };
  return row.of === 'coupon' ? { kind: 'lot', lotId: row.lotId } : undefined;
}
