// Coupons of an account that end soon: those that end at one instant are one ending.
import type { Account } from '../accounts/account';
import type { Lot } from '../coupons/lot';
import { totalFen, type Fen } from '../money/amounts';
import { DAY } from '../time';

/** People are told so many days before their coupons end, the earliest first. */
const TOLD_DAYS_BEFORE = [7, 1] as const;
export type DaysBefore = (typeof TOLD_DAYS_BEFORE)[number];

export interface Ending {
  /** First instant (ms) at which the coupons can no longer be spent. */
  readonly expiresAt: number;
  /** What is left in them; of an offer the most that it can take off. */
  readonly amountFen: Fen;
  readonly lotIds: readonly string[];
  readonly hasOffers: boolean;
}

/** Endings of what a settled account holds, the soonest first. */
export function endingsOf({ lots }: Pick<Account, 'lots'>, at: number): Ending[] {
  const byEnd = new Map<number, Lot[]>();
  for (const lot of lots) {
    if (lot.balanceFen <= 0 || lot.expiresAt <= at) continue;
    byEnd.set(lot.expiresAt, [...(byEnd.get(lot.expiresAt) ?? []), lot]);
  }
  return [...byEnd]
    .sort(([a], [b]) => a - b)
    .map(([expiresAt, its]) => ({
      expiresAt,
      amountFen: totalFen(its.map(({ balanceFen }) => balanceFen)),
      lotIds: its.map(({ id }) => id),
      hasOffers: its.some(({ kind }) => kind === 'offer'),
    }));
}

/** Which of the days before its end has come; undefined while the end is far. */
export function daysBefore({ expiresAt }: Pick<Ending, 'expiresAt'>, at: number) {
  return [...TOLD_DAYS_BEFORE].reverse().find((days) => at >= expiresAt - days * DAY);
}

/** The next instant (ms) at which a coupon comes near its end; undefined when none does. */
export function nextEndingDay(account: Pick<Account, 'lots'>, at: number): number | undefined {
  const days = endingsOf(account, at)
    .flatMap(({ expiresAt }) => TOLD_DAYS_BEFORE.map((before) => expiresAt - before * DAY))
    .filter((day) => day > at);
  return days.length === 0 ? undefined : Math.min(...days);
}
