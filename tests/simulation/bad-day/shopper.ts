// A person of a bad day: quotes, places, pays and asks again as the app does, until an answer comes
// or patience ends. What was left open is taken up at the next visit.
import type { CouponUse, OrderView } from '../../../src/contracts/values';
import type { CloudClient } from '../../support/cloud-client';

/** One bill at a counter. */
export interface Visit {
  /** The same for every repeat of the bill. */
  readonly requestId: string;
  readonly openid: string;
  readonly merchantCode: string;
  readonly amountFen: number;
  readonly wish: Wish;
}

export const wishes = [
  'pay',
  /** Pays, and the phone does not hear of it. */
  'pay-without-reply',
  /** Closes WeChat's window, thinks again, and pays. */
  'hesitate',
  /** Closes the window and gives the order up. */
  'give-up',
  /** Gives the order up, and pays in the window that was still open. */
  'pay-after-giving-up',
  /** Leaves the order as it is. */
  'leave',
] as const;
type Wish = (typeof wishes)[number];

type Offered = { readonly order: OrderView; readonly prepayId: string | undefined };
type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: string } };

/** As many tries as the app makes. */
const TRIES = 3;

export class Shopper {
  constructor(private readonly cloud: CloudClient) {}

  /** @returns whether the visit has ended; one that has not is tried again, as the same request */
  async visit(visit: Visit): Promise<boolean> {
    const placed = await this.#place(visit);
    if (placed === undefined) return false;
    const { order, prepayId } = placed;
    if (prepayId === undefined) return true;
    await this.#act(visit, { orderId: order.id, prepayId });
    await this.#asked(() =>
      this.cloud.callAs(visit.openid)('orders', 'get', { orderId: order.id, confirm: true }),
    );
    return true;
  }

  async #place({
    openid,
    requestId,
    merchantCode,
    amountFen,
  }: Visit): Promise<Offered | undefined> {
    const call = this.cloud.callAs(openid);
    const quote = await this.#asked(() => call('orders', 'quote', { merchantCode, amountFen }));
    const uses: CouponUse[] = quote?.ok === true ? [...quote.value.uses] : [];
    const bill = { requestId, merchantCode, amountFen };
    const placed = await this.#asked(() => call('orders', 'place', { ...bill, uses }));
    if (placed?.ok === true) {
      return { order: placed.value.order, prepayId: placed.value.payment?.prepayId };
    }
    // The bill was placed before with other coupons, or they are gone: it is as the list says.
    return undefined;
  }

  async #act(
    { openid, wish }: Visit,
    { orderId, prepayId }: { orderId: string; prepayId: string },
  ): Promise<void> {
    const call = this.cloud.callAs(openid);
    const pay = (outcome: 'pay' | 'pay-lose-reply' | 'cancel', window = prepayId) =>
      this.cloud.pay({ openid, prepayId: window, outcome });
    switch (wish) {
      case 'pay':
        return pay('pay');
      case 'pay-without-reply':
        return pay('pay-lose-reply');
      case 'hesitate': {
        await pay('cancel');
        const again = await this.#asked(() => call('orders', 'pay', { orderId }));
        const window = again?.ok === true ? again.value.payment?.prepayId : undefined;
        if (window !== undefined) await pay('pay', window);
        return;
      }
      case 'give-up':
      case 'pay-after-giving-up':
        await pay('cancel');
        await this.#asked(() => call('orders', 'cancel', { orderId }));
        if (wish === 'pay-after-giving-up') await pay('pay');
        return;
      case 'leave':
        return;
    }
  }

  /** The answer; nothing when none came, however often it was asked for. */
  async #asked<T>(ask: () => Promise<Answered<T>>): Promise<Answered<T> | undefined> {
    for (let time = 0; time < TRIES; time += 1) {
      const answer = await ask().catch(() => undefined);
      const isAnswer = answer !== undefined && (answer.ok || !isPassing(answer.error.code));
      if (isAnswer) return answer;
    }
    return undefined;
  }
}

function isPassing(code: string): boolean {
  return code === 'busy' || code === 'internal';
}
