import fc from 'fast-check';
import {
  NO_WISH,
  SHOP_ORDERS,
  shopsAsWished,
  wishText,
} from '../../miniprogram/features/merchants/shop-order';
import { isOfCommunity, visitedShops } from '../../miniprogram/features/merchants/shop-tags';
import type { OrderView } from '../../src/contracts/values';
import { aCard } from '../support/merchant-card';

const NOON = Date.parse('2026-11-21T12:00:00+08:00');
const MIDNIGHT = Date.parse('2026-11-21T00:30:00+08:00');
const nobody = { now: NOON, visited: new Set<string>() };

/** As the cloud gives them: the nearest first. */
const shops = [
  aCard({ id: 'near', rebateBps: 500, averageSpendFen: 9000 }),
  aCard({ id: 'generous', rebateBps: 2000, averageSpendFen: 5000 }),
  aCard({ id: 'unknown-spend', rebateBps: 500, averageSpendFen: 0 }),
  aCard({ id: 'generous-too', rebateBps: 2000, averageSpendFen: 1600 }),
];
const idsOf = (order: (typeof SHOP_ORDERS)[number]) =>
  shopsAsWished(shops, { ...NO_WISH, order }, nobody).map(({ id }) => id);

describe('the order of shops', () => {
  test('is the nearest first, as they come', () => {
    expect(idsOf('nearest')).toEqual(['near', 'generous', 'unknown-spend', 'generous-too']);
  });

  test('by points: the highest rate first, of equal ones the nearer', () => {
    expect(idsOf('most-points')).toEqual(['generous', 'generous-too', 'near', 'unknown-spend']);
  });

  test('by spend: the lowest first, and those of which nobody knows it last', () => {
    expect(idsOf('lowest-spend')).toEqual(['generous-too', 'generous', 'near', 'unknown-spend']);
  });

  test('loses no shop and invents none', () => {
    const someShops = fc.array(
      fc.record({ rebateBps: fc.integer({ min: 300, max: 2000 }), averageSpendFen: fc.nat(9000) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(someShops, fc.constantFrom(...SHOP_ORDERS), (facts, order) => {
        const all = facts.map((each, at) => aCard({ id: String(at), ...each }));
        const sorted = shopsAsWished(all, { ...NO_WISH, order }, nobody);
        expect(new Set(sorted)).toEqual(new Set(all));
        expect(sorted).toHaveLength(all.length);
      }),
    );
  });
});

describe('what is left out', () => {
  const visited = new Set(['generous-too']);

  test('shops that rest or take no payments, when only open ones are wished', () => {
    const night = aCard({ id: 'night', openingHours: { opensMinute: 1020, closesMinute: 1560 } });
    const paused = aCard({ id: 'paused', state: 'closed' });
    const wish = { ...NO_WISH, isOpenOnly: true };
    const open = (now: number) =>
      shopsAsWished([night, paused, aCard({ id: 'day' })], wish, { now, visited }).map((s) => s.id);
    expect(open(NOON)).toEqual(['day']);
    expect(open(MIDNIGHT)).toEqual(['night']);
  });

  test('shops where I was not, when only those are wished; both filters hold together', () => {
    const wish = { ...NO_WISH, isVisitedOnly: true };
    expect(shopsAsWished(shops, wish, { now: NOON, visited }).map(({ id }) => id)).toEqual([
      'generous-too',
    ]);
    expect(shopsAsWished(shops, { ...wish, isOpenOnly: true }, { now: MIDNIGHT, visited })).toEqual(
      [],
    );
  });

  test.each([
    [NO_WISH, '离我最近'],
    [{ ...NO_WISH, isOpenOnly: true }, '营业中'],
    [{ ...NO_WISH, isOpenOnly: true, isVisitedOnly: true }, '营业中 · 去过'],
    [{ ...NO_WISH, order: 'most-points' as const, isOpenOnly: true }, '积分最多 · 营业中'],
  ])('%j reads %s', (wish, text) => {
    expect(wishText(wish)).toBe(text);
  });
});

describe('what of mine concerns a shop', () => {
  const order = (id: string, state: OrderView['state']) =>
    ({ state, merchant: { id } }) as OrderView;

  test('a shop where an order was paid was visited, also when it was refunded since', () => {
    const orders = [
      order('paid', 'completed'),
      order('refunded', 'refunded'),
      order('left-unpaid', 'closed'),
      order('waiting', 'placed'),
      order('disputed', 'disputed'),
    ];
    expect(visitedShops(orders)).toEqual(new Set(['paid', 'refunded']));
  });

  test('a shop without a community is not of mine, even while I have none', () => {
    expect(isOfCommunity({}, undefined)).toBe(false);
    expect(isOfCommunity({ communityId: 'a' }, undefined)).toBe(false);
    expect(isOfCommunity({ communityId: 'a' }, 'b')).toBe(false);
    expect(isOfCommunity({ communityId: 'a' }, 'a')).toBe(true);
  });
});
