// Plays baskets as counter bills through the real functions: quote, place, WeChat Pay, callback.
// The clock moves from hour to hour, so the timers run on the way; the bills of an hour are paid
// by several people at once.
import type { ActionName, Answer, Input } from '../../src/contracts/contract';
import type { ordersContract } from '../../src/contracts/orders';
import { HOUR } from '../../src/domain/time';
import type { LocalCloud } from '../../src/localcloud';
import type { Basket } from './baskets';
import { readProgress, writeProgress, type Progress } from './progress';

type Orders = typeof ordersContract;

export interface Play {
  readonly cloud: LocalCloud;
  readonly dataDir: string;
  readonly baskets: readonly Basket[];
  /** The shop's code for a store of the file. */
  readonly codeOf: (store: string) => string;
  readonly onProgress: (played: number) => void;
}

const AT_ONCE = 6;

/** Plays what is left. A basket that was cut off is found by its requestId and finished. */
export async function play({ cloud, dataDir, baskets, ...rest }: Play): Promise<Progress> {
  let progress = readProgress(dataDir);
  for (const together of hoursOf(baskets.slice(progress.played))) {
    await cloud.setClock(new Date(hourOf(together[0]?.at ?? 0)).toISOString());
    const outcomes = await inLanes(together, (basket) => buy({ cloud, ...rest }, basket));
    // Every callback has ended when the clock has moved.
    await cloud.advanceClock(1);
    progress = {
      played: progress.played + together.length,
      refused: progress.refused + outcomes.filter((outcome) => outcome === 'refused').length,
    };
    writeProgress(dataDir, progress);
    rest.onProgress(progress.played);
  }
  return progress;
}

/** Lets the dividends see the last bills. */
export async function finish(cloud: LocalCloud): Promise<void> {
  await cloud.advanceClock(HOUR / 1000);
  await cloud.invokeTimer('dividends');
}

function hourOf(at: number): number {
  return Math.floor(at / HOUR) * HOUR;
}

function* hoursOf(baskets: readonly Basket[]): Generator<readonly Basket[]> {
  let together: Basket[] = [];
  for (const basket of baskets) {
    const first = together[0];
    if (first !== undefined && hourOf(first.at) !== hourOf(basket.at)) {
      yield together;
      together = [];
    }
    together.push(basket);
  }
  if (together.length > 0) yield together;
}

/** Several households at once, each one's baskets in turn. */
async function inLanes<T>(
  baskets: readonly Basket[],
  act: (basket: Basket) => Promise<T>,
): Promise<T[]> {
  const households = [...new Set(baskets.map(({ household }) => household))];
  const done: T[] = [];
  const lane = async (): Promise<void> => {
    for (let next = households.shift(); next !== undefined; next = households.shift()) {
      for (const basket of baskets) if (basket.household === next) done.push(await act(basket));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done;
}

type Outcome = 'paid' | 'refused';

async function buy(
  { cloud, codeOf }: Pick<Play, 'cloud' | 'codeOf'>,
  basket: Basket,
): Promise<Outcome> {
  const openid = `household-${basket.household}`;
  const call = callerOf(cloud, openid);
  const bill = { merchantCode: codeOf(basket.store), amountFen: basket.amountFen };
  const requestId = `basket-${basket.id.padStart(16, '0')}`;
  const quote = await call('quote', bill);
  const uses = quote.ok ? quote.value.uses : [];
  const placed = await call('place', { requestId, ...bill, uses });
  if (placed.ok) return pay(cloud, { openid, prepayId: placed.value.payment?.prepayId });
  switch (placed.error.code) {
    case 'amount-invalid':
      return 'refused';
    case 'request-id-reused':
      return finishCutOff(cloud, { openid, bill });
    default:
      throw new Error(`basket ${basket.id}: ${JSON.stringify(placed.error)}`);
  }
}

/** Before the kill it was placed with other coupons: whichever of its orders is open is paid. */
async function finishCutOff(
  cloud: LocalCloud,
  { openid, bill }: { openid: string; bill: { amountFen: number } },
): Promise<Outcome> {
  const call = callerOf(cloud, openid);
  const list = await call('list', {});
  const open = list.ok
    ? list.value.orders.filter(
        (order) => order.state === 'placed' && order.bill.amountFen === bill.amountFen,
      )
    : [];
  for (const { id } of open) {
    const again = await call('pay', { orderId: id });
    if (again.ok) await pay(cloud, { openid, prepayId: again.value.payment?.prepayId });
  }
  return 'paid';
}

function callerOf(cloud: LocalCloud, openid: string) {
  return async <A extends ActionName<Orders>>(
    action: A,
    input: Input<Orders, A>,
  ): Promise<Answer<Orders, A>> =>
    (await cloud.call('orders', { action, input }, { openid })) as Answer<Orders, A>;
}

/** A bill that coupons paid in full has no payment. */
async function pay(
  cloud: LocalCloud,
  { openid, prepayId }: { openid: string; prepayId: string | undefined },
): Promise<Outcome> {
  if (prepayId === undefined) return 'paid';
  const answer = await fetch(`${cloud.url}/cashier/${prepayId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ outcome: 'pay' }),
  });
  await answer.arrayBuffer();
  return 'paid';
}
