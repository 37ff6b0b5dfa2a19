import {
  askedChoice,
  BEST_CHOICE,
  isBest,
  setLotAmount,
  switchAllOff,
  switchLot,
  type OfferedLot,
} from '../../miniprogram/features/paying/coupon-choice';
import { aLotView } from '../support/views';

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
