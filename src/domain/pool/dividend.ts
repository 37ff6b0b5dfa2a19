// Thresholds, the published rate table, and what one dividend records.
import { grownBy, ppb, type Centipoints, type Fen, type Ppb } from '../money/amounts';

/** One period, written once, when it was declared. */
export interface Dividend {
  /** 1, 2, 3 … */
  readonly period: number;
  readonly rate: Ppb;
  readonly tableRate: Ppb;
  /** Points at which it was due. */
  readonly threshold: Centipoints;
  /** All points in effect at `cut`. */
  readonly points: Centipoints;
  readonly freeBeforeFen: Fen;
  /** Cover set aside: ceil(points × rate / 10⁹). */
  readonly issuedFen: Fen;
  /** Earnings with effectiveAt up to this instant (ms) take part. */
  readonly cut: number;
  readonly at: number;
  /** When its coupons expire, whenever they are collected. */
  readonly expiresAt: number;
  readonly policyVersion: string;
}

export interface RateTable {
  readonly first: Ppb;
  readonly step: Ppb;
  readonly ceiling: Ppb;
}

/** The table's rate of a period: first, then a step each, up to the ceiling. */
export function tableRate(table: RateTable, period: number): Ppb {
  const rate = Number(table.first) + Number(table.step) * (period - 1);
  return ppb(Math.min(rate, table.ceiling));
}

/** The threshold after one of `points`: 15 % more, rounded up to a centipoint. */
export function nextThreshold(points: Centipoints, growthPercent: number): Centipoints {
  return grownBy(points, growthPercent);
}
