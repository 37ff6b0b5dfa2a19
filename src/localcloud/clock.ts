// The cloud's clock: the machine's, or a moved one that stands still until it is moved again.

export class CloudClock {
  #fixedMs: number | undefined;
  readonly #listeners: (() => Promise<void>)[] = [];

  /** @param startIso where a moved clock starts; without it the clock is real */
  constructor(startIso?: string) {
    if (startIso !== undefined) this.#fixedMs = parseMoment(startIso);
  }

  get nowMs(): number {
    return this.#fixedMs ?? Date.now();
  }

  get isMoved(): boolean {
    return this.#fixedMs !== undefined;
  }

  /** The moment at which a moved clock stands; nothing while the clock is real. */
  get fixedMs(): number | undefined {
    return this.#fixedMs;
  }

  /**
   * From here on the clock stands at this moment.
   * @returns when everything has ended that the move has set off, such as timers
   * @throws RangeError when it is no moment
   */
  async set(iso: string): Promise<void> {
    await this.#moveTo(parseMoment(iso));
  }

  /** Moves the clock forwards (or back) and lets it stand there; see `set`. */
  async advance(seconds: number): Promise<void> {
    if (!Number.isFinite(seconds)) throw new RangeError('the clock moves by seconds');
    await this.#moveTo(this.nowMs + seconds * 1000);
  }

  /** Calls back whenever the clock has been moved. */
  onMove(listener: () => Promise<void>): void {
    this.#listeners.push(listener);
  }

  async #moveTo(ms: number): Promise<void> {
    this.#fixedMs = ms;
    await Promise.all(this.#listeners.map((listener) => listener()));
  }
}

function parseMoment(iso: string): number {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new RangeError(`no ISO moment: ${iso}`);
  return ms;
}
