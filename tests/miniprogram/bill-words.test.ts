import {
  couponNote,
  payLabel,
  rebateText,
  sameBillText,
  unusableText,
} from '../../miniprogram/features/paying/bill-words';
import { BEST_CHOICE, type OfferedLot } from '../../miniprogram/features/paying/coupon-choice';
import { readLotAmount } from '../../miniprogram/features/paying/lot-amount';
import { aBill, aLotView } from '../support/views';

const bill = aBill();
const lot = (usableFen: number): OfferedLot => ({
  lot: aLotView(),
  stacking: 'balance',
  usableFen,
});

describe('what a bill says', () => {
  it('names the rebate and what both sides get', () => {
    expect(rebateText(bill, { maturityDays: 0 })).toBe(
      '本单让利 ¥20.00，您和商家各得 20.00 积分。',
    );
  });

  it('says when the points take effect later', () => {
    expect(rebateText(bill, { maturityDays: 7 })).toBe(
      '本单让利 ¥20.00，您和商家各得 20.00 积分。付款 7 天后生效。',
    );
  });

  it('does not speak of a merchant that gets nothing', () => {
    expect(rebateText({ ...bill, merchantPoints: 0 }, { maturityDays: 0 })).toBe(
      '本单让利 ¥20.00，您得 20.00 积分。',
    );
  });

  it('tells the staff that they earn nothing', () => {
    const own = { ...bill, payerPoints: 0, merchantPoints: 0 };
    expect(rebateText(own, { maturityDays: 0 })).toContain('任职');
  });

  it('says plainly that a tiny bill earns nothing', () => {
    const tiny = { ...bill, amountFen: 4, rebateFen: 0, payerPoints: 0, merchantPoints: 0 };
    expect(rebateText(tiny, { maturityDays: 7 })).toBe('金额太小，这笔没有让利，也不产生积分。');
  });

  it('puts the amount on the pay key, and no amount when coupons pay it all', () => {
    expect(payLabel(8000)).toEqual({ verb: '支付', amount: '¥80.00' });
    expect(payLabel(0)).toEqual({ verb: '用券支付', amount: '' });
  });

  it('names time, shop and amount before the same bill is paid again', () => {
    const text = sameBillText({
      merchantName: '青禾鲜果',
      amountFen: 1250,
      paidAt: Date.parse('2026-11-02T10:02:00+08:00'),
    });
    expect(text).toBe('10:02 您刚向「青禾鲜果」付过 ¥12.50。确定再付一笔吗？');
  });
});

describe('the note beside 消费券', () => {
  const own = { off: ['a'], fixed: {} };
  const use = { lotId: 'a', amountFen: 50 };
  it.each([
    ['暂无', { uses: [], lots: [] }, BEST_CHOICE],
    ['这笔用不了', { uses: [], lots: [lot(0)] }, BEST_CHOICE],
    ['已选最省 · 1 张', { uses: [use], lots: [lot(50)] }, BEST_CHOICE],
    ['已选 1 张', { uses: [use], lots: [lot(50)] }, { off: [], fixed: { a: 50 } }],
    ['不用券', { uses: [], lots: [lot(50)] }, own],
  ])('says %s', (note, quote, choice) => {
    expect(couponNote(quote, choice)).toBe(note);
  });
});

describe('why a lot cannot be used', () => {
  it('says nothing of a lot that can', () => {
    expect(unusableText(lot(50))).toBeUndefined();
  });

  it('has other words for each reason', () => {
    const reasons = [
      'not-started',
      'expired',
      'below-minimum',
      'other-merchant',
      'other-category',
      'other-site',
      'other-channel',
    ] as const;
    const texts = reasons.map((unusable) => unusableText({ unusable }));
    expect(new Set(texts).size).toBe(reasons.length);
  });
});

describe('an amount typed for a lot', () => {
  it.each([
    ['1.5', 150],
    [' 2 ', 200],
    ['0', 0],
    ['3.', 300],
    ['99999', 500],
  ])('reads %s, at most what the lot may give', (text, amountFen) => {
    expect(readLotAmount(text, { usableFen: 500 })).toBe(amountFen);
  });

  it.each(['', '-1', '1.234', '1e3', 'abc', '1,5'])('refuses %p', (text) => {
    expect(readLotAmount(text, { usableFen: 500 })).toBeUndefined();
  });
});
