// Which coupons a bill takes: compared with all uses that there are, on small wallets and under any
// stacking rules.
import fc from 'fast-check';
import { bestUse, checkUse, type CouponChoice } from '../../src/domain/coupons/best-use';
import type { Lot } from '../../src/domain/coupons/lot';
import { checkStacking, type StackingRules } from '../../src/domain/coupons/stacking';
import { basisPoints, fen } from '../../src/domain/money/amounts';
import { DAY, HOUR } from '../../src/domain/time';
import { policies } from '../../src/policy/policies';
import { naiveBestUse, naiveMost, naiveSaving } from '../support/naive-best-use';
import { smallBill, stackingRules, wallet } from '../support/wallets';
import { billAt, lot, NOW, offer } from './builders';

const rules = policies.demo.stacking;
const best = (lots: readonly Lot[], amountFen: number, changes: Partial<StackingRules> = {}) =>
  bestUse(lots, { bill: billAt(amountFen), rules: { ...rules, ...changes } });
const OF_SHOP = { fundedBy: 'acceptor' } as const;
const asObject = (uses: Iterable<readonly [string, number]>) => Object.fromEntries(uses);

const choice: fc.Arbitrary<CouponChoice> = fc.record({
  off: fc.subarray(['a', 'b', 'c'], { maxLength: 2 }),
  fixed: fc
    .uniqueArray(fc.record({ lotId: fc.constantFrom('c', 'd', 'e', 'f'), amountFen: fc.nat(5) }), {
      selector: ({ lotId }) => lotId,
      maxLength: 2,
    })
    .map((fixed) => fixed.map((each) => ({ ...each, amountFen: fen(each.amountFen) }))),
});

describe('for every small wallet, bill and rules', () => {
  test('the use is the one that brute force finds, to the last amount', () => {
    let [saved, offers] = [0, 0];
    fc.assert(
      fc.property(wallet, smallBill, stackingRules, (lots, bill, stacking) => {
        const uses = bestUse(lots, { bill, rules: stacking });
        const naive = naiveBestUse(lots, { bill, rules: stacking });
        expect(asObject(uses.map(({ lotId, amountFen }) => [lotId, amountFen]))).toEqual(
          asObject(naive),
        );
        expect(uses.length).toBe(naive.size);
        saved += naiveSaving(naive);
        offers += lots.filter(({ id, kind }) => kind === 'offer' && naive.has(id)).length;
      }),
      { numRuns: 3000 },
    );
    expect(saved).toBeGreaterThan(3000);
    expect(offers).toBeGreaterThan(500);
  });

  test('also where offers of a kind are borne by shop and fund, and one of several is wanted', () => {
    const alike = fc.record({
      kind: fc.constantFrom('off', 'off', 'delivery', 'delivery', 'balance'),
      isOfShop: fc.boolean(),
      days: fc.integer({ min: 1, max: 6 }),
      amountFen: fc.integer({ min: 1, max: 6 }).map(fen),
    });
    const made = fc.array(alike, { minLength: 3, maxLength: 6 }).map((list) =>
      list.map(({ kind, isOfShop, days, amountFen }, index) => {
        const id = `l${index}`;
        const common = { expiresAt: NOW + days * DAY, ...(isOfShop ? OF_SHOP : {}) };
        if (kind === 'balance') return lot(id, Math.min(4, amountFen), common);
        return kind === 'off'
          ? offer(id, { kind: 'money-off', offFen: amountFen }, common)
          : offer(id, { kind: 'free-delivery', ceilingFen: amountFen }, common);
      }),
    );
    const wanted = fc.subarray(['l0', 'l1', 'l2'], { maxLength: 1 });
    const share = fc.constantFrom(2500, 5000, 9000).map(basisPoints);
    const total = fc.integer({ min: 3, max: 14 });
    fc.assert(
      fc.property(
        made,
        total,
        stackingRules,
        share,
        wanted,
        (lots, totalFen, stacking, bps, ids) => {
          const notTogether = stacking.notTogether.slice(0, 1);
          const ask = {
            bill: billAt(totalFen, { deliveryFen: fen(6) }),
            rules: { ...stacking, notTogether, shopShareBps: bps },
            choice: { off: [], fixed: ids.map((lotId) => ({ lotId, amountFen: fen(4) })) },
          };
          const uses = bestUse(lots, ask).map(
            ({ lotId, amountFen }) => [lotId, amountFen] as const,
          );
          expect(asObject(uses)).toEqual(asObject(naiveBestUse(lots, ask)));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('what a person chose is honoured: the best of what it leaves, and most of what is fixed', () => {
    fc.assert(
      fc.property(wallet, smallBill, stackingRules, choice, (lots, bill, stacking, chosen) => {
        const ask = { bill, rules: stacking, choice: chosen };
        const uses = bestUse(lots, ask);
        const naive = naiveBestUse(lots, ask);
        expect(asObject(uses.map(({ lotId, amountFen }) => [lotId, amountFen]))).toEqual(
          asObject(naive),
        );
        for (const { lotId, amountFen } of uses) {
          expect(chosen.off).not.toContain(lotId);
          const isBalance = lots.some(({ id, kind }) => id === lotId && kind === 'balance');
          const fixed = chosen.fixed.find((each) => each.lotId === lotId);
          if (isBalance && fixed !== undefined) {
            expect(amountFen).toBeLessThanOrEqual(fixed.amountFen);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('the order of the wallet does not matter', () => {
    fc.assert(
      fc.property(wallet, fc.nat(5), smallBill, stackingRules, (lots, turn, bill, stacking) => {
        const uses = bestUse(lots, { bill, rules: stacking });
        const turned = [...lots.slice(turn), ...lots.slice(0, turn)];
        expect(bestUse(turned, { bill, rules: stacking })).toEqual(uses);
        expect(bestUse(turned.reverse(), { bill, rules: stacking })).toEqual(uses);
      }),
      { numRuns: 500 },
    );
  });

  test('the use is one that may be placed, and saves what it says', () => {
    fc.assert(
      fc.property(wallet, smallBill, stackingRules, choice, (lots, bill, stacking, chosen) => {
        const uses = bestUse(lots, { bill, rules: stacking, choice: chosen });
        const checked = checkUse(lots, { uses, bill, rules: stacking });
        if (!checked.ok) throw new Error(checked.error.code);
        const { discountFen, couponFen, taken } = checked.value;
        const sum = uses.reduce((total, { amountFen }) => total + amountFen, 0);
        expect(discountFen + couponFen).toBe(sum);
        expect(taken.map((each) => [each.lot.id, each.amountFen])).toEqual(
          uses.map(({ lotId, amountFen }) => [lotId, amountFen]),
        );
        for (const { lot: each, amountFen } of taken) {
          expect(amountFen).toBeLessThanOrEqual(naiveMost(each, bill));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('one coupon more never saves less', () => {
    const savingOf = (...given: Parameters<typeof bestUse>) =>
      bestUse(...given).reduce((sum, { amountFen }) => sum + amountFen, 0);
    fc.assert(
      fc.property(wallet, smallBill, stackingRules, (lots, bill, stacking) => {
        const without = savingOf(lots.slice(1), { bill, rules: stacking });
        expect(savingOf(lots, { bill, rules: stacking })).toBeGreaterThanOrEqual(without);
      }),
      { numRuns: 1000 },
    );
  });
});

test('no use is empty, and none is of an empty lot', () => {
  const lots = [lot('a', 0), lot('b', 5, { maxShareBps: basisPoints(0) }), lot('c', 5)];
  expect(best(lots, 100)).toEqual([{ lotId: 'c', amountFen: 5 }]);
});

test('what expires sooner is spent first, and only the last lot in part', () => {
  const lots = [
    lot('later', 100, { expiresAt: NOW + 9 * DAY }),
    lot('soon', 30, { expiresAt: NOW + DAY }),
    lot('middle', 50, { expiresAt: NOW + 5 * DAY }),
  ];
  expect(best(lots, 90)).toEqual([
    { lotId: 'soon', amountFen: 30 },
    { lotId: 'middle', amountFen: 50 },
    { lotId: 'later', amountFen: 10 },
  ]);
});

describe('offers', () => {
  const off = (id: string, offFen: number, changes: Parameters<typeof offer>[2] = {}) =>
    offer(id, { kind: 'money-off', offFen: fen(offFen) }, changes);

  test('come before balance, and the larger one is taken where only one may be', () => {
    const lots = [lot('own', 30), off('five', 5), off('eight', 8)];
    expect(best(lots, 20)).toEqual([
      { lotId: 'eight', amountFen: 8 },
      { lotId: 'own', amountFen: 12 },
    ]);
  });

  test('are left for another day where balance alone pays as much', () => {
    const lots = [lot('own', 30, { expiresAt: NOW + DAY }), off('eight', 8)];
    expect(best(lots, 20)).toEqual([{ lotId: 'own', amountFen: 20 }]);
    const choice = { off: [], fixed: [{ lotId: 'eight', amountFen: fen(1) }] };
    expect(bestUse(lots, { bill: billAt(20), rules, choice })).toEqual([
      { lotId: 'eight', amountFen: 8 },
      { lotId: 'own', amountFen: 12 },
    ]);
  });

  test('of the shop stand aside where its own balance saves more', () => {
    const shop = { fundedBy: 'acceptor' as const };
    const lots = [off('eight', 8, shop), lot('ten', 10, shop), lot('own', 3)];
    expect(best(lots, 100)).toEqual([
      { lotId: 'own', amountFen: 3 },
      { lotId: 'ten', amountFen: 10 },
    ]);
  });

  test('and balance of the shop take at most its share of the bill', () => {
    const shop = { fundedBy: 'acceptor' as const };
    const lots = [lot('shop', 100, shop), lot('own', 100, { expiresAt: NOW + 90 * DAY })];
    expect(best(lots, 100, { shopShareBps: basisPoints(2500) })).toEqual([
      { lotId: 'shop', amountFen: 25 },
      { lotId: 'own', amountFen: 75 },
    ]);
  });
});

test('rules that keep one kind from itself are refused: how many of it there may be says that', () => {
  const twice: StackingRules = { ...rules, notTogether: [['balance', 'balance']] };
  expect(() => checkStacking(twice)).toThrow('two kinds');
});

describe('a wallet of 60 lots is answered in time', () => {
  const ofKind = (count: number, make: (index: number) => Lot): Lot[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const ends = (index: number) => ({ expiresAt: NOW + (1 + ((index * 7) % 13)) * DAY });
  const money =
    (kind: string, changes: Parameters<typeof offer>[2] = {}) =>
    (index: number) =>
      offer(
        `${kind}-${index}`,
        { kind: 'money-off', offFen: fen(100 + index * 3) },
        { ...ends(index), ...changes },
      );
  const delivery = (index: number) =>
    offer(`d-${index}`, { kind: 'free-delivery', ceilingFen: fen(300 + index) }, ends(index));
  const balance = (index: number) => lot(`b-${index}`, 900 + index, ends(index));
  const offers = (count: number) => [
    ...ofKind(count, money('x', { fundedBy: 'acceptor' })),
    ...ofKind(count, delivery),
    ...ofKind(count, money('y')),
  ];
  const threeThatPay = (changes: Parameters<typeof lot>[2] = {}) =>
    ofKind(3, (index) => lot(`b-${index}`, 20_000 + index, { ...ends(index), ...changes }));
  const shopBalance = (index: number) =>
    lot(`s-${index}`, 400 + index, { ...ends(index), fundedBy: 'acceptor' });

  const threeOfOneKind = { 'shop-offer': 0, 'delivery': 0, 'alliance-offer': 3 };
  const twoAndOne = { 'shop-offer': 1, 'delivery': 0, 'alliance-offer': 2 };
  test.each<[string, Lot[], number, StackingRules['atMost']?]>([
    ['20 offers of each kind', [...offers(20)], 50_000],
    ['20 offers of each kind that all give the same', [...offers(20)], 50],
    ['30 offers and 30 of balance', [...ofKind(30, money('y')), ...ofKind(30, balance)], 50_000],
    [
      '10 of each kind, of a bill that all of them pay',
      [...offers(10), ...ofKind(15, balance), ...ofKind(15, shopBalance)],
      9_000,
    ],
    [
      '19 of each kind, of a bill that three of balance pay',
      [...offers(19), ...threeThatPay()],
      50_000,
    ],
    [
      '19 of each kind, of a bill that three of balance pay that end first',
      [...offers(19), ...threeThatPay({ expiresAt: NOW + HOUR })],
      50_000,
    ],
    ['60 offers, three on a bill', ofKind(60, money('y')), 50_000, threeOfOneKind],
    [
      '57 offers, three on a bill that three of balance pay',
      [...ofKind(57, money('y')), ...threeThatPay()],
      50_000,
      threeOfOneKind,
    ],
    [
      '40 and 17 offers, two and one on a bill that three of balance pay',
      [
        ...ofKind(17, money('x', { fundedBy: 'acceptor' })),
        ...ofKind(40, money('y')),
        ...threeThatPay(),
      ],
      50_000,
      twoAndOne,
    ],
    [
      '10 of each kind, of a bill that they do not pay',
      [...offers(10), ...ofKind(15, balance), ...ofKind(15, shopBalance)],
      5_000_000,
    ],
  ])('%s', (_what, lots, amountFen, atMost = rules.atMost) => {
    const bill = billAt(amountFen, { deliveryFen: fen(500) });
    // The processor's own time, so that others on the machine do not count.
    const milliseconds = Array.from({ length: 15 }, () => {
      const start = process.cpuUsage();
      bestUse(lots, { bill, rules: { ...rules, atMost } });
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }).sort((a, b) => a - b);
    // The fastest of them: what others do on the machine only ever adds to it.
    expect(milliseconds[0]).toBeLessThan(20);
  });
});
