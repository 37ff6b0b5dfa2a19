// Coupons before their dividend (先用券, A15): within what the account holds and has received, and
// within what is set aside. The next releases repay them; there is no other debt, and no price.
import type { Account } from '../accounts/account';
import type { AccountRules } from '../accounts/settle';
import { fundLot, lotExpiry, putIntoLots, type BalanceLot } from '../coupons/lot';
import { journalEntry, moveCoupons, moveFen, type JournalEntry } from '../journal/entry';
import * as names from '../journal/names';
import {
  add,
  atLeastZero,
  ceilingOf,
  NO_FEN,
  NO_POINTS,
  shareOf,
  smaller,
  subtract,
  totalFen,
  type Centipoints,
  type Fen,
} from '../money/amounts';
import { fail, succeed, type Result } from '../result';
import { DAY } from '../time';
import type { AdvanceRules } from './budget';

export interface AdvanceTerms extends AccountRules {
  readonly advance: AdvanceRules;
  readonly lotValidMonths: number;
}

/** Why an advance ends where it does: what a page can show. */
export interface AdvanceLimit {
  readonly isOpen: boolean;
  /** What may be taken now: the smallest of the three below, 0 while switched off. */
  readonly limitFen: Fen;
  /** 5 × points that are old enough, less what was received and advanced. */
  readonly underCapFen: Fen;
  /** A part of what was received lately, less what is advanced already. */
  readonly byReceivedFen: Fen;
  /** What is left of the budget. */
  readonly availableFen: Fen;
}

/** What a settled account may take; `availableFen` is pool/advance. */
export function advanceLimit(
  account: Account,
  { availableFen, at, terms }: { availableFen: Fen; at: number; terms: AdvanceTerms },
): AdvanceLimit {
  const { advance, capMultiple } = terms;
  const ceiling = ceilingOf(pointsOfAge(account, at - advance.pointsAgeDays * DAY), capMultiple);
  const taken = add(account.receivedFen, account.advanceFen);
  const underCapFen = atLeastZero(subtract(ceiling, taken));
  const lately = account.history.filter(
    ({ declaredAt }) => declaredAt > at - advance.receivedDays * DAY,
  );
  const receivedFen = totalFen(lately.map(({ amountFen }) => amountFen));
  const byReceivedFen = atLeastZero(
    subtract(shareOf(receivedFen, advance.limitBps), account.advanceFen),
  );
  const limitFen = advance.isOpen
    ? smaller(availableFen, smaller(underCapFen, byReceivedFen))
    : NO_FEN;
  return { isOpen: advance.isOpen, limitFen, underCapFen, byReceivedFen, availableFen };
}

/** Points of which the account's own periods show that it held them by then, and still does. */
function pointsOfAge({ points, history }: Account, instant: number): Centipoints {
  const before = history.filter(({ cut }) => cut <= instant);
  const eligible = before[before.length - 1]?.eligible ?? NO_POINTS;
  return eligible < points ? eligible : points;
}

export type AdvanceError =
  | { readonly code: 'advance-closed' }
  | { readonly code: 'advance-exceeds-limit'; readonly limitFen: Fen };

export interface Advance {
  readonly account: Account;
  readonly availableFen: Fen;
  readonly lot: BalanceLot;
  readonly entry: JournalEntry;
}

/** Grants an advance: coupons into the wallet, cover out of the budget, and the account owes it. */
export function grantAdvance(
  account: Account,
  {
    amountFen,
    requestId,
    availableFen,
    at,
    terms,
  }: { amountFen: Fen; requestId: string; availableFen: Fen; at: number; terms: AdvanceTerms },
): Result<Advance, AdvanceError> {
  const { isOpen, limitFen } = advanceLimit(account, { availableFen, at, terms });
  if (!isOpen) return fail({ code: 'advance-closed' });
  if (amountFen < 1 || amountFen > limitFen) {
    return fail({ code: 'advance-exceeds-limit', limitFen });
  }
  const expiresAt = lotExpiry(at, terms.lotValidMonths);
  const lot = fundLot({ source: 'advance', amountFen, startsAt: at, expiresAt });
  const entry = journalEntry({
    ...{ id: `${account.id}:advance:${requestId}`, kind: 'advance', at, effectiveAt: at },
    payer: account.id,
    moves: [
      ...moveCoupons(
        { from: names.advanceOf(account.id), to: names.couponsOf(account.id, lot) },
        amountFen,
      ),
      ...moveFen({ from: names.DIVIDEND_ADVANCE, to: names.DIVIDEND_COMMITTED }, amountFen),
    ],
    matures: [],
  });
  return succeed({
    account: {
      ...account,
      advanceFen: add(account.advanceFen, amountFen),
      lots: putIntoLots(account.lots, lot),
    },
    availableFen: subtract(availableFen, amountFen),
    lot,
    entry,
  });
}
