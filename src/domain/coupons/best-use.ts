// Which coupons a bill takes: the use that saves most, then what expires soonest.
import type { Category } from '../merchants/merchant';
import { add, NO_FEN, shareOf, smaller, subtract, totalFen, type Fen } from '../money/amounts';
import { fail, succeed, type Result } from '../result';
import { bySoonestExpiry, type Channel, type Lot } from './lot';

export interface BillContext {
  readonly amountFen: Fen;
  readonly merchantId: string;
  readonly category: Category;
  readonly siteId: string;
  readonly channel: Channel;
  /** Milliseconds. */
  readonly at: number;
}

export interface CouponUse {
  readonly lotId: string;
  readonly amountFen: Fen;
}

export type Unusable =
  | 'not-started'
  | 'expired'
  | 'below-minimum'
  | 'other-merchant'
  | 'other-category'
  | 'other-site'
  | 'other-channel';

export type UseError =
  | { readonly code: 'lot-not-found'; readonly lotId: string }
  | { readonly code: 'lot-insufficient'; readonly lotId: string; readonly usableFen: Fen }
  | { readonly code: 'coupons-exceed-bill'; readonly couponFen: Fen };

/** Why a lot pays nothing of this bill, or undefined when it may. */
export function whyUnusable(lot: Lot, bill: BillContext): Unusable | undefined {
  if (bill.at < lot.startsAt) return 'not-started';
  if (bill.at >= lot.expiresAt) return 'expired';
  if (!lot.channels.includes(bill.channel)) return 'other-channel';
  const outside = outsideScope(lot, bill);
  if (outside !== undefined) return outside;
  return bill.amountFen < lot.minSpendFen ? 'below-minimum' : undefined;
}

function outsideScope({ scope }: Lot, bill: BillContext): Unusable | undefined {
  switch (scope.kind) {
    case 'alliance':
      return undefined;
    case 'merchant':
      return scope.merchantId === bill.merchantId ? undefined : 'other-merchant';
    case 'category':
      return scope.category === bill.category ? undefined : 'other-category';
    case 'site':
      return scope.siteId === bill.siteId ? undefined : 'other-site';
  }
}

/** What of a lot this bill could take by itself. */
export function usableOf(lot: Lot, bill: BillContext): Fen {
  if (whyUnusable(lot, bill) !== undefined) return NO_FEN;
  return smaller(lot.balanceFen, shareOf(bill.amountFen, lot.maxShareBps));
}

/**
 * The use that saves most, and among those the one that spends soonest expiry first. Every limit
 * of a balance lot is its own (balance, share of the bill), so filling the bill in order of expiry
 * reaches the highest saving, min(bill, sum of usable parts); a test compares with brute force.
 */
export function bestUse(lots: readonly Lot[], bill: BillContext): CouponUse[] {
  const uses: CouponUse[] = [];
  let open = bill.amountFen;
  for (const lot of [...lots].sort(bySoonestExpiry)) {
    const amountFen = smaller(usableOf(lot, bill), open);
    if (amountFen <= 0) continue;
    uses.push({ lotId: lot.id, amountFen });
    open = subtract(open, amountFen);
  }
  return uses;
}

/**
 * Checks a use that a person chose; the value is the coupon part of the bill. Errors come in the
 * order of the contract, wherever in the list they stand.
 */
export function checkUse(
  lots: readonly Lot[],
  { uses, bill }: { uses: readonly CouponUse[]; bill: BillContext },
): Result<Fen, UseError> {
  const wanted = new Map<Lot, Fen>();
  for (const { lotId, amountFen } of uses) {
    const lot = lots.find(({ id }) => id === lotId);
    if (lot === undefined) return fail({ code: 'lot-not-found', lotId });
    wanted.set(lot, add(wanted.get(lot) ?? NO_FEN, amountFen));
  }
  for (const [lot, amountFen] of wanted) {
    const usableFen = usableOf(lot, bill);
    if (amountFen > usableFen) return fail({ code: 'lot-insufficient', lotId: lot.id, usableFen });
  }
  const couponFen = totalFen(wanted.values());
  if (couponFen > bill.amountFen) return fail({ code: 'coupons-exceed-bill', couponFen });
  return succeed(couponFen);
}
