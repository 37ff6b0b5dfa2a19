import {
  couponNote,
  heldLines,
  notUsedText,
  payLabel,
  quoteLines,
  rebateText,
  sameBillText,
  unusableText,
} from '../../miniprogram/features/paying/bill-words';
import { BEST_CHOICE, type OfferedLot } from '../../miniprogram/features/paying/coupon-choice';
import { readLotAmount } from '../../miniprogram/features/paying/lot-amount';
import type { LotView } from '../../src/contracts/values';
import type { Quote } from '../../miniprogram/features/paying/use-bill';
import { aCard } from '../support/merchant-card';
import { aBill, aLotView, anOrderView } from '../support/views';

const bill = aBill();
const lot = (usableFen: number): OfferedLot => ({
  lot: aLotView({ id: 'a' }),
  stacking: 'balance',
  usableFen,
});

const offer = (different: Partial<LotView>): LotView =>
  aLotView({ benefit: { kind: 'money-off', offFen: 1000 }, minSpendFen: 1000, ...different });

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
    ['没用到', { uses: [], lots: [lot(50)] }, BEST_CHOICE],
  ])('says %s', (note, quote, choice) => {
    expect(couponNote(quote, choice)).toBe(note);
  });
});

describe('what lowers a bill', () => {
  const shopOffer: OfferedLot = {
    lot: offer({ id: 'c-1.here', source: 'shop', fundedBy: 'acceptor', name: '工作日下午茶' }),
    ...{ stacking: 'shop-offer', usableFen: 1000 },
  };
  const joint: OfferedLot = {
    lot: offer({ id: 'c-2.x', source: 'campaign', fundedBy: 'activity', name: '开城礼' }),
    ...{ stacking: 'alliance-offer', usableFen: 2000 },
  };
  const balance = lot(500);
  const uses = [
    { lotId: 'c-1.here', amountFen: 1000 },
    { lotId: 'c-2.x', amountFen: 2000 },
    { lotId: 'a', amountFen: 500 },
  ];
  const quote: Quote = {
    merchant: aCard({ id: 'm-1' }),
    bill: aBill({ discountFen: 1000, amountFen: 9000, couponFen: 2500, cashFen: 6500 }),
    ...{ uses, lots: [balance, joint, shopOffer], spendBackFen: 0, maturityDays: 0 },
  };

  it('stands line by line: the shop’s own, offers, balance', () => {
    expect(quoteLines(quote, BEST_CHOICE)).toEqual([
      { group: 'shop', amountFen: 1000, note: '工作日下午茶' },
      { group: 'offers', amountFen: 2000, note: '开城礼' },
      { group: 'balance', amountFen: 500, note: '已选最省 · 1 张' },
    ]);
  });

  it('adds up to what the bill is less by', () => {
    const { totalFen, cashFen } = quote.bill;
    const sum = quoteLines(quote, BEST_CHOICE).reduce((so, { amountFen }) => so + amountFen, 0);
    expect(sum).toBe(totalFen - cashFen);
  });

  it('says of a group that is not used whether it could be', () => {
    const none = { ...quote, uses: [], bill: aBill() };
    const dead = { ...joint, usableFen: 0, unusable: 'below-minimum' } as const;
    expect(quoteLines({ ...none, lots: [shopOffer, dead] }, BEST_CHOICE)).toEqual([
      { group: 'shop', amountFen: 0, note: '没用' },
      { group: 'offers', amountFen: 0, note: '这笔用不了' },
      { group: 'balance', amountFen: 0, note: '暂无' },
    ]);
  });

  it('leaves out groups that nobody has', () => {
    const alone = { ...quote, uses: [], lots: [], bill: aBill() };
    expect(quoteLines(alone, BEST_CHOICE).map(({ group }) => group)).toEqual(['balance']);
  });

  it('is kept for an order that waits, by what the order says', () => {
    const held = [shopOffer, joint, balance].map(({ lot: { id, ...rest } }, index) => ({
      ...rest,
      ...{ lotId: id, amountFen: uses[index]?.amountFen ?? 0 },
    }));
    expect(heldLines(anOrderView({ bill: quote.bill, uses: held }))).toEqual([
      { group: 'shop', amountFen: 1000, note: '已留着' },
      { group: 'offers', amountFen: 2000, note: '已留着' },
      { group: 'balance', amountFen: 500, note: '已留着' },
    ]);
    expect(heldLines(anOrderView())).toEqual([{ group: 'balance', amountFen: 0, note: '' }]);
  });
});

describe('why a lot is not used', () => {
  it('has other words for each reason why it cannot be', () => {
    const reasons = [
      'not-started',
      'expired',
      'other-time',
      'other-merchant',
      'other-category',
      'other-site',
      'other-channel',
      'no-delivery',
    ] as const;
    const texts = reasons.map(unusableText);
    expect(new Set(texts).size).toBe(reasons.length);
  });

  it.each([
    [{ kind: 'not-together' }, '与已选的优惠不同享'],
    [{ kind: 'bill-paid' }, '账单已抵完，不用它'],
    [{ kind: 'shop-share', shopShareBps: 9000 }, '商家优惠合计最多抵账单 90%'],
    [{ kind: 'too-small' }, '这笔金额太小，用不上'],
    [{ kind: 'below-minimum', missingFen: 8800 }, '还差 ¥88.00 可用'],
    [{ kind: 'unusable', why: 'other-time' }, '现在不是可用的时间'],
  ] as const)('%j: %s', (standing, words) => {
    expect(notUsedText(standing)).toBe(words);
  });

  it('says nothing of a lot that is used or free to be', () => {
    expect(notUsedText({ kind: 'used', amountFen: 1 })).toBeUndefined();
    expect(notUsedText({ kind: 'free', isOff: true })).toBeUndefined();
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
