// How wrong the clocks of function instances are on a bad day.
import type { FaultDay } from './day';

export class ClockSkew {
  readonly #drawn = new Map<string, number>();
  #dayNumber = 0;

  constructor(private readonly day: FaultDay) {}

  /** @returns milliseconds to add to the clock of a function's n-th instance, the same all day */
  ms(functionName: string, instance: number): number {
    if (this.#dayNumber !== this.day.number) this.#drawn.clear();
    this.#dayNumber = this.day.number;
    const stream = `${functionName} instance ${instance}`;
    const known = this.#drawn.get(stream);
    if (known !== undefined) return known;
    const strike = this.day.strike('clock-skew', { action: 'instance', stream, functionName });
    const ms = strike ? Math.round((strike.chance * 2 - 1) * strike.seconds * 1000) : 0;
    this.#drawn.set(stream, ms);
    return ms;
  }
}
