// Sums of the journal's balances by the beginning of their names.
import type { Balances } from '../journal/balances';

/** Families of coupons, by what stands behind them. */
export const FAMILIES = ['coupons', 'fan-coupons', 'activity-coupons', 'shop-coupons'] as const;
export type Family = (typeof FAMILIES)[number];

/** Sum of the balances whose name begins so. */
export function sumOf(balances: Balances, prefix: string): bigint {
  let sum = 0n;
  for (const [name, balance] of balances) if (name.startsWith(prefix)) sum += balance;
  return sum;
}

/** Coupons of a family that are in wallets and in open orders. */
export function couponsOut(balances: Balances, family: Family): bigint {
  return sumOf(balances, `${family}/`) - (balances.get(`${family}/issued`) ?? 0n);
}
