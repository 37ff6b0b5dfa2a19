// One person's or shop's account by the rules alone: what it has earned that still stands, and what
// every period released on it. It is played in the order in which the journal was committed.
import type { DividendDocument } from './documents';
import { least, most, PPB } from './numbers';

interface Earning {
  readonly effectiveAt: number;
  readonly points: bigint;
}

/** What one period gives on points: `uncapped` uses up cover, `amount` reaches the account. */
export interface Release {
  readonly period: number;
  readonly eligible: bigint;
  readonly uncapped: bigint;
  readonly amount: bigint;
}

export class Holder {
  readonly earnings = new Map<string, Earning>();
  /** The last period of which the journal or the account has told. */
  settled = 0;

  constructor(
    private readonly dividends: readonly DividendDocument[],
    private readonly capMultiple: number,
  ) {}

  earn(orderId: string, earning: Earning): void {
    if (earning.points > 0n) this.earnings.set(orderId, earning);
  }

  /** Points of an order leave. @returns what had been released on them */
  takeBack(orderId: string, points: bigint): bigint {
    const earning = this.earnings.get(orderId);
    if (earning === undefined || points === 0n) return 0n;
    const before = this.received();
    const left = earning.points - points;
    if (left === 0n) this.earnings.delete(orderId);
    else this.earnings.set(orderId, { ...earning, points: left });
    return before - this.received();
  }

  /** All points that stand, and those of them that take effect up to an instant. */
  points(until = Infinity): bigint {
    let sum = 0n;
    for (const { effectiveAt, points } of this.earnings.values()) {
      if (effectiveAt <= until) sum += points;
    }
    return sum;
  }

  /** floor(eligible × rate / 10⁹) of each period, cut so that all of it is ≤ cap × eligible. */
  releases(through = this.settled): Release[] {
    const ordered = [...this.earnings.values()].sort((a, b) => a.effectiveAt - b.effectiveAt);
    let [next, eligible, received] = [0, 0n, 0n];
    return this.dividends.slice(0, through).map(({ period, cut, rate }) => {
      for (let e = ordered[next]; e !== undefined && e.effectiveAt <= cut; e = ordered[next]) {
        eligible += e.points;
        next += 1;
      }
      const uncapped = (eligible * BigInt(rate)) / PPB;
      const room = most(0n, BigInt(this.capMultiple) * eligible - received);
      const amount = least(uncapped, room);
      received += amount;
      return { period, eligible, uncapped, amount };
    });
  }

  received(): bigint {
    return this.releases().reduce((sum, { amount }) => sum + amount, 0n);
  }

  /**
   * A period that gives nothing leaves no entry, nor does one whose coupons had expired before it
   * was settled. @returns the first period up to `through` that should have left one
   */
  settleSilently(through: number, at: number): number | undefined {
    if (through <= this.settled) return undefined;
    const silent = this.#silentThrough(at);
    this.settled = Math.min(through, silent);
    return silent < through ? silent + 1 : undefined;
  }

  /** Passes all periods that leave no entry, as whoever touches the account does first. */
  passSilent(at: number): void {
    this.settled = this.#silentThrough(at);
  }

  #silentThrough(at: number): number {
    const open = this.releases(this.dividends.length).slice(this.settled);
    const told = open.find(({ period, uncapped }) => {
      const expiresAt = this.dividends[period - 1]?.expiresAt ?? Infinity;
      return uncapped > 0n && expiresAt > at;
    });
    return told === undefined ? this.dividends.length : told.period - 1;
  }
}
