// A coupon lot: balance that is spent in parts, wherever its scope allows.
import type { Category } from '../merchants/merchant';
import { add, NO_FEN, subtract, type BasisPoints, type Fen } from '../money/amounts';
import { invariant } from '../result';
import { DAY, endOfMonthAfter, monthEndingAt } from '../time';

export type Channel = 'counter' | 'mall';
export type LotScope =
  | { readonly kind: 'alliance' }
  | { readonly kind: 'merchant'; readonly merchantId: string }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'site'; readonly siteId: string };

export interface Lot {
  readonly id: string;
  readonly kind: 'balance';
  readonly source: 'dividend';
  readonly fundedBy: 'dividend';
  readonly scope: LotScope;
  readonly channels: readonly Channel[];
  /** Smallest bill that takes it. */
  readonly minSpendFen: Fen;
  /** Largest part of a bill that it may pay. */
  readonly maxShareBps: BasisPoints;
  /** All that was ever put in. */
  readonly faceFen: Fen;
  readonly balanceFen: Fen;
  readonly startsAt: number;
  /** First instant (ms) at which it can no longer be spent. */
  readonly expiresAt: number;
}

/** When coupons declared at an instant expire: the end of the month, UTC+8, `months` later. */
export function lotExpiry(declaredAt: number, months: number): number {
  return endOfMonthAfter(declaredAt, months);
}

/** Dividend coupons of one expiry month are one lot, so that a wallet stays small. */
export function dividendLotId(expiresAt: number): string {
  return `dividend-${monthEndingAt(expiresAt)}`;
}

/** Puts coupons into the lot of the same id, or opens it. Lots stay ordered by expiry, then id. */
export function putIntoLots(lots: readonly Lot[], added: Lot): Lot[] {
  const same = lots.find((lot) => lot.id === added.id);
  const merged: Lot =
    same === undefined
      ? added
      : {
          ...same,
          faceFen: add(same.faceFen, added.faceFen),
          balanceFen: add(same.balanceFen, added.balanceFen),
          expiresAt: Math.max(same.expiresAt, added.expiresAt),
        };
  return [...lots.filter((lot) => lot.id !== added.id), merged].sort(bySoonestExpiry);
}

/** Takes from a lot. An emptied lot stays until it expires, so that what returns finds it. */
export function takeFromLot(
  lots: readonly Lot[],
  { lotId, amountFen }: { lotId: string; amountFen: Fen },
): Lot[] {
  const lot = lots.find(({ id }) => id === lotId);
  invariant(
    lot !== undefined && amountFen > 0 && amountFen <= lot.balanceFen,
    `take from ${lotId}`,
  );
  const balanceFen = subtract(lot.balanceFen, amountFen);
  return lots.map((each) => (each.id === lotId ? { ...each, balanceFen } : each));
}

/**
 * Puts a part that was held or spent back. Its own lot still counts it in its face; where that
 * has expired, the part lives on as a lot of the same id for `days` from now.
 */
export function giveBackToLot(
  lots: readonly Lot[],
  { part, amountFen, at, days }: { part: Lot; amountFen: Fen; at: number; days: number },
): Lot[] {
  const isThere = lots.some(({ id, expiresAt }) => id === part.id && expiresAt === part.expiresAt);
  const expiresAt = part.expiresAt > at ? part.expiresAt : at + days * DAY;
  const faceFen = isThere ? NO_FEN : amountFen;
  return putIntoLots(lots, { ...part, faceFen, balanceFen: amountFen, expiresAt });
}

export function bySoonestExpiry(a: Lot, b: Lot): number {
  return a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
