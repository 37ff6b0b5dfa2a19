// Everything random of a simulation, from one seed: the same name gives the same numbers.
import { createHash } from 'node:crypto';

export class Chance {
  #state: number;

  constructor(private readonly name: string) {
    this.#state = createHash('sha256').update(name).digest().readUInt32BE(0);
  }

  /** A chance of its own, so that what one step draws does not change the next. */
  of(name: string): Chance {
    return new Chance(`${this.name}/${name}`);
  }

  /** From 0 to below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** A whole number from `least` to `most`, small ones more often: each digit is as likely. */
  size(least: number, most: number): number {
    return Math.round(least * (most / least) ** this.next());
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    const picked = list[Math.floor(this.next() * list.length)];
    if (picked === undefined) throw new Error(`${this.name}: nothing to pick from`);
    return picked;
  }

  /** One of a list, as often as its weight says. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T {
    let left = this.next() * list.reduce((sum, { weight }) => sum + weight, 0);
    for (const each of list) {
      left -= each.weight;
      if (left < 0) return each;
    }
    return this.pick(list);
  }
}
