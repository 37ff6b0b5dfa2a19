import fc from 'fast-check';
import {
  BEST_CHOICE,
  isBest,
  setLotAmount,
  switchAllOff,
  switchLot,
  usesOf,
  type OfferedLot,
} from '../../miniprogram/features/paying/coupon-choice';

function offered(id: string, usableFen: number, expiresAt = 1): OfferedLot {
  return {
    lot: {
      id,
      source: 'dividend',
      scope: { kind: 'alliance' },
      faceFen: 9999,
      balanceFen: usableFen,
      startsAt: 0,
      expiresAt,
    },
    usableFen,
  };
}
const early = offered('early', 300, 1);
const late = offered('late', 500, 2);
const lots = [late, early];

describe('choosing coupons by hand', () => {
  it('spends the lot that expires soonest first, and no more than the bill', () => {
    expect(usesOf(BEST_CHOICE, { lots, amountFen: 400 })).toEqual([
      { lotId: 'early', amountFen: 300 },
      { lotId: 'late', amountFen: 100 },
    ]);
  });

  it('leaves out a lot that was switched off, and takes it back when switched on', () => {
    const off = switchLot(BEST_CHOICE, 'early');
    expect(usesOf(off, { lots, amountFen: 400 })).toEqual([{ lotId: 'late', amountFen: 400 }]);
    expect(isBest(off)).toBe(false);
    expect(switchLot(off, 'early')).toEqual(BEST_CHOICE);
  });

  it('keeps what is wanted when the amount changes', () => {
    const off = switchLot(BEST_CHOICE, 'early');
    expect(usesOf(off, { lots, amountFen: 1000 })).toEqual([{ lotId: 'late', amountFen: 500 }]);
  });

  it('serves a set amount before lots that expire sooner', () => {
    const choice = setLotAmount(BEST_CHOICE, { lotId: 'late', amountFen: 250 });
    expect(usesOf(choice, { lots, amountFen: 400 })).toEqual([
      { lotId: 'late', amountFen: 250 },
      { lotId: 'early', amountFen: 150 },
    ]);
  });

  it('takes no more of a lot than it may give, whatever was set', () => {
    const choice = setLotAmount(BEST_CHOICE, { lotId: 'early', amountFen: 9000 });
    expect(usesOf(choice, { lots: [early], amountFen: 9000 })).toEqual([
      { lotId: 'early', amountFen: 300 },
    ]);
  });

  it('switches a lot off when its amount is set to nothing', () => {
    expect(setLotAmount(BEST_CHOICE, { lotId: 'late', amountFen: 0 })).toEqual(
      switchLot(BEST_CHOICE, 'late'),
    );
  });

  it('switches a lot on again when an amount is set', () => {
    const choice = setLotAmount(switchLot(BEST_CHOICE, 'late'), { lotId: 'late', amountFen: 20 });
    expect(choice).toEqual({ off: [], fixed: { late: 20 } });
  });

  it('forgets a set amount when the lot is switched off', () => {
    const choice = switchLot(setLotAmount(BEST_CHOICE, { lotId: 'late', amountFen: 20 }), 'late');
    expect(switchLot(choice, 'late')).toEqual(BEST_CHOICE);
  });

  it('uses nothing when all are off, also of a lot that cannot be used', () => {
    const unusable: OfferedLot = { ...offered('odd', 0), unusable: 'other-site' };
    expect(usesOf(switchAllOff(lots), { lots, amountFen: 400 })).toEqual([]);
    expect(usesOf(BEST_CHOICE, { lots: [unusable], amountFen: 400 })).toEqual([]);
  });

  it('never exceeds the bill or a lot, and leaves no fen unsaved while lots are free', () => {
    const someLots = fc.uniqueArray(
      fc.record({
        id: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('valueOf', '__proto__')),
        usable: fc.nat(1000),
        expires: fc.nat(9),
      }),
      { selector: ({ id }) => id, maxLength: 6 },
    );
    const wishes = fc.array(fc.tuple(fc.nat(5), fc.option(fc.nat(1500))), { maxLength: 8 });
    fc.assert(
      fc.property(someLots, wishes, fc.integer({ min: 1, max: 3000 }), (drawn, wished, amount) => {
        const all = drawn.map(({ id, usable, expires }) => offered(id, usable, expires));
        const choice = wished.reduce((so, [index, set]) => {
          const lotId = all[index]?.lot.id;
          if (lotId === undefined) return so;
          return set === null ? switchLot(so, lotId) : setLotAmount(so, { lotId, amountFen: set });
        }, BEST_CHOICE);
        const uses = usesOf(choice, { lots: all, amountFen: amount });
        const sum = uses.reduce((total, use) => total + use.amountFen, 0);
        const fixed = new Map(Object.entries(choice.fixed));
        const wantable = all.map(({ lot, usableFen }) =>
          choice.off.includes(lot.id) ? 0 : Math.min(fixed.get(lot.id) ?? usableFen, usableFen),
        );
        expect(sum).toBe(
          Math.min(
            amount,
            wantable.reduce((total, fen) => total + fen, 0),
          ),
        );
        for (const { lotId, amountFen } of uses) {
          const lot = all.find((each) => each.lot.id === lotId);
          expect(amountFen).toBeGreaterThan(0);
          expect(amountFen).toBeLessThanOrEqual(lot?.usableFen ?? 0);
        }
      }),
    );
  });
});
