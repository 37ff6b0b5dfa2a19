// A product cloud on data of its own, whose clock stands still, and people who buy there.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProductCloud } from '../scripts/cloud/product-cloud';
import type { ActionName, Answer, Input, Output } from '../src/contracts/contract';
import type { nearbyContract } from '../src/contracts/nearby';
import type { ordersContract } from '../src/contracts/orders';
import type { CouponUse } from '../src/contracts/values';
import type { walletContract } from '../src/contracts/wallet';
import type { Merchant } from '../src/domain/merchants/merchant';
import type { Result } from '../src/domain/result';
import type { LocalCloud } from '../src/localcloud';
import type { DividendRun } from '../src/usecases/dividends/run-dividends';
import { toDocument } from '../src/wxcloud/documents';
import { benchShop } from './shops';

interface Contracts {
  readonly nearby: typeof nearbyContract;
  readonly orders: typeof ordersContract;
  readonly wallet: typeof walletContract;
}

type TimerAnswer = Result<DividendRun, unknown>;
export type Placed = Output<typeof ordersContract, 'place'>;

/** Five seconds past a full minute: nothing moves the clock to where a timer would be due. */
export const BENCH_START = '2026-11-02T02:00:05.000Z';
/** Longer than the fold's lag under the demo's policy. */
const FOLD_SECONDS = 5;

export class BenchCloud {
  constructor(
    readonly cloud: LocalCloud,
    private readonly dataDir: string,
  ) {}

  /** Calls an action as a person; throws when it is refused. */
  async call<N extends keyof Contracts, A extends ActionName<Contracts[N]>>(
    openid: string,
    name: N,
    { action, input }: { action: A; input: Input<Contracts[N], A> },
  ): Promise<Output<Contracts[N], A>> {
    const event = { action, input };
    const answer = (await this.cloud.call(name, event, { openid })) as Answer<Contracts[N], A>;
    if (!answer.ok) throw new Error(`${name}.${action}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  }

  /** The coupons that the best use of a bill takes. */
  async quote(openid: string, amountFen: number): Promise<readonly CouponUse[]> {
    const input = { merchantCode: benchShop.code, amountFen };
    return (await this.call(openid, 'orders', { action: 'quote', input })).uses;
  }

  place(openid: string, bill: { amountFen: number; uses?: readonly CouponUse[] }): Promise<Placed> {
    const { amountFen, uses = [] } = bill;
    const input = { requestId: randomUUID(), merchantCode: benchShop.code, amountFen, uses };
    return this.call(openid, 'orders', { action: 'place', input });
  }

  /** Confirms in the payment window; the callback follows in the background. */
  async pay(openid: string, { payment }: Placed): Promise<void> {
    if (payment === null) return;
    const answer = await fetch(`${this.cloud.url}/cashier/${payment.prepayId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: JSON.stringify({ outcome: 'pay' }),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`the payment window answered ${answer.status}`);
  }

  /** Waits for the callbacks that are on their way: a move of the clock ends when they have. */
  async untilPosted(): Promise<void> {
    await this.cloud.advanceClock(0);
  }

  async buy(openid: string, bill: { amountFen: number }): Promise<void> {
    await this.pay(openid, await this.place(openid, bill));
    await this.untilPosted();
  }

  /** Moves the clock on until the fold may read all that was written. */
  async letFoldReach(): Promise<void> {
    await this.cloud.advanceClock(FOLD_SECONDS);
  }

  /** Declares up to five periods, as the timer does. */
  async runDividends(): Promise<DividendRun> {
    const done = (await this.cloud.invokeTimer('dividends')) as TimerAnswer;
    if (!done.ok) throw new Error(`dividends: ${JSON.stringify(done.error)}`);
    return done.value;
  }

  async close(): Promise<void> {
    await this.cloud.close();
    rmSync(this.dataDir, { recursive: true });
  }
}

/** Starts a cloud with these shops; the caller closes it, and its data goes with it. */
async function startBenchCloud(shops: readonly Merchant[] = [benchShop]): Promise<BenchCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const cloud = await startProductCloud({ port: 0, dataDir, policy: 'demo', clock: BENCH_START });
  cloud.importDocuments('merchants', shops.map(toDocument));
  return new BenchCloud(cloud, dataDir);
}

/** Starts a cloud for the time of `work`. */
export async function withBenchCloud<T>(
  work: (cloud: BenchCloud) => Promise<T>,
  shops?: readonly Merchant[],
): Promise<T> {
  const cloud = await startBenchCloud(shops);
  try {
    return await work(cloud);
  } finally {
    await cloud.close();
  }
}
