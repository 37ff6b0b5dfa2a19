// 150 bills on a day on which everything goes wrong that can: conflicts, lost replies, dying
// instances, callbacks lost, late and doubled, wrong clocks. Afterwards the books are exact, and
// what WeChat has taken is posted or given back. `BAD_DAY=123` in the environment plays another day.
import type { BadDay } from '../../src/localcloud';
import { audit } from '../../src/domain/audit/audit';
import type { Order } from '../../src/domain/orders/order';
import { readBooks } from '../../src/usecases/audit/read-books';
import { wx } from '../../src/wxcloud/sdk';
import { randomOf } from '../localcloud/random';
import { operatorWorld } from '../../scripts/cloud/operator-world';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { fruitShop, noodleShop } from '../support/fixture';
import { Shopper, type Visit, wishes } from './bad-day/shopper';

const PEOPLE = 15;
const VISITS_EACH = 10;
const AT_ONCE = 5;
const seed = Number(process.env['BAD_DAY'] ?? 1);

let cloud: TestCloud;

afterEach(() => cloud.close());

function worstDay(skewSeconds: number): BadDay {
  const invocation = 'functions.invokeFunction';
  return {
    seed,
    rules: [
      { fault: 'conflict', rate: 0.02 },
      { fault: 'conflict-at-commit', rate: 0.03 },
      { fault: 'reply-lost', action: 'database.commitTransaction', rate: 0.04 },
      { fault: 'reply-lost', rate: 0.005 },
      { fault: 'error-before', action: 'database.*', rate: 0.008 },
      { fault: 'error-after', action: 'database.*', rate: 0.008, code: 'SERVER_TIMEOUT' },
      { fault: 'error-before', action: 'wx.*', rate: 0.05 },
      { fault: 'error-after', action: 'wx.*', rate: 0.05 },
      { fault: 'error-before', action: invocation, rate: 0.02 },
      { fault: 'error-after', action: invocation, rate: 0.03 },
      { fault: 'delay', rate: 0.05, seconds: 0.03 },
      { fault: 'timeout', action: 'database.*', rate: 0.003, seconds: 0.1 },
      { fault: 'timeout', action: invocation, rate: 0.02 },
      { fault: 'instance-killed', rate: 0.01 },
      { fault: 'callback-lost', rate: 0.3 },
      { fault: 'callback-late', rate: 0.2, seconds: 90 },
      { fault: 'callback-doubled', rate: 0.2 },
      { fault: 'callback-doubled', rate: 0.1, seconds: 45 },
      { fault: 'callback-out-of-order', rate: 0.2 },
      { fault: 'timer-doubled', rate: 0.3 },
      { fault: 'timer-late', rate: 0.3, seconds: 12 },
      { fault: 'clock-skew', seconds: skewSeconds },
    ],
  };
}

/** Two clocks differ by less than the folds allow for: their lag less the time to commit. */
test.each([
  ['demo', 0.24],
  ['production', 30],
] as const)(
  'the books are exact after a bad day under the numbers of %s, with clocks wrong by %d s',
  async (policy, skewSeconds) => {
    cloud = await startTestCloud({ policy });
    cloud.cloud.setFaults(worstDay(skewSeconds));
    const left = await playDay(randomOf(seed));
    const { rules } = cloud.cloud.faults();
    cloud.cloud.setFaults({ seed, rules: [] });
    await letItSettle();
    const books = await readBooks(operatorWorld(cloud.address, { policy, now: () => 0 }));
    const { findings, figures } = audit(books);
    const wrong = await againstWechat(books.orders);
    expect({ seed, findings, wrong }).toEqual({ seed, findings: [], wrong: [] });
    expect(rules.filter(({ fired }) => fired === 0)).toEqual([]);
    const count = (state: Order['state']) => books.orders.filter((o) => o.state === state).length;
    expect(count('completed')).toBeGreaterThan(90);
    expect(count('closed')).toBeGreaterThan(10);
    expect(books.orders.some(({ latePayment }) => latePayment !== undefined)).toBe(true);
    expect(left).toBeLessThan(25);
    if (policy === 'production') return;
    expect(figures.dividends).toBeGreaterThan(0);
    expect(figures.couponSpentFen).toBeGreaterThan(0n);
  },
  300_000,
);

/** @returns how many bills were given up without an answer */
async function playDay(random: () => number): Promise<number> {
  const shopper = new Shopper(cloud);
  let unfinished: Visit[] = [];
  for (let round = 0; round < VISITS_EACH; round += 1) {
    const visits = Array.from({ length: PEOPLE }, (_, n) => aVisit(`${round}-${n}`, n, random));
    const before = unfinished;
    unfinished = [];
    await inLanes([...before, ...visits], async (visit) => {
      if (!(await shopper.visit(visit))) unfinished.push(visit);
    });
    // Callbacks that are under way end before time goes on.
    await cloud.advanceClock(1);
    await cloud.advanceClock(60 + Math.floor(random() * 600));
  }
  return unfinished.length;
}

function aVisit(id: string, person: number, random: () => number): Visit {
  const wish = random() < 0.6 ? 'pay' : wishes[Math.floor(random() * wishes.length)];
  return {
    requestId: `bad-day-visit-${id}-000000000000`,
    openid: `shopper-${person}`,
    merchantCode: random() < 0.5 ? fruitShop.code : noodleShop.code,
    amountFen: 1 + Math.floor(random() * 200_00),
    wish: wish ?? 'pay',
  };
}

async function inLanes<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** All is well again: what is open is swept, callbacks come, folds read to the end. */
async function letItSettle(): Promise<void> {
  for (let minute = 0; minute < 30; minute += 1) {
    await cloud.advanceClock(1);
    await cloud.advanceClock(59);
  }
  for (let hours = 0; hours < 30; hours += 6) await cloud.advanceClock(6 * 3600);
  for (const timer of ['dividends', 'figures', 'merchant-accounts']) {
    await cloud.advanceClock(60);
    await cloud.runTimer(timer);
  }
}

/** What WeChat has taken belongs to a completed order, or is given back; nothing else is paid. */
async function againstWechat(orders: readonly Order[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const order of orders) {
    const { id, subMchId, state, bill, latePayment, recheckAt } = order;
    const known = await wx.cloudPay.queryOrder({ outTradeNo: id, subMchId, nonceStr: id });
    const taken = String(known['tradeState'] ?? known['errCodeDes']);
    const expected =
      state === 'completed' && bill.cashFen > 0
        ? ['SUCCESS']
        : latePayment === undefined
          ? ['NOTPAY', 'CLOSED', '订单不存在']
          : ['REFUND'];
    const isOpen = state === 'placed' || recheckAt !== undefined || latePayment?.refunded === false;
    if (isOpen || !expected.some((word) => taken.includes(word))) {
      wrong.push(
        `${id} is ${state}, WeChat says ${taken}: ${JSON.stringify({ latePayment, recheckAt })}`,
      );
    }
  }
  return wrong;
}
