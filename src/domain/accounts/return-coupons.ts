// Held or spent coupons on their way back into a wallet: an open offset takes them first.
import { giveBackToLot } from '../coupons/lot';
import { moveCoupons, moveFen, type Move } from '../journal/entry';
import * as names from '../journal/names';
import { smaller, subtract } from '../money/amounts';
import type { HeldCoupon } from '../orders/order';
import type { Account } from './account';

export interface ReturnRules {
  /** A coupon that expired while it was held lives this many days more. */
  readonly returnedLotDays: number;
}

interface Returned {
  readonly account: Account;
  readonly moves: readonly Move[];
}

/**
 * Puts coupons back. `origin` says where the journal has them: 'lot' while only held (a hold is
 * no journal event), 'issued' once spent.
 */
export function returnCoupons(
  account: Account,
  {
    held,
    origin,
    at,
    rules,
  }: { held: readonly HeldCoupon[]; origin: 'lot' | 'issued'; at: number; rules: ReturnRules },
): Returned {
  const start: Returned = { account, moves: [] };
  return held.reduce((so, part) => returnOne(so, { part, origin, at, rules }), start);
}

function returnOne(
  { account, moves }: Returned,
  {
    part,
    origin,
    at,
    rules,
  }: { part: HeldCoupon; origin: 'lot' | 'issued'; at: number; rules: ReturnRules },
): Returned {
  const lot = names.couponsOf(account.id, part.lot.id);
  const from = origin === 'lot' ? lot : names.COUPONS_ISSUED;
  const offsetFen = smaller(part.amountFen, account.offsetFen);
  const lotFen = subtract(part.amountFen, offsetFen);
  const back = { part: part.lot, amountFen: lotFen, at, days: rules.returnedLotDays };
  return {
    account: {
      ...account,
      offsetFen: subtract(account.offsetFen, offsetFen),
      lots: lotFen > 0 ? giveBackToLot(account.lots, back) : account.lots,
    },
    moves: [
      ...moves,
      ...moveCoupons({ from, to: names.offsetOf(account.id) }, offsetFen),
      ...moveFen({ from: names.DIVIDEND_COMMITTED, to: names.DIVIDEND_FREE }, offsetFen),
      ...(origin === 'issued' ? moveCoupons({ from, to: lot }, lotFen) : []),
    ],
  };
}
