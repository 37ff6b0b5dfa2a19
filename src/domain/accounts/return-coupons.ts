// Held or spent coupons on their way back into a wallet: an open offset takes those of the dividend
// fund first.
import { freeCover } from '../coupons/cover';
import { giveBackToLot, isInWallet, isOfItsTime, takenFrom } from '../coupons/lot';
import { moveCoupons, type Move } from '../journal/entry';
import * as names from '../journal/names';
import { NO_FEN, smaller, subtract, type Fen } from '../money/amounts';
import type { HeldCoupon } from '../orders/order';
import type { Account } from './account';

export interface ReturnRules {
  /** A coupon that expired while it was held or spent lives this many days more; held, once. */
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
  return held
    .filter(({ lot }) => isInWallet(lot))
    .reduce((so, part) => returnOne(so, { part, origin, at, rules }), start);
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
  const { lot } = part;
  const backFen = origin === 'issued' ? broughtBack(part, at) : takenFrom(lot, part.amountFen);
  const wallet = names.couponsOf(account.id, lot);
  const from = origin === 'lot' ? wallet : names.issuedOf(lot);
  // An offset is of coupons that the dividend fund has paid for, so only such repay it.
  const offsetFen = lot.fundedBy === 'dividend' ? smaller(backFen, account.offsetFen) : NO_FEN;
  const lotFen = subtract(backFen, offsetFen);
  // Held over and over, it would never end.
  const isHeldAgain = origin === 'lot' && lot.returnedAt !== undefined;
  const days = isHeldAgain ? 0 : rules.returnedLotDays;
  const back = { part: lot, amountFen: lotFen, at, days };
  return {
    account: {
      ...account,
      offsetFen: subtract(account.offsetFen, offsetFen),
      lots: lotFen > 0 ? giveBackToLot(account.lots, back) : account.lots,
    },
    moves: [
      ...moves,
      ...moveCoupons({ from, to: names.offsetOf(account.id) }, offsetFen),
      ...freeCover(lot, offsetFen),
      ...(origin === 'issued' ? moveCoupons({ from, to: wallet }, lotFen) : []),
    ],
  };
}

/**
 * An offer comes back whole. One that has expired meanwhile, or had come back after its end before,
 * comes back worth what is paid back for it at the same time, since its campaign may have closed.
 */
function broughtBack({ lot, amountFen }: HeldCoupon, at: number): Fen {
  return isOfItsTime(lot, at) ? takenFrom(lot, amountFen) : amountFen;
}
