// What a bill could take of one coupon by itself, and why it takes none.
import type { BalanceLot } from '../../src/domain/coupons/lot';
import { usableOf, whyUnusable } from '../../src/domain/coupons/usable';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { billAt, lot, NOW } from './builders';

const fruitShop = { id: 'm-fruit', code: 'fruit001', name: '水果店' };

test.each<[string, Partial<BalanceLot>, ReturnType<typeof whyUnusable>]>([
  ['pays from its first instant', { startsAt: NOW }, undefined],
  ['not a moment before', { startsAt: NOW + 1 }, 'not-started'],
  ['pays in its last millisecond', { expiresAt: NOW + 1 }, undefined],
  ['not at its end', { expiresAt: NOW }, 'expired'],
  ['not in another channel', { channels: ['mall'] }, 'other-channel'],
  ['not elsewhere', { scope: { kind: 'merchants', merchants: [fruitShop] } }, 'other-merchant'],
  ['not for another trade', { scope: { kind: 'category', category: 'tea' } }, 'other-category'],
  ['not in another city', { scope: { kind: 'site', siteId: 'shanghai' } }, 'other-site'],
  ['pays a bill of its minimum', { minSpendFen: fen(100) }, undefined],
  ['not a smaller one', { minSpendFen: fen(101) }, 'below-minimum'],
])('a lot %s', (_when, changes, why) => {
  const each = lot('a', 10, changes);
  expect(whyUnusable(each, billAt(100))).toBe(why);
  expect(usableOf(each, billAt(100))).toBe(why === undefined ? 10 : 0);
});

test('several reasons are told in one order: time, channel, place, minimum', () => {
  const wrong: Partial<BalanceLot>[] = [
    { startsAt: NOW + 1 },
    { expiresAt: NOW },
    { channels: [] },
    { scope: { kind: 'site', siteId: 'shanghai' } },
    { minSpendFen: fen(101) },
  ];
  const told = wrong.map((_, from) => {
    const changes = Object.assign({}, ...wrong.slice(from)) as Partial<BalanceLot>;
    return whyUnusable(lot('a', 10, changes), billAt(100));
  });
  expect(told).toEqual(['not-started', 'expired', 'other-channel', 'other-site', 'below-minimum']);
});

test('a share of the bill is floored', () => {
  const half = lot('a', 100, { maxShareBps: basisPoints(5000) });
  expect([
    usableOf(half, billAt(9)),
    usableOf(half, billAt(1)),
    usableOf(half, billAt(300)),
  ]).toEqual([4, 0, 100]);
});
