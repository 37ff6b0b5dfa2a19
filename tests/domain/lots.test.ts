// Coupon lots: opened, merged, spent in parts, given back.
import fc from 'fast-check';
import {
  bySoonestExpiry,
  fundLotId,
  giveBackToLot,
  lotExpiry,
  putIntoLots,
  takeFromLot,
  type Lot,
} from '../../src/domain/coupons/lot';
import { fen } from '../../src/domain/money/amounts';
import { DAY } from '../../src/domain/time';
import { lot, NOW } from './builders';

const ids = (lots: readonly Lot[]): string[] => lots.map(({ id }) => id);

test('coupons expire at the end of the month, in China, 12 months after they were declared', () => {
  expect(lotExpiry(NOW, 12)).toBe(Date.UTC(2027, 10, 30, 16));
  expect(lotExpiry(Date.UTC(2026, 10, 30, 15, 59, 59, 999), 12)).toBe(Date.UTC(2027, 10, 30, 16));
  expect(lotExpiry(Date.UTC(2026, 10, 30, 16), 12)).toBe(Date.UTC(2027, 11, 31, 16));
});

test('dividend coupons of one expiry month share a lot, those of the next do not', () => {
  const november = lotExpiry(NOW, 12);
  expect(fundLotId('dividend', november)).toBe('dividend-2027-11');
  expect(fundLotId('dividend', lotExpiry(NOW + 29 * DAY, 12))).toBe('dividend-2027-11');
  expect(fundLotId('dividend', lotExpiry(NOW + 30 * DAY, 12))).toBe('dividend-2027-12');
});

test('a lot of a known id grows in face and balance, and keeps the later expiry', () => {
  const lots = [lot('a', 100, { balanceFen: fen(30), expiresAt: NOW + DAY })];
  const merged = putIntoLots(lots, lot('a', 5, { expiresAt: NOW }));
  expect(merged).toEqual([
    lot('a', 105, { faceFen: fen(105), balanceFen: fen(35), expiresAt: NOW + DAY }),
  ]);
  expect(putIntoLots(lots, lot('a', 5, { expiresAt: NOW + 2 * DAY }))[0]?.expiresAt).toBe(
    NOW + 2 * DAY,
  );
});

test('lots stand by expiry, then by id, however they came', () => {
  const lots = [
    lot('c', 1, { expiresAt: NOW + 3 * DAY }),
    lot('b', 1, { expiresAt: NOW + DAY }),
    lot('a', 1, { expiresAt: NOW + DAY }),
  ];
  const put = lots.reduce<Lot[]>((wallet, each) => putIntoLots(wallet, each), []);
  expect(ids(put)).toEqual(['a', 'b', 'c']);
  const [a, b] = [lot('a', 1), lot('b', 1)];
  expect([bySoonestExpiry(a, a), bySoonestExpiry(a, b), bySoonestExpiry(b, a)]).toEqual([0, -1, 1]);
});

test('an emptied lot stays, so that what returns finds it', () => {
  const lots = takeFromLot([lot('a', 10), lot('b', 7)], { lotId: 'a', amountFen: fen(10) });
  expect(lots).toEqual([lot('a', 10, { balanceFen: fen(0) }), lot('b', 7)]);
});

test.each([
  ['more than there is', 'a', 11],
  ['nothing', 'a', 0],
  ['less than nothing', 'a', -1],
  ['from no lot', 'x', 1],
])('%s cannot be taken', (_what, lotId, amountFen) => {
  expect(() => takeFromLot([lot('a', 10)], { lotId, amountFen: fen(amountFen) })).toThrow('take');
});

describe('given back', () => {
  const part = lot('a', 100, { expiresAt: NOW + DAY });
  const back = { part, amountFen: fen(40), days: 7 };

  test('before it expires it fills its own lot, whose face counts it already', () => {
    const lots = [{ ...part, balanceFen: fen(60) }];
    expect(giveBackToLot(lots, { ...back, at: NOW })).toEqual([part]);
  });

  test('to a wallet without its lot it is a lot of its own size', () => {
    expect(giveBackToLot([], { ...back, at: NOW })).toEqual([
      { ...part, faceFen: 40, balanceFen: 40 },
    ]);
  });

  test('at the instant of its expiry it lives a week more, a moment before it does not', () => {
    const [late] = giveBackToLot([], { ...back, at: NOW + DAY });
    expect(late).toMatchObject({ faceFen: 40, balanceFen: 40, expiresAt: NOW + 8 * DAY });
    const [early] = giveBackToLot([], { ...back, at: NOW + DAY - 1 });
    expect(early?.expiresAt).toBe(NOW + DAY);
  });

  test('where its owner began anew, a lot of the same id counts it from now on', () => {
    const anew = [{ ...part, faceFen: fen(1), balanceFen: fen(1) }];
    const [merged] = giveBackToLot(anew, { ...back, at: NOW });
    expect(merged).toMatchObject({ faceFen: 41, balanceFen: 41 });
  });

  test('twice after expiry it is one lot that lives as long as the later part', () => {
    const once = giveBackToLot([], { ...back, at: NOW + 2 * DAY });
    const twice = giveBackToLot(once, { ...back, amountFen: fen(5), at: NOW + 3 * DAY });
    const later = { expiresAt: NOW + 10 * DAY, returnedAt: NOW + 3 * DAY };
    expect(twice).toEqual([{ ...part, faceFen: 45, balanceFen: 45, ...later }]);
  });
});

test('taking and giving back changes nothing; the face never moves', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 90 })), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.nat(5),
      fc.integer({ min: 1, max: 1000 }),
      (wallet, which, wish) => {
        const made = wallet.map(([balance, days], index) =>
          lot(String(index), balance, { expiresAt: NOW + days * DAY }),
        );
        const lots = [...made].sort(bySoonestExpiry);
        const part = lots[which % lots.length];
        if (part === undefined) return;
        const amountFen = fen(Math.min(wish, part.balanceFen));
        const taken = takeFromLot(lots, { lotId: part.id, amountFen });
        expect(taken.map(({ faceFen }) => faceFen)).toEqual(lots.map(({ faceFen }) => faceFen));
        expect(giveBackToLot(taken, { part, amountFen, at: NOW, days: 7 })).toEqual(lots);
      },
    ),
  );
});
