// What stands behind advances: free cover of the dividend fund, set aside by its fold before anybody
// takes any of it (A15).
import {
  add,
  fen,
  NO_FEN,
  negate,
  shareOf,
  smaller,
  subtract,
  type BasisPoints,
  type Fen,
} from '../money/amounts';
import { invariant } from '../result';

export interface AdvanceRules {
  /** Off: nobody takes a new one, and open ones are repaid by releases as before. */
  readonly isOpen: boolean;
  /** An account's advance against what it received in the last `receivedDays`, basis points. */
  readonly limitBps: BasisPoints;
  readonly receivedDays: number;
  /** Points younger than this count nothing. */
  readonly pointsAgeDays: number;
  /** Set aside at most, and at most this part of the free fund. */
  readonly budgetFen: Fen;
  readonly budgetBps: BasisPoints;
}

export function checkAdvance(rules: AdvanceRules): AdvanceRules {
  invariant(rules.budgetFen >= 0 && rules.budgetBps <= 10_000, 'advances have a budget');
  invariant(rules.limitBps >= 0 && rules.receivedDays > 0, 'an advance has a limit');
  invariant(rules.pointsAgeDays >= 0, 'points have an age');
  return rules;
}

/**
 * How much moves from free to the advances' budget; negative: back. It is filled up once half of it
 * is gone, so that not every run writes an entry.
 */
export function advanceFill({
  freeFen,
  availableFen,
  rules,
}: {
  freeFen: Fen;
  availableFen: Fen;
  rules: AdvanceRules;
}): Fen {
  if (!rules.isOpen) return negate(availableFen);
  const target = smaller(rules.budgetFen, shareOf(add(freeFen, availableFen), rules.budgetBps));
  const missing = subtract(target, availableFen);
  const isLow = fen(availableFen * 2) <= target;
  return isLow && missing > 0 ? smaller(missing, freeFen) : NO_FEN;
}
