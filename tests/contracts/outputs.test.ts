// Views of what the rules make are what the contracts promise, and nothing more leaves.
import { nearbyContract } from '../../src/contracts/nearby';
import { ordersContract } from '../../src/contracts/orders';
import { bill, lotView as lotForm, merchantCard as cardForm } from '../../src/contracts/values';
import { periodView } from '../../src/contracts/wallet';
import type { Merchant } from '../../src/domain/merchants/merchant';
import type { Order } from '../../src/domain/orders/order';
import { SECOND } from '../../src/domain/time';
import { merchantCard } from '../../src/usecases/nearby/merchant-card';
import { orderView } from '../../src/usecases/orders/order-view';
import { lotView } from '../../src/usecases/wallet/lot-view';
import { LedgerWorld, START, type Shop } from '../support/ledger-world';

const noodles: Shop = { id: 'noodles1', rateBps: 2000 };
const answer = ordersContract.actions.get.output;

function expectRight(order: Order): void {
  const view = orderView(order);
  expect(answer.parse({ order: view })).toEqual({ order: view });
  expect(bill.parse(order.bill)).toEqual(order.bill);
}

test('an order is seen in every state that the rules bring it to', () => {
  const world = new LedgerWorld();
  const seen = new Set<string>();
  const see = (order: Order | undefined): void => {
    if (order === undefined) throw new Error('nothing happened');
    seen.add(order.state);
    expectRight(order);
  };
  const paid = world.pay({ payer: 'u-lin', shop: noodles, amountFen: 1000_00 });
  see(paid);
  world.advance(3 * SECOND);
  world.runTimer();
  const open = world.place({ payer: 'u-lin', shop: noodles, amountFen: 80, useCoupons: true });
  see(open);
  expect(orderView(open).uses).toEqual([
    {
      ...{ lotId: 'dividend-2027-11', amountFen: 80, expiresAt: Date.UTC(2027, 10, 30, 16) },
      fundedBy: 'dividend',
    },
  ]);
  world.cancel(open);
  see(world.orders.find(({ id }) => id === open.id));
  see(world.refund(paid.id, 400_00));
  see(world.refund(paid.id, 600_00));
  expect([...seen]).toEqual(['completed', 'placed', 'closed', 'partly-refunded', 'refunded']);
});

test('an order’s view leaves out openid, payer, shares and the hash of the request', () => {
  const world = new LedgerWorld();
  const order = world.pay({ payer: 'u-lin', shop: noodles, amountFen: 100 });
  for (const key of ['openid', 'payer', 'payees', 'shares', 'requestHash', 'subMchId']) {
    expect(Object.keys(order)).toContain(key);
    expect(Object.keys(orderView(order))).not.toContain(key);
    expect(answer.safeParse({ order: { ...orderView(order), [key]: 'x' } }).success).toBe(false);
  }
});

test('the largest bill is seen like any other', () => {
  const world = new LedgerWorld();
  expectRight(world.pay({ payer: 'u-lin', shop: noodles, amountFen: 100_000_000 }));
});

test('lots and periods are seen as they are', () => {
  const world = new LedgerWorld();
  world.pay({ payer: 'u-lin', shop: noodles, amountFen: 50_000_00 });
  world.advance(3 * SECOND);
  world.runTimer();
  const { lots, history } = world.settlePerson('u-lin');
  expect([lots.length, history.length]).toEqual([1, 5]);
  for (const lot of lots) expect(lotForm.parse(lotView(lot))).toEqual(lotView(lot));
  for (const share of history) {
    const { period, declaredAt, amountFen, isCapped, offsetFen, advanceFen, expiresAt } = share;
    const shown = { period, declaredAt, amountFen, isCapped, offsetFen, advanceFen, expiresAt };
    const rates = { ratePpb: share.rate, tableRatePpb: share.tableRate };
    const view = { ...shown, ...rates, eligiblePoints: share.eligible };
    expect(periodView.parse(view)).toEqual(view);
  }
});

describe('a shop’s card', () => {
  const shop: Merchant = {
    id: 'm-hz-001',
    code: 'noodles1',
    name: '面馆',
    category: 'restaurant',
    state: 'active',
    ownership: 'alliance',
    siteId: 'hangzhou',
    address: '南山路 1 号',
    phone: '0571-00000000',
    picture: '/pictures/m-hz-001.svg',
    longitude: 120.16,
    latitude: 30.25,
    openingHours: { opensMinute: 600, closesMinute: 1560 },
    averageSpendFen: 32_00,
    rates: [
      { bps: 500, from: 0 },
      { bps: 800, from: START },
    ],
    rebateCollection: 'own',
    subMchId: '1900000001',
    staff: ['u-owner'],
  };

  test('shows today’s rate, and the distance only from a place', () => {
    const near = { longitude: 120.16, latitude: 30.2501 };
    const card = merchantCard(shop, { at: START, from: near });
    expect(card).toMatchObject({ rebateBps: 800, distanceMetres: 11 });
    expect(cardForm.parse(card)).toEqual(card);
    const without = merchantCard(shop, { at: START - 1 });
    expect(without.rebateBps).toBe(500);
    expect(Object.keys(without)).not.toContain('distanceMetres');
    const output = nearbyContract.actions.byCode.output;
    expect(output.parse(without)).toEqual(without);
  });

  test('tells nothing of staff, of payment numbers or of earlier rates', () => {
    const card = JSON.stringify(merchantCard(shop, { at: START }));
    for (const secret of ['u-owner', '1900000001', 'rebateCollection', 'rates']) {
      expect(card).not.toContain(secret);
    }
  });
});
