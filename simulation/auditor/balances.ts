// Balances of journal accounts: what moved to a name less what moved from it.
import type { MoveDocument } from './documents';

export class Balances {
  readonly #amounts = new Map<string, bigint>();

  static of(moves: readonly MoveDocument[]): Balances {
    const balances = new Balances();
    balances.apply(moves);
    return balances;
  }

  apply(moves: readonly MoveDocument[]): void {
    for (const { from, to, amount } of moves) {
      this.add(from, -BigInt(amount));
      this.add(to, BigInt(amount));
    }
  }

  add(name: string, amount: bigint): void {
    this.#amounts.set(name, this.get(name) + amount);
  }

  /** Moves an amount, which may be negative or 0. */
  move(from: string, to: string, amount: bigint): void {
    this.add(from, -amount);
    this.add(to, amount);
  }

  get(name: string): bigint {
    return this.#amounts.get(name) ?? 0n;
  }

  /** All balances whose name begins so, together. */
  sum(prefix: string): bigint {
    let sum = 0n;
    for (const [name, amount] of this.#amounts) if (name.startsWith(prefix)) sum += amount;
    return sum;
  }

  /** Names with a balance that is not 0, sorted. */
  names(prefix = ''): string[] {
    return [...this.#amounts]
      .filter(([name, amount]) => amount !== 0n && name.startsWith(prefix))
      .map(([name]) => name)
      .sort();
  }

  /** Every name whose balance differs, with both. */
  differences(other: Balances): string[] {
    const names = new Set([...this.names(), ...other.names()]);
    return [...names]
      .filter((name) => this.get(name) !== other.get(name))
      .sort()
      .map((name) => `${name} ${this.get(name)} instead of ${other.get(name)}`);
  }
}
