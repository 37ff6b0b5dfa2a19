// What stands behind a lot, and what becomes of it when the lot is given up.
import { moveCoupons, moveFen, type Move } from '../journal/entry';
import * as names from '../journal/names';
import { NO_FEN, smaller, subtract, type Fen } from '../money/amounts';
import { invariant } from '../result';
import type { Lot } from './lot';

export interface Cover {
  /** Pays the shop that takes the lot. */
  readonly committed: names.AccountName;
  /** Where the cover goes when the lot is given up; a campaign's budget stays where it is. */
  readonly free: names.AccountName;
}

/** Nothing stands behind what a shop bears itself. */
export function coverBehind({ id, fundedBy, campaignId }: Lot): Cover | undefined {
  switch (fundedBy) {
    case 'dividend':
      return { committed: names.DIVIDEND_COMMITTED, free: names.DIVIDEND_FREE };
    case 'fan':
      return { committed: names.FAN_COMMITTED, free: names.FAN_FREE };
    case 'activity':
    case 'issuer': {
      invariant(campaignId !== undefined, `${id} has a campaign`);
      const fund = names.activityFund(campaignId);
      return { committed: fund, free: fund };
    }
    case 'acceptor':
      return undefined;
  }
}

/** Cover of a lot that is no longer needed. */
export function freeCover(lot: Lot, amountFen: Fen): Move[] {
  const cover = coverBehind(lot);
  if (cover === undefined || cover.committed === cover.free) return [];
  return moveFen({ from: cover.committed, to: cover.free }, amountFen);
}

/** Gives lots up one after another; they have left the account's list already. */
export function giveUpLots<A extends Holder>(
  account: A,
  lots: readonly Lot[],
): { account: A; moves: Move[] } {
  return lots.reduce<{ account: A; moves: Move[] }>(
    (so, lot) => {
      const given = giveUpLot(so.account, lot);
      return { account: given.account, moves: [...so.moves, ...given.moves] };
    },
    { account, moves: [] },
  );
}

interface Holder {
  readonly id: string;
  readonly advanceFen: Fen;
}

/**
 * What is left of a lot goes back to its fund. Coupons that were advanced repay the advance, so that
 * nobody owes for what was never spent.
 */
function giveUpLot<A extends Holder>(account: A, lot: Lot): { account: A; moves: Move[] } {
  const from = names.couponsOf(account.id, lot);
  const repaidFen = lot.source === 'advance' ? smaller(lot.balanceFen, account.advanceFen) : NO_FEN;
  const advanceFen = subtract(account.advanceFen, repaidFen);
  return {
    account: { ...account, advanceFen },
    moves: [
      ...moveCoupons({ from, to: names.advanceOf(account.id) }, repaidFen),
      ...moveCoupons({ from, to: names.issuedOf(lot) }, subtract(lot.balanceFen, repaidFen)),
      ...freeCover(lot, lot.balanceFen),
    ],
  };
}
