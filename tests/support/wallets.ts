// Random wallets, bills and stacking rules on small integers, so that lots compete for a bill and
// every limit is met.
import fc from 'fast-check';
import type { Benefit, Lot } from '../../src/domain/coupons/lot';
import type { OfferKind, StackingKind, StackingRules } from '../../src/domain/coupons/stacking';
import type { TimeWindow } from '../../src/domain/coupons/time-window';
import type { BillContext } from '../../src/domain/coupons/usable';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { DAY } from '../../src/domain/time';
import { billAt, lot, NOW } from '../domain/builders';

const shop = (id: string) => ({ id, code: id, name: id });
/** The first of a list is drawn more often, so that most lots can be used. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );

const scope = mostly<Lot['scope']>(
  { kind: 'alliance' },
  { kind: 'merchants', merchants: [shop('m-noodles'), shop('m-tea')] },
  { kind: 'merchants', merchants: [shop('m-fruit')] },
  { kind: 'category', category: 'restaurant' },
  { kind: 'category', category: 'fruit' },
  { kind: 'site', siteId: 'hangzhou' },
  { kind: 'site', siteId: 'shanghai' },
);
/** NOW is a Sunday, 10:00. */
const windows = mostly<readonly TimeWindow[] | undefined>(
  undefined,
  [{ weekdays: [7], fromMinute: 600, untilMinute: 601 }],
  [{ weekdays: [7], fromMinute: 540, untilMinute: 600 }],
  [
    { weekdays: [1, 2], fromMinute: 0, untilMinute: 1440 },
    { weekdays: [6, 7], fromMinute: 0, untilMinute: 1440 },
  ],
  [{ weekdays: [1], fromMinute: 0, untilMinute: 1440 }],
);
const small = (max: number) => fc.integer({ min: 1, max }).map(fen);
const benefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({ kind: fc.constant('money-off' as const), offFen: small(6) }),
  fc.record({
    kind: fc.constant('percentage' as const),
    offBps: fc.constantFrom(1000, 2500, 5000, 9000).map(basisPoints),
    ceilingFen: small(6),
  }),
  fc.record({ kind: fc.constant('free-delivery' as const), ceilingFen: small(4) }),
);

const limits = fc.record({
  scope,
  windows,
  channels: mostly<Lot['channels']>(['counter', 'mall'], ['counter'], ['mall']),
  minSpendFen: mostly(0, 4, 9).map(fen),
  maxShareBps: mostly(10_000, 5000, 3333, 0).map(basisPoints),
  startsAt: mostly(NOW - DAY, NOW, NOW + 1),
  expiresAt: fc.constantFrom(NOW, NOW + 1, NOW + DAY, NOW + DAY, NOW + 2 * DAY, NOW + 3 * DAY),
});
const bearer = fc.constantFrom<Lot['fundedBy']>(
  'dividend',
  'acceptor',
  'fan',
  'issuer',
  'acceptor',
);

const anyLot = fc
  .record({
    limits,
    fundedBy: bearer,
    benefit: fc.oneof(fc.constant(null), benefit),
    balanceFen: fc.nat(4).map(fen),
    isSpent: mostly(false, true),
  })
  .map(
    ({ limits: { windows: hours, ...fields }, fundedBy, benefit: gives, balanceFen, isSpent }) => {
      const common = { ...fields, fundedBy, ...(hours === undefined ? {} : { windows: hours }) };
      if (gives === null) return lot('', balanceFen, common);
      const faceFen = gives.kind === 'money-off' ? gives.offFen : gives.ceilingFen;
      const left = isSpent ? fen(0) : faceFen;
      return {
        ...lot('', faceFen, common),
        kind: 'offer' as const,
        benefit: gives,
        balanceFen: left,
      };
    },
  );

/** Ids are drawn too, so that they decide between lots of one expiry. */
export const wallet: fc.Arbitrary<Lot[]> = fc
  .tuple(
    fc.array(anyLot, { maxLength: 6 }),
    fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6, maxLength: 6 }),
  )
  .map(([lots, ids]) => lots.map((each, index) => ({ ...each, id: ids[index] ?? '' })));

export const smallBill: fc.Arbitrary<BillContext> = fc
  .record({
    amountFen: fc.integer({ min: 1, max: 12 }),
    deliveryFen: fc.nat(3).map(fen),
    channel: mostly<BillContext['channel']>('counter', 'mall'),
  })
  .map(({ amountFen, ...changes }) => billAt(amountFen, changes));

const KINDS: readonly StackingKind[] = [
  ...(['shop-offer', 'delivery', 'alliance-offer', 'shop-balance', 'balance'] as const),
];
const pair = fc
  .shuffledSubarray([...KINDS], { minLength: 2, maxLength: 2 })
  .map(([one, other]) => [one ?? 'balance', other ?? 'balance'] as const);
const atMost = mostly(1, 0, 2, 2);

export const stackingRules: fc.Arbitrary<StackingRules> = fc.record({
  order: fc.shuffledSubarray<OfferKind>(['shop-offer', 'delivery', 'alliance-offer'], {
    minLength: 3,
    maxLength: 3,
  }),
  atMost: fc.record({ 'shop-offer': atMost, 'delivery': atMost, 'alliance-offer': atMost }),
  notTogether: fc.array(pair, { maxLength: 3 }),
  shopShareBps: mostly(9000, 0, 2500, 5000, 9999).map(basisPoints),
});
