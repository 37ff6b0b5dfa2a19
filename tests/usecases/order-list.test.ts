// A person's orders by kind and by shop, page by page.
import { randomUUID } from 'node:crypto';
import type { Input } from '../../src/contracts/contract';
import type { OrderFilter, ordersContract } from '../../src/contracts/orders';
import type { OrderView } from '../../src/contracts/values';
import { accountOf } from '../../src/wxcloud/identity';
import { worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { fruitShop, lin, noodleShop, wang } from '../support/fixture';

let cloud: TestCloud;
/** By state, in the order in which they were placed. */
const placed: OrderView[] = [];

/** 50 orders, two at each instant: paid, closed, open, and two that were refunded. */
beforeAll(async () => {
  cloud = await startTestCloud();
  const call = cloud.callAs(lin);
  for (let n = 0; n < 50; n += 1) {
    if (n % 2 === 0) await cloud.advanceClock(1);
    const { code: merchantCode } = n % 3 === 0 ? fruitShop : noodleShop;
    if (n % 5 < 3) {
      placed.push(await cloud.buy({ openid: lin, merchantCode, amountFen: 100 + n, uses: [] }));
      continue;
    }
    const bill = { requestId: randomUUID(), merchantCode, amountFen: 100 + n, uses: [] };
    const { order } = valueOf(await call('orders', 'place', bill));
    placed.push(
      n % 5 === 3 ? order : valueOf(await call('orders', 'cancel', { orderId: order.id })).order,
    );
  }
  await cloud.buy({ openid: wang, merchantCode: fruitShop.code, amountFen: 5_00 });
  await refund([0, 'refunded'], [1, 'partly-refunded']);
});

afterAll(async () => {
  await cloud.close();
});

/** There is no function for refunds yet: the documents are written as one would leave them. */
async function refund(...orders: [number, 'refunded' | 'partly-refunded'][]): Promise<void> {
  const { cloud: store } = worldOn(cloud, () => 0);
  for (const [n, state] of orders) {
    const view = placed[n];
    const order = await store.get('orders', view?.id ?? '');
    if (view === undefined || order === undefined) throw new Error(`there is no order ${n}`);
    placed[n] = { ...view, state };
    await store.transact(async (transaction) => {
      await transaction.set('orders', { ...order, state });
      return { commit: true, value: null };
    });
  }
}

type Asked = Omit<Input<typeof ordersContract, 'list'>, 'before'>;

async function all(openid: string, asked: Asked): Promise<OrderView[][]> {
  const pages: OrderView[][] = [];
  let before: { placedAt: number; id: string } | undefined;
  for (;;) {
    const { orders, isLast } = valueOf(
      await cloud.callAs(openid)('orders', 'list', {
        ...asked,
        ...(before === undefined ? {} : { before }),
      }),
    );
    pages.push([...orders]);
    const last = orders[orders.length - 1];
    if (isLast || last === undefined) return pages;
    before = { placedAt: last.placedAt, id: last.id };
  }
}

/** Newest first, and of one instant the larger id. */
function expected(isShown: (order: OrderView) => boolean): string[] {
  return placed
    .filter(isShown)
    .sort((a, b) => b.placedAt - a.placedAt || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
}

const SHOWN: Readonly<Record<OrderFilter, readonly OrderView['state'][]>> = {
  open: ['placed'],
  paid: ['completed', 'partly-refunded'],
  refunded: ['refunded', 'partly-refunded'],
  closed: ['closed'],
};

test('without a filter, all of mine come once, 20 a page', async () => {
  const pages = await all(lin, {});
  expect(pages.map((page) => page.length)).toEqual([20, 20, 10]);
  expect(pages.flat().map(({ id }) => id)).toEqual(expected(() => true));
  expect((await all(wang, {})).flat()).toHaveLength(1);
});

test.each<OrderFilter>(['open', 'paid', 'refunded', 'closed'])(
  'of those that are %s all come once and no other',
  async (show) => {
    const found = (await all(lin, { show })).flat().map(({ id }) => id);
    expect(found).toEqual(expected(({ state }) => SHOWN[show].includes(state)));
    expect(found.length).toBeGreaterThan(1);
  },
);

test('of one shop, and of one kind at one shop', async () => {
  const { code: merchantCode } = noodleShop;
  const atShop = (order: OrderView): boolean => order.merchant.code === merchantCode;
  const pages = await all(lin, { merchantCode });
  expect(pages.flat().map(({ id }) => id)).toEqual(expected(atShop));
  expect(pages.length).toBe(2);
  const paid = (await all(lin, { merchantCode, show: 'paid' })).flat().map(({ id }) => id);
  expect(paid).toEqual(expected((order) => atShop(order) && SHOWN.paid.includes(order.state)));
  expect((await all(lin, { merchantCode: 'nowhere1' })).flat()).toEqual([]);
});

test('after leaving, an order that is open or was paid since is listed, and none from before', async () => {
  const paid = placed.filter(({ state }) => state === 'completed');
  const open = placed.filter(({ state }) => state === 'placed');
  const { cloud: store } = worldOn(cloud, () => 0);
  const account = await store.get('accounts', accountOf(lin));
  if (account === undefined) throw new Error('no account');
  const since = Math.max(...paid.slice(0, -2).map(({ paidAt = 0 }) => paidAt));
  await store.transact(async (transaction) => {
    await transaction.set('accounts', { ...account, since });
    return { commit: true, value: null };
  });
  const ids = (await all(lin, {})).flat().map(({ id }) => id);
  const later = placed.filter(({ placedAt, paidAt = 0 }) => placedAt > since || paidAt > since);
  expect([...ids].sort()).toEqual([...new Set([...open, ...later])].map(({ id }) => id).sort());
});
