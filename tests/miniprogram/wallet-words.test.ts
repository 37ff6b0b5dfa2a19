import fc from 'fast-check';
import {
  arrivalText,
  expiringText,
  noCouponsText,
  offsetText,
  validityText,
} from '../../miniprogram/features/wallet/lot-words';
import {
  percentText,
  periodNotes,
  reckoningText,
} from '../../miniprogram/features/wallet/period-words';
import type { LotView } from '../../src/contracts/values';
import type { PeriodView } from '../../src/contracts/wallet';
import { aLotView } from '../support/views';

const DAY = 86_400_000;
const DECEMBER = Date.parse('2027-12-01T00:00:00+08:00');
const NOW = Date.parse('2026-11-02T10:00:00+08:00');

const lot = aLotView({ startsAt: NOW - DAY, expiresAt: DECEMBER });
const period: PeriodView = {
  period: 3,
  declaredAt: NOW - DAY,
  ratePpb: 5_000_000,
  tableRatePpb: 5_000_000,
  eligiblePoints: 20_000,
  amountFen: 100,
  isCapped: false,
  offsetFen: 0,
  advanceFen: 0,
  expiresAt: DECEMBER,
};

it('says that nothing is to be paid for what a refund left to be deducted', () => {
  expect(offsetText(0)).toBeUndefined();
  expect(offsetText(60)).toBe('因退款待抵扣 ¥0.60：从后面派的券里扣，不用另外付钱。');
});

describe('a ticket', () => {
  it('names the last day on which it can be used, not the instant at which it is over', () => {
    expect(validityText(lot, NOW)).toBe('2027 年 11 月 30 日前在任意联盟商家可用');
  });

  it('names the first day where it has not begun', () => {
    const later = { ...lot, startsAt: NOW + DAY };
    expect(validityText(later, NOW)).toBe(
      '2026 年 11 月 3 日起，2027 年 11 月 30 日前在任意联盟商家可用',
    );
  });

  it.each([
    [30 * DAY, undefined],
    [30 * DAY - 1, '还剩 29 天'],
    [DAY, '还剩 1 天'],
    [DAY - 1, '不到 1 天'],
  ])('%d ms before its end it says %s', (left, text) => {
    expect(expiringText(lot, DECEMBER - left)).toBe(text);
  });
});

describe('news of a period', () => {
  const now = NOW;
  const lots = [lot];
  it('says what came and until when', () => {
    expect(arrivalText(period, { lots, now })).toBe(
      '第 3 期消费券已到账 ¥1.00，2027 年 11 月 30 日前在任意联盟商家可用。',
    );
  });

  it.each<[string, PeriodView | undefined, readonly LotView[]]>([
    ['there was none', undefined, lots],
    ['it is three days old', { ...period, declaredAt: NOW - 3 * DAY }, lots],
    ['it gave nothing', { ...period, amountFen: 0 }, lots],
    ['it was spent already', period, []],
    ['only another lot is left', period, [{ ...lot, expiresAt: DECEMBER + DAY }]],
    ['part of it repaid a refund', { ...period, offsetFen: 40 }, lots],
  ])('is silent when %s', (_, given, left) => {
    expect(arrivalText(given, { lots: left, now })).toBeUndefined();
  });
});

describe('a wallet without coupons', () => {
  it('tells a newcomer how they come, a customer that points stay, and who holds them', () => {
    expect(noCouponsText({ heldFen: 0, paidOrders: 0 }).title).toBe('还没有消费券');
    expect(noCouponsText({ heldFen: 0, paidOrders: 3 }).title).toBe('现在没有可用的券');
    expect(noCouponsText({ heldFen: 5, paidOrders: 0 }).title).toBe('券都留给待支付的订单了');
  });
});

describe('why a period gave what it gave', () => {
  it.each([
    [5_000_000, '0.5%'],
    [8_250_000, '0.825%'],
    [10_000_000, '1%'],
    [1, '0.0000001%'],
    [123_456_789, '12.3456789%'],
  ])('writes %d ppb as %s', (ratePpb, text) => {
    expect(percentText(ratePpb)).toBe(text);
  });

  it('loses no figure of a rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (ratePpb) => {
        const [whole = '', decimals = ''] = percentText(ratePpb).replace('%', '').split('.');
        expect(Number(whole + decimals.padEnd(7, '0'))).toBe(ratePpb);
      }),
    );
  });

  it('shows the sum', () => {
    expect(reckoningText(period)).toBe('生效积分 200.00 × 0.5% = ¥1.00');
  });

  it('claims no equality where the ceiling cut the amount', () => {
    expect(reckoningText({ ...period, isCapped: true })).toBe('生效积分 200.00 × 0.5%');
  });

  it('says that there were no points yet', () => {
    expect(reckoningText({ ...period, eligiblePoints: 0, amountFen: 0 })).toBe(
      '当时还没有生效的积分',
    );
  });

  it('has nothing to add to an ordinary period', () => {
    expect(periodNotes(period)).toEqual([]);
  });

  it('says that the rate was lowered, from what to what', () => {
    const lowered = { ...period, tableRatePpb: 8_000_000, ratePpb: 6_000_000 };
    expect(periodNotes(lowered)).toEqual(['本期按已到账让利派发，比例由 0.8% 调为 0.6%。']);
  });

  it('says that the ceiling was reached and what repaid a refund', () => {
    const notes = periodNotes({ ...period, isCapped: true, amountFen: 80, offsetFen: 30 });
    expect(notes).toEqual([
      '累计派券已到积分的 5 倍，本期派 ¥0.80。',
      '其中 ¥0.30 抵了之前退款少退的券。',
    ]);
  });
});
