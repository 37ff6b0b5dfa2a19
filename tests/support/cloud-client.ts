// Talks to a running local cloud as clients, WeChat Pay's window and the cloud's operator do.
import { randomUUID } from 'node:crypto';
import type { accountContract } from '../../src/contracts/account';
import type { campaignsContract } from '../../src/contracts/campaigns';
import type { ActionName, Answer, Input } from '../../src/contracts/contract';
import type { merchantContract } from '../../src/contracts/merchant';
import type { messagesContract } from '../../src/contracts/messages';
import type { nearbyContract } from '../../src/contracts/nearby';
import type { ordersContract } from '../../src/contracts/orders';
import type { CouponUse, OrderView } from '../../src/contracts/values';
import type { walletContract } from '../../src/contracts/wallet';
import type { FaultRule } from '../../src/localcloud';
import { fetchJson, fetchText } from './http';
import { pollUntil } from './poll';

interface Contracts {
  readonly account: typeof accountContract;
  readonly campaigns: typeof campaignsContract;
  readonly merchant: typeof merchantContract;
  readonly messages: typeof messagesContract;
  readonly nearby: typeof nearbyContract;
  readonly orders: typeof ordersContract;
  readonly wallet: typeof walletContract;
}

export interface SentMessage {
  readonly at: string;
  readonly kind: string;
  readonly openid: string;
  readonly content: {
    readonly templateId: string;
    readonly page: string;
    readonly data: Readonly<Record<string, string>>;
  };
}

/** Calls an action as one person: `call('orders', 'get', { orderId })`. */
export type Caller = <N extends keyof Contracts, A extends ActionName<Contracts[N]>>(
  name: N,
  action: A,
  input: Input<Contracts[N], A>,
) => Promise<Answer<Contracts[N], A>>;

export interface CloudAddress {
  readonly url: string;
  readonly admin: string;
  readonly env: string;
}

export class CloudClient {
  constructor(readonly address: CloudAddress) {}

  get url(): string {
    return this.address.url;
  }

  callAs(openid: string): Caller {
    return async <N extends keyof Contracts, A extends ActionName<Contracts[N]>>(
      name: N,
      action: A,
      input: Input<Contracts[N], A>,
    ) => {
      const reply = await this.send(openid, name, { action, input });
      if (!('result' in reply)) throw new Error(`${name} answered ${JSON.stringify(reply)}`);
      return reply.result as Answer<Contracts[N], A>;
    };
  }

  /** Sends any event to any function; answers with `{result}` or the cloud's error. */
  send(
    openid: string,
    name: string,
    event: unknown,
  ): Promise<{ result: unknown } | { errCode: number; errMsg: string }> {
    return fetchJson(`${this.url}/call/${name}`, {
      json: event,
      headers: { 'x-openid': openid },
    });
  }

  /** Pays in WeChat's payment window; the order is posted in the background. */
  async pay(options: {
    openid: string;
    prepayId: string;
    outcome?: 'pay' | 'cancel' | 'pay-lose-reply';
  }): Promise<void> {
    const { openid, prepayId, outcome = 'pay' } = options;
    await fetchText(`${this.url}/cashier/${prepayId}`, {
      json: { outcome },
      headers: { 'x-openid': openid },
    });
  }

  /**
   * A whole purchase at a counter, with the best coupons unless others are named; answers with
   * the completed order. The same requestId is the same purchase.
   */
  async buy(options: {
    openid: string;
    merchantCode: string;
    amountFen: number;
    uses?: CouponUse[];
    requestId?: string;
  }): Promise<OrderView> {
    const { openid, merchantCode, amountFen, requestId = randomUUID() } = options;
    const call = this.callAs(openid);
    const uses =
      options.uses ?? valueOf(await call('orders', 'quote', { merchantCode, amountFen })).uses;
    const { order, payment } = valueOf(
      await call('orders', 'place', { requestId, merchantCode, amountFen, uses }),
    );
    if (payment !== null) await this.pay({ openid, prepayId: payment.prepayId });
    return this.waitForOrder({ openid, orderId: order.id, state: 'completed' });
  }

  async waitForOrder(options: {
    openid: string;
    orderId: string;
    state: OrderView['state'];
  }): Promise<OrderView> {
    const { openid, orderId, state } = options;
    const call = this.callAs(openid);
    let order: OrderView | undefined;
    await pollUntil(
      async () => {
        order = valueOf(await call('orders', 'get', { orderId })).order;
        return order.state === state;
      },
      () => `order ${orderId} to be ${state}, it is ${String(order?.state)}`,
    );
    if (order === undefined) throw new Error(`no order ${orderId}`);
    return order;
  }

  runTimer(name: string): Promise<unknown> {
    return this.#control(`timers/${name}`, {});
  }

  /** Delivers the callback of a paid order again, many at once; answers what each returned. */
  async repeatCallback(prepayId: string, times: number): Promise<unknown[]> {
    const { results } = await this.#control<{ results: unknown[] }>(`callbacks/${prepayId}`, {
      times,
    });
    return results;
  }

  /** From now on WeChat's callbacks get lost on their way, until told otherwise. */
  async loseCallbacks(lost = true): Promise<void> {
    await this.#control('callbacks', { lost });
  }

  /** Moves the clock on until the fold may read what was just written, and runs the dividends. */
  async giveOutDividends(): Promise<void> {
    await this.advanceClock(5);
    await this.runTimer('dividends');
  }

  /** Makes a bad day of the cloud, or ends it. */
  async setFaults(rules: readonly FaultRule[]): Promise<void> {
    await this.#control('faults', { seed: 1, rules });
  }

  /** From here on the person takes so many of WeChat's messages of this template, and no more. */
  async allowMessages(options: {
    openid: string;
    templateId: string;
    times: number;
  }): Promise<void> {
    await this.#control('messages/allow', options);
  }

  /** What WeChat would have told people, in this order. */
  async sentMessages(): Promise<readonly SentMessage[]> {
    const { messages } = await fetchJson<{ messages: SentMessage[] }>(
      `${this.url}/control/messages`,
    );
    return messages.filter(({ kind }) => kind === 'subscribe');
  }

  async setClock(iso: string): Promise<void> {
    await this.#control('clock', { now: iso });
  }

  async advanceClock(seconds: number): Promise<void> {
    await this.#control('clock', { advanceSeconds: seconds });
  }

  #control<T>(path: string, body: unknown): Promise<T> {
    return fetchJson<T>(`${this.url}/control/${path}`, { json: body });
  }
}

/** The value of an answer that must be a good one. */
export function valueOf<T>(
  answer: { ok: true; value: T } | { ok: false; error: { code: string } },
): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
