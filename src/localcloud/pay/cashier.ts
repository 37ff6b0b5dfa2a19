// What WeChat's payment window does: a person pays or cancels, and the function is told, again and
// again with growing pauses, until it has confirmed. Due times lie on the cloud's clock.
import { randomBytes } from 'node:crypto';
import type { CloudClock } from '../clock';
import type { CallbackFaults } from '../faults/callback-faults';
import { type CallbackState, callbackEvent, type PayOrder, payTime } from './order';
import type { OrderStore } from './order-store';

/** Seconds before each repeat. Source: WeChat Pay's notification rule. */
const repeatSeconds = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600,
];

const longestPauseMs = 60_000;

interface CashierOptions {
  readonly orders: OrderStore;
  readonly clock: CloudClock;
  readonly appId: string;
  /** Invokes a function as the pay callback of an order. @returns its result as JSON */
  readonly invoke: (functionName: string, event: string, outTradeNo: string) => Promise<string>;
  readonly faults: CallbackFaults;
  readonly log: (line: string) => void;
}

type PayOutcome = 'paid' | 'already-paid' | 'closed';

export class Cashier {
  #wake: NodeJS.Timeout | undefined;
  readonly #delivering = new Map<string, Promise<void>>();
  #stopped = false;
  /** While true, callbacks count as attempted and never reach their function. */
  losesCallbacks = false;

  constructor(private readonly options: CashierOptions) {
    options.clock.onMove(() => this.#deliverDue());
  }

  /** Goes on with callbacks that were not confirmed when the cloud was last stopped. */
  start(): void {
    void this.#deliverDue();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#wake);
    await Promise.allSettled(this.#delivering.values());
  }

  order(prepayId: string): PayOrder | undefined {
    return this.options.orders.byPrepayId(prepayId);
  }

  /** @param loseFirst the first callback gets lost on its way, and the repeat comes 15 s later */
  pay(order: PayOrder, { loseFirst }: { loseFirst: boolean }): PayOutcome {
    const { orders, clock } = this.options;
    if (order.state === 'CLOSED') return 'closed';
    if (order.state !== 'NOTPAY') return 'already-paid';
    const now = clock.nowMs;
    const paid: PayOrder = {
      ...order,
      state: 'SUCCESS',
      transactionId: `4200${payTime(now)}${randomBytes(5).toString('hex')}`,
      paidMs: now,
      callback: loseFirst
        ? { attempts: 1, dueMs: now + (repeatSeconds[0] ?? 15) * 1000 }
        : { attempts: 0, dueMs: now },
    };
    orders.save(paid);
    if (loseFirst) this.#sleep();
    else void this.#deliverNow(paid);
    return 'paid';
  }

  /** Delivers the callback of a paid order once more, many at once. @returns what each returned */
  async repeat(order: PayOrder, times: number): Promise<unknown[]> {
    const event = JSON.stringify(callbackEvent(order, this.options.appId));
    const deliveries = Array.from({ length: times }, () =>
      this.options.invoke(order.functionName, event, order.outTradeNo),
    );
    return (await Promise.all(deliveries)).map((result) => JSON.parse(result) as unknown);
  }

  /** One order alone: among many payments at once, to look for all that is due costs their square. */
  async #deliverNow(order: PayOrder): Promise<void> {
    await this.#deliver(order);
    this.#sleep();
  }

  /**
   * Delivers what is due, never twice at once for an order, and waits for what is under way: one that
   * another has set off is due later, and must not begin before the clock moves and end behind it.
   */
  async #deliverDue(): Promise<void> {
    clearTimeout(this.#wake);
    for (;;) {
      for (const order of this.#due()) void this.#deliver(order);
      if (this.#delivering.size === 0) break;
      await Promise.all(this.#delivering.values());
    }
    this.#sleep();
  }

  #due(): PayOrder[] {
    const { orders, clock } = this.options;
    return this.#stopped ? [] : orders.dueCallbacks(clock.nowMs);
  }

  #deliver(order: PayOrder): Promise<void> {
    const running = this.#delivering.get(order.prepayId);
    if (running) return running;
    const delivery = this.#attempt(order).finally(() => {
      this.#delivering.delete(order.prepayId);
    });
    this.#delivering.set(order.prepayId, delivery);
    return delivery;
  }

  async #attempt(order: PayOrder): Promise<void> {
    const { orders, clock, faults, log } = this.options;
    const beganMs = clock.nowMs;
    const due = { ...order, attempt: order.callback?.attempts ?? 0 };
    const putOff = faults.putOff(due);
    if (putOff !== undefined) {
      this.#saveCallback(order, { attempts: due.attempt, dueMs: beganMs + putOff * 1000 });
      return;
    }
    const failure = await this.#send(order, due.attempt);
    const current = orders.byPrepayId(order.prepayId);
    if (!current?.callback || this.#stopped) return;
    if (failure === undefined) {
      const again = faults.sendsAgainAfter(due);
      const repeat = again !== undefined && { ...current.callback, dueMs: beganMs + again * 1000 };
      this.#saveCallback(current, repeat || undefined);
      await this.#deliverOvertaken(faults.overtakenBy(due));
      return;
    }
    const attempts = current.callback.attempts + 1;
    const pause = repeatSeconds[attempts - 1];
    const next = pause === undefined ? 'given up' : `repeated in ${pause} s`;
    log(`pay callback of ${order.outTradeNo} was not confirmed (${failure}), ${next}`);
    const callback = pause === undefined ? undefined : { attempts, dueMs: beganMs + pause * 1000 };
    this.#saveCallback(current, callback);
  }

  /** @returns why the function has not confirmed; nothing when it has */
  async #send(order: PayOrder, attempt: number): Promise<string | undefined> {
    const { appId, faults, invoke } = this.options;
    const due = { ...order, attempt };
    if (this.losesCallbacks || faults.isLost(due)) return 'it got lost';
    const event = JSON.stringify(callbackEvent(order, appId));
    const send = () => invoke(order.functionName, event, order.outTradeNo);
    return faults.send(due, send).then(unconfirmed, String);
  }

  #saveCallback(order: PayOrder, callback: CallbackState | undefined): void {
    this.options.orders.save({ ...order, callback });
  }

  /** One that is on its way already is left to itself: two that overtake each other would wait for ever. */
  async #deliverOvertaken(prepayIds: readonly string[]): Promise<void> {
    const waiting = prepayIds.filter((prepayId) => !this.#delivering.has(prepayId));
    const deliveries = waiting.flatMap((prepayId) => {
      const order = this.options.orders.byPrepayId(prepayId);
      return order?.callback ? [this.#deliver(order)] : [];
    });
    await Promise.all(deliveries);
  }

  #sleep(): void {
    clearTimeout(this.#wake);
    const { orders, clock } = this.options;
    if (this.#stopped || clock.isMoved) return;
    const dueMs = orders.nextDueMs();
    if (dueMs === undefined) return;
    const pause = Math.min(Math.max(dueMs - clock.nowMs, 10), longestPauseMs);
    this.#wake = setTimeout(() => void this.#deliverDue(), pause);
    this.#wake.unref();
  }
}

/** Why a result is no confirmation; nothing when it is one. */
function unconfirmed(result: string): string | undefined {
  const value = JSON.parse(result) as { errcode?: unknown } | null;
  return value?.errcode === 0 ? undefined : `it returned ${result.slice(0, 200)}`;
}
