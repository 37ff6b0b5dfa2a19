// Pay callbacks of a bad day: lost, late, doubled, after those of later orders.
import type { FaultDay, Site } from './day';

/** What a callback is about; `attempt` counts from 0. */
interface DueCallback {
  readonly prepayId: string;
  readonly outTradeNo: string;
  readonly functionName: string;
  readonly attempt: number;
}

export class CallbackFaults {
  /** Callbacks that were put off once, so that they are not put off for ever. */
  readonly #putOff = new Set<string>();
  /** From out_trade_no to prepay id. */
  readonly #overtakable = new Map<string, string>();
  readonly #sentAgain = new Map<string, number | undefined>();

  constructor(private readonly day: FaultDay) {}

  /** Seconds by which this attempt is put off; nothing when it comes now. */
  putOff(due: DueCallback): number | undefined {
    if (this.day.isQuiet) return undefined;
    const name = `${due.outTradeNo} ${due.attempt}`;
    if (this.#putOff.has(name)) return undefined;
    this.#putOff.add(name);
    const late = this.day.strike('callback-late', siteOf(due));
    if (late) return late.seconds;
    const overtaken = this.day.strike('callback-out-of-order', siteOf(due));
    if (overtaken) this.#overtakable.set(due.outTradeNo, due.prepayId);
    return overtaken?.seconds;
  }

  isLost(due: DueCallback): boolean {
    return this.day.strike('callback-lost', siteOf(due)) !== undefined;
  }

  /** Sends the callback, or sends it twice at once. @returns what the first one returned */
  async send<T>(due: DueCallback, send: () => Promise<T>): Promise<T> {
    const doubled = this.day.strike('callback-doubled', siteOf(due));
    const laterSeconds = doubled?.rule.seconds;
    if (laterSeconds !== undefined && !this.#sentAgain.has(due.outTradeNo)) {
      this.#sentAgain.set(due.outTradeNo, laterSeconds);
    }
    if (!doubled || laterSeconds !== undefined) return send();
    // WeChat looks at one answer; what became of the other is in the log of the function.
    const [first] = await Promise.allSettled([send(), send()]);
    if (first.status === 'rejected') throw first.reason;
    return first.value;
  }

  /** Seconds after which a callback that was confirmed is sent again, once an order. */
  sendsAgainAfter({ outTradeNo }: DueCallback): number | undefined {
    const seconds = this.#sentAgain.get(outTradeNo);
    this.#sentAgain.set(outTradeNo, undefined);
    return seconds;
  }

  /** Orders whose callbacks were to come after this one's, and now may. */
  overtakenBy({ outTradeNo }: DueCallback): string[] {
    const others = [...this.#overtakable].filter(([number]) => number !== outTradeNo);
    for (const [number] of others) this.#overtakable.delete(number);
    return others.map(([, prepayId]) => prepayId);
  }
}

function siteOf({ outTradeNo, functionName }: DueCallback): Site {
  return { action: 'callback', stream: outTradeNo, functionName };
}
