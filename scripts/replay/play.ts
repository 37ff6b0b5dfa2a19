// Plays bills at counters through the real functions: quote, place, WeChat Pay, callback. The clock
// stands still for the bills of three hours, which several people pay at once; between two stands a
// timer fires once, where the real one fires every minute.
import type { ActionName, Answer, Input } from '../../src/contracts/contract';
import type { ordersContract } from '../../src/contracts/orders';
import { HOUR, SECOND } from '../../src/domain/time';
import type { LocalCloud } from '../../src/localcloud';
import type { Bill } from './bill';
import { readProgress, writeProgress, type Progress } from './progress';

type Orders = typeof ordersContract;

export interface Play {
  readonly cloud: LocalCloud;
  readonly dataDir: string;
  /** All of them, in the order of time; those that were played are passed by. */
  readonly bills: Iterable<Bill>;
  readonly codeOf: (shop: number) => string;
  readonly onProgress: (played: number) => void;
}

const STEP = 3 * HOUR;
const AT_ONCE = 4;

/** Plays what is left. A bill that was cut off is found by its requestId and finished. */
export async function play({ cloud, dataDir, bills, ...rest }: Play): Promise<Progress> {
  let progress = readProgress(dataDir);
  for (const together of stepsOf(after(progress.played, bills))) {
    await cloud.setClock(new Date(stepOf(together[0]?.at ?? 0)).toISOString());
    const outcomes = await inLanes(together, (bill) => buy({ cloud, ...rest }, bill));
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

/** Lets the dividends see the last bills, and the shops what came of them. */
export async function finish(cloud: LocalCloud): Promise<void> {
  await cloud.advanceClock(STEP / SECOND);
  await cloud.invokeTimer('dividends');
  await cloud.invokeTimer('merchant-accounts');
}

function* after(played: number, bills: Iterable<Bill>): Generator<Bill> {
  let passed = 0;
  for (const bill of bills) {
    if (passed >= played) yield bill;
    passed += 1;
  }
}

/** Where the clock stands for a bill of this instant. */
export function stepOf(at: number): number {
  return Math.floor(at / STEP) * STEP;
}

function* stepsOf(bills: Iterable<Bill>): Generator<readonly Bill[]> {
  let together: Bill[] = [];
  for (const bill of bills) {
    const first = together[0];
    if (first !== undefined && stepOf(first.at) !== stepOf(bill.at)) {
      yield together;
      together = [];
    }
    together.push(bill);
  }
  if (together.length > 0) yield together;
}

/** Several people at once, each one's bills in turn. */
async function inLanes<T>(bills: readonly Bill[], act: (bill: Bill) => Promise<T>): Promise<T[]> {
  const ofPayers = new Map<string, Bill[]>();
  for (const bill of bills) ofPayers.set(bill.payer, [...(ofPayers.get(bill.payer) ?? []), bill]);
  const waiting = [...ofPayers.values()];
  const done: T[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      for (const bill of next) done.push(await act(bill));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done;
}

type Outcome = 'paid' | 'refused';

async function buy(
  { cloud, codeOf }: Pick<Play, 'cloud' | 'codeOf'>,
  { id: requestId, payer: openid, shop, amountFen }: Bill,
): Promise<Outcome> {
  const call = callerOf(cloud, openid);
  const bill = { merchantCode: codeOf(shop), amountFen };
  const quote = await call('quote', bill);
  const uses = quote.ok ? quote.value.uses : [];
  const placed = await call('place', { requestId, ...bill, uses });
  if (placed.ok) return pay(cloud, { openid, prepayId: placed.value.payment?.prepayId });
  switch (placed.error.code) {
    case 'amount-invalid':
      return 'refused';
    case 'request-id-reused':
      return finishCutOff(cloud, { openid, amountFen });
    default:
      throw new Error(`${requestId}: ${JSON.stringify(placed.error)}`);
  }
}

/** Before the kill it was placed with other coupons: whichever of its orders is open is paid. */
async function finishCutOff(
  cloud: LocalCloud,
  { openid, amountFen }: { openid: string; amountFen: number },
): Promise<Outcome> {
  const call = callerOf(cloud, openid);
  const list = await call('list', {});
  const open = list.ok
    ? list.value.orders.filter(
        (order) => order.state === 'placed' && order.bill.amountFen === amountFen,
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
