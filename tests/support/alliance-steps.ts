// Random histories of a small alliance: payments, coupons, cancellations, refunds, waiting, and
// people who leave and come back.
import fc from 'fast-check';
import { ppb } from '../../src/domain/money/amounts';
import { DAY, SECOND } from '../../src/domain/time';
import type { Policy } from '../../src/policy/policy';
import type { LedgerWorld, Shop } from './ledger-world';

export const shops: readonly Shop[] = [
  { id: 'm-high', rateBps: 2000 },
  { id: 'm-low', rateBps: 300, staff: ['u-2'], siteId: 'shanghai' },
  { id: 'm-own', rateBps: 1100, ownership: 'self-operated' },
  {
    id: 'm-shared',
    rateBps: 777,
    payees: { fan: 'm-high', promoter: 'p-1', county: '330106', city: '3301', province: '33' },
  },
];
export const people = ['u-0', 'u-1', 'u-2'];

/** A table far above what lasts: the cover and the lifetime cap decide everything. */
export const generous: Partial<Policy> = {
  rateTable: { first: ppb(900_000_000), step: ppb(0), ceiling: ppb(900_000_000) },
  minRate: ppb(1),
  capMultiple: 1,
};

export type Step =
  | { do: 'pay'; who: number; shop: number; amountFen: number; useCoupons: boolean }
  | { do: 'hold'; who: number; shop: number; amountFen: number }
  | { do: 'cancel' }
  | { do: 'refund'; order: number; part: number }
  | { do: 'wait'; milliseconds: number }
  | { do: 'timer'; page: number }
  | { do: 'settle'; who: number }
  | { do: 'settle-shop'; shop: number }
  | { do: 'leave'; who: number };

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 300_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1_000_000, max: 100_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_000_000_000_000 }) },
);
export const who = fc.nat(people.length - 1);
export const shop = fc.nat(shops.length - 1);
/** After exactly the lag an earning and a cut can meet. */
const LAG = 2 * SECOND;
const wait = fc.oneof(
  fc.integer({ min: 1, max: 5 * SECOND }),
  { weight: 2, arbitrary: fc.constant(LAG) },
  fc.constantFrom(DAY, 8 * DAY, 40 * DAY, 400 * DAY),
);
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      who,
      shop,
      amountFen: amount,
      useCoupons: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('hold' as const), who, shop, amountFen: amount }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      order: fc.nat(30),
      part: fc.constantFrom(1, 1, 0.5, 0.001),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: wait }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('timer' as const), page: fc.constantFrom(1, 2, 1000) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle-shop' as const), shop }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
);

export function take(world: LedgerWorld, it: Step): void {
  switch (it.do) {
    case 'pay':
    case 'hold': {
      const order = world.place({
        payer: people[it.who] ?? '',
        shop: shops[it.shop] ?? { id: '', rateBps: 300 },
        amountFen: it.amountFen,
        useCoupons: it.do === 'hold' || it.useCoupons,
      });
      if (it.do === 'pay') world.settle(order);
      return;
    }
    case 'cancel': {
      const open = world.orders.find(({ state }) => state === 'placed');
      if (open !== undefined) world.cancel(open);
      return;
    }
    case 'refund': {
      const order = world.orders[it.order % Math.max(1, world.orders.length)];
      if (order === undefined) return;
      const left = order.bill.amountFen - order.refundedFen;
      world.refund(order.id, Math.max(1, Math.floor(left * it.part)));
      return;
    }
    case 'wait':
      world.advance(it.milliseconds);
      return;
    case 'timer':
      world.runTimer(it.page);
      return;
    case 'settle':
      world.settlePerson(people[it.who] ?? '');
      return;
    case 'settle-shop':
      world.settleShop(shops[it.shop]?.id ?? '');
      return;
    case 'leave':
      world.leave(people[it.who] ?? '');
  }
}

/** Lets everything be declared that is due, and settles every account. */
export function finish(world: LedgerWorld): void {
  world.advance(3 * SECOND);
  while (world.runTimer().length > 0) world.advance(SECOND);
  for (const id of people) world.settlePerson(id);
  for (const { id } of shops) world.settleShop(id);
}
