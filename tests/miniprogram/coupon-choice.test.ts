import {
  askedChoice,
  BEST_CHOICE,
  isBest,
  setLotAmount,
  switchAllOff,
  switchKindOff,
  switchLot,
  wantLot,
  type CouponChoice,
  type OfferedLot,
  type Stacking,
} from '../../miniprogram/features/paying/coupon-choice';
import {
  standingOf,
  type LotStanding,
  type StandingFacts,
} from '../../miniprogram/features/paying/lot-standing';
import { tapLot } from '../../miniprogram/features/paying/tap-lot';
import { aBill, aLotView } from '../support/views';

const offered = (id: string): OfferedLot => ({
  lot: aLotView({ id }),
  stacking: 'balance',
  usableFen: 300,
});
const lots = [offered('late'), offered('early')];

describe('choosing coupons by hand', () => {
  it('leaves out a lot that was switched off, and takes it back when switched on', () => {
    const off = switchLot(BEST_CHOICE, 'early');
    expect(askedChoice(off)).toEqual({ choice: { off: ['early'], fixed: [] } });
    expect(isBest(off)).toBe(false);
    expect(switchLot(off, 'early')).toEqual(BEST_CHOICE);
  });

  it('asks for nothing of its own when the cloud is to choose', () => {
    expect(askedChoice(BEST_CHOICE)).toEqual({});
  });

  it('asks for the amount that was set', () => {
    const choice = setLotAmount(BEST_CHOICE, { lotId: 'late', amountFen: 250 });
    expect(askedChoice(choice)).toEqual({
      choice: { off: [], fixed: [{ lotId: 'late', amountFen: 250 }] },
    });
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

  it('uses nothing when all are off', () => {
    expect(askedChoice(switchAllOff(lots))).toEqual({
      choice: { off: ['late', 'early'], fixed: [] },
    });
  });
});

const stacking: Stacking = {
  order: ['shop-offer', 'delivery', 'alliance-offer'],
  atMost: { 'shop-offer': 1, 'delivery': 1, 'alliance-offer': 1 },
  notTogether: [['shop-offer', 'shop-balance']],
  shopShareBps: 9000,
};
const anOffer = (id: string, kind: OfferedLot['stacking'], usableFen = 500): OfferedLot => ({
  lot: aLotView({
    ...{ id, benefit: { kind: 'money-off', offFen: usableFen }, minSpendFen: usableFen },
    fundedBy: kind === 'shop-offer' ? 'acceptor' : 'activity',
  }),
  ...{ stacking: kind, usableFen },
});
const shopBalance: OfferedLot = {
  lot: aLotView({ id: 'back', source: 'campaign', fundedBy: 'acceptor' }),
  ...{ stacking: 'shop-balance', usableFen: 200 },
};
const here = anOffer('here', 'shop-offer');
const claimed = anOffer('claimed', 'shop-offer', 400);
const joint = anOffer('joint', 'alliance-offer');
const early = offered('early');
const all = [here, claimed, joint, shopBalance, early];
const used = (...ids: string[]) => ids.map((lotId) => ({ lotId, amountFen: 100 }));
const facts = (different: Partial<StandingFacts> = {}): StandingFacts => ({
  ...{ bill: aBill(), lots: all, uses: used('here'), choice: BEST_CHOICE, stacking },
  ...different,
});
const tapped = (lot: OfferedLot, different: Partial<StandingFacts> = {}): CouponChoice => {
  const of = facts(different);
  return tapLot(of.choice, lot, of);
};

describe('offers of which a bill takes one', () => {
  it('give way to the one that is chosen, and so does what may not go with it', () => {
    expect(tapped(claimed)).toEqual({
      off: ['here', 'back'],
      fixed: { claimed: 400 },
    });
  });

  it('are chosen again the same way, as in a row of radio keys', () => {
    const first = tapped(claimed);
    const second = tapped(here, { choice: first, uses: used('claimed') });
    expect([...second.off].sort()).toEqual(['back', 'claimed']);
  });

  it('leave other kinds alone', () => {
    expect(wantLot(BEST_CHOICE, joint, facts()).off).toEqual([]);
  });

  it('are wanted also where balance would pay all of the bill', () => {
    const fixed = { joint: joint.usableFen };
    expect(tapped(joint, { bill: aBill({ cashFen: 0 }) })).toEqual({ off: [], fixed });
    const again = facts({ choice: { off: [], fixed }, uses: used('joint') });
    expect(tapLot(again.choice, joint, again)).toEqual({ off: ['joint'], fixed: {} });
  });

  it('are all off once the chosen one is tapped again: no other takes its place', () => {
    expect(switchKindOff(BEST_CHOICE, here, all).off).toEqual(['here', 'claimed']);
    expect(tapped(here)).toEqual({ off: ['here', 'claimed'], fixed: {} });
  });

  it('go when the shop’s own balance is chosen, which may not go with them', () => {
    expect(tapped(shopBalance)).toEqual({ off: ['here', 'claimed'], fixed: {} });
  });

  it('forget an amount that was set of what they push aside', () => {
    const before = { off: [], fixed: { back: 100, early: 50 } };
    expect(tapped(claimed, { choice: before, uses: used('back', 'early') }).fixed).toEqual({
      claimed: 400,
      early: 50,
    });
  });

  it('stay where a bill takes several, the newest in place of the first', () => {
    const two = { ...stacking, atMost: { ...stacking.atMost, 'shop-offer': 2 } };
    const third = anOffer('third', 'shop-offer');
    const of = { lots: [...all, third], stacking: two, uses: used('here', 'claimed') };
    expect(tapped(third, of).off).toEqual(['here', 'back']);
    expect(tapped(third, { ...of, uses: used('here') }).off).not.toContain('here');
  });

  it('are not touched by a tap on one that the bill cannot take', () => {
    const dead = { ...claimed, usableFen: 0, unusable: 'below-minimum' } as const;
    expect(tapped(dead)).toEqual(BEST_CHOICE);
  });
});

describe('balance', () => {
  it('is switched by a tap, and goes before the other where the bill was paid without it', () => {
    expect(tapped(early, { uses: used('early') })).toEqual({ off: ['early'], fixed: {} });
    expect(tapped(early, { bill: aBill({ cashFen: 0 }), uses: used('late') })).toEqual({
      ...{ off: [], fixed: { early: 300 } },
    });
  });
});

describe('where a lot stands', () => {
  const cases: readonly (readonly [string, OfferedLot, Partial<StandingFacts>, LotStanding])[] = [
    ['is used', here, {}, { kind: 'used', amountFen: 100 }],
    ['gives way to another of its kind', claimed, {}, { kind: 'not-together' }],
    ['does not go with what is used', shopBalance, {}, { kind: 'not-together' }],
    ['finds the bill paid', joint, { bill: aBill({ cashFen: 0 }) }, { kind: 'bill-paid' }],
    [
      'is off by hand',
      joint,
      { choice: { off: ['joint'], fixed: {} } },
      { kind: 'free', isOff: true },
    ],
    [
      'is pushed aside, and says so also when it is off',
      claimed,
      { choice: { off: ['claimed'], fixed: {} } },
      { kind: 'not-together' },
    ],
    [
      'cannot be used here',
      { ...joint, usableFen: 0, unusable: 'other-site' },
      {},
      { kind: 'unusable', why: 'other-site' },
    ],
    [
      'is for larger bills, and says by how much',
      { ...joint, lot: aLotView({ minSpendFen: 150_00 }), usableFen: 0, unusable: 'below-minimum' },
      {},
      { kind: 'below-minimum', missingFen: 50_00 },
    ],
    ['is less than a fen of the bill', { ...joint, usableFen: 0 }, {}, { kind: 'too-small' }],
    [
      'finds that the shop has given all that it may',
      shopBalance,
      { bill: aBill({ discountFen: 9000, cashFen: 1000 }), uses: used('joint') },
      { kind: 'shop-share', shopShareBps: 9000 },
    ],
    [
      'is free where the quote is of before',
      joint,
      { uses: used('here') },
      { kind: 'free', isOff: false },
    ],
  ];
  it.each(cases)('%s', (_, lot, different, standing) => {
    expect(standingOf(lot, facts(different))).toEqual(standing);
  });

  it('frees the others of its kind as soon as it is switched off, before the next quote', () => {
    const choice = { off: ['here'], fixed: {} };
    expect(standingOf(claimed, facts({ choice }))).toEqual({ kind: 'free', isOff: false });
  });
});
