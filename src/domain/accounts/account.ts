// An account: points and coupons of a person or a shop. It is settled when it is touched.
import type { Lot } from '../coupons/lot';
import type { FanLock, EntryVisit } from '../fans/fan';
import { NO_FEN, NO_POINTS, type Centipoints, type Fen, type Ppb } from '../money/amounts';
import type { ReadPosition } from '../pool/state';

/** An earning that is not yet part of `points`. */
export interface Maturing {
  readonly effectiveAt: number;
  readonly points: Centipoints;
  readonly orderId: string;
}

/** How often an account has claimed of a campaign; kept until the campaign ends. */
export interface ClaimCount {
  readonly campaignId: string;
  readonly count: number;
  readonly endsAt: number;
}

/** What one period gave to this account, with all that is needed to compute it again. */
export interface PeriodShare {
  readonly period: number;
  readonly cut: number;
  readonly declaredAt: number;
  readonly expiresAt: number;
  readonly rate: Ppb;
  readonly tableRate: Ppb;
  readonly eligible: Centipoints;
  /** What was released: floor(eligible × rate / 10⁹) under the cap. */
  readonly amountFen: Fen;
  readonly isCapped: boolean;
  /** Part of the amount that repaid an offset. */
  readonly offsetFen: Fen;
  /** Part of it that repaid an advance. */
  readonly advanceFen: Fen;
}

export interface Account {
  /** `u-…` of a person, `m-…` of a shop. */
  readonly id: string;
  readonly points: Centipoints;
  readonly maturing: readonly Maturing[];
  /** The last period that this account has settled. */
  readonly period: number;
  /** All that was ever released, also what repaid an offset or has expired. */
  readonly receivedFen: Fen;
  /** Taken from the next releases, since a refund could not take it back. */
  readonly offsetFen: Fen;
  /** Coupons taken before their dividend, and not repaid yet; the next releases repay it. */
  readonly advanceFen: Fen;
  readonly lots: readonly Lot[];
  readonly history: readonly PeriodShare[];
  readonly heldFen: Fen;
  readonly savedFen: Fen;
  readonly paidOrders: number;
  /** How often it has claimed of campaigns that still run. */
  readonly claims?: readonly ClaimCount[];
  /** Whose fan its person is; `left` once the person has said no. */
  readonly fan?: FanLock;
  /** The shop whose entry code it came through last. */
  readonly entry?: EntryVisit;
  /** When its person left and it began anew (ms); orders paid until then are not its own. */
  readonly since?: number;
  /** What was open then and stayed. */
  readonly carried?: { readonly offsetFen: Fen; readonly advanceFen: Fen };
  readonly lastPaid?: { readonly merchantId: string; readonly amountFen: Fen; readonly at: number };
}

/** A shop's account also says how far it has read its own journal entries. */
export interface MerchantAccount extends Account {
  readonly reading: ReadPosition;
  /** Earnings that a refund undid before this account had read them. */
  readonly cancelled: readonly { readonly orderId: string; readonly points: Centipoints }[];
  /** Fan rewards that a refund undid before this account had read them. */
  readonly cancelledRewards: readonly { readonly orderId: string; readonly amountFen: Fen }[];
  /** Taken from the next fan rewards, since a refund could not take it back. */
  readonly fanOffsetFen: Fen;
}

/** A new account starts at the pool's period: nothing before it is its own. */
export function newAccount({ id, period }: { id: string; period: number }): Account {
  return {
    id,
    points: NO_POINTS,
    maturing: [],
    period,
    receivedFen: NO_FEN,
    offsetFen: NO_FEN,
    advanceFen: NO_FEN,
    lots: [],
    history: [],
    heldFen: NO_FEN,
    savedFen: NO_FEN,
    paidOrders: 0,
  };
}

/** A shop's account reads its journal from the beginning, so it starts before the first period. */
export function newMerchantAccount(id: string): MerchantAccount {
  return {
    ...newAccount({ id, period: 0 }),
    reading: { time: 0, id: '' },
    cancelled: [],
    cancelledRewards: [],
    fanOffsetFen: NO_FEN,
  };
}

/**
 * Now (ms), or where a clock is behind, right after what this account has done: its payments stand
 * in the order in which they are posted and it leaves after them, again after it began anew. By
 * `paidAt` and `since` one knows whose an order is.
 */
export function afterItsOwn({ since = -1, lastPaid }: Account, now: number): number {
  return Math.max(now, since + 1, lastPaid?.at ?? 0);
}
