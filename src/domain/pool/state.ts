// pool/state: the fold of the whole journal, with one writer.
import type { Owed } from '../journal/names';
import { NO_FEN, NO_POINTS, type Centipoints, type Fen } from '../money/amounts';

/** Where a pass over the journal stands: after the entry of this time and id. */
export interface ReadPosition {
  readonly time: number;
  readonly id: string;
}

/** Cover of a period that nobody has collected yet. */
export interface Uncollected {
  readonly period: number;
  readonly amountFen: Fen;
  readonly expiresAt: number;
}

export interface PoolState {
  /** Everything with `at` and with `effectiveAt` up to this instant (ms) is in here. */
  readonly cursor: number;
  readonly reading: { readonly at: ReadPosition; readonly effectiveAt: ReadPosition };
  /** The last dividend declared, 0 before the first. */
  readonly period: number;
  /** Points at which the next dividend is due. */
  readonly nextThreshold: Centipoints;
  /** All points in effect. */
  readonly points: Centipoints;
  readonly balances: {
    readonly pendingFen: Fen;
    readonly freeFen: Fen;
    readonly committedFen: Fen;
    /** What the platform has earned and not put aside for campaigns. */
    readonly platformFen: Fen;
    /** Set aside for advances that nobody has taken yet. */
    readonly advanceFen: Fen;
    /** Coupons out: lots and holds together. */
    readonly couponsFen: Fen;
  };
  readonly uncollected: readonly Uncollected[];
  /** What the fund owes for refunds, oldest first. */
  readonly owed: readonly Owed[];
}

const START: ReadPosition = { time: 0, id: '' };

export function emptyPool(firstThreshold: Centipoints): PoolState {
  return {
    cursor: 0,
    reading: { at: START, effectiveAt: START },
    period: 0,
    nextThreshold: firstThreshold,
    points: NO_POINTS,
    balances: {
      pendingFen: NO_FEN,
      freeFen: NO_FEN,
      committedFen: NO_FEN,
      platformFen: NO_FEN,
      advanceFen: NO_FEN,
      couponsFen: NO_FEN,
    },
    uncollected: [],
    owed: [],
  };
}
