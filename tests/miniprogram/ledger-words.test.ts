import {
  coveredText,
  coverOf,
  coverTitle,
  flowLines,
  OTHER_SHARES,
  usedLines,
  type Ledger,
} from '../../miniprogram/packages/account/ledger/ledger-words';

const whole: Ledger['whole'] = {
  ...{ orders: 3, salesFen: 50_000, rebateFen: 5_000, fundFen: 4_000 },
  ...{ couponFen: 700, otherCouponFen: 0, points: 10_000 },
};
const fund: Ledger['fund'] = {
  ...{ pendingFen: 0, freeFen: 2_000, committedFen: 1_300 },
  ...{ couponsFen: 900, uncollectedFen: 395, owedFen: 0, advanceFen: 0 },
  ...{ fanFreeFen: 0, fanCommittedFen: 0, fanCouponsFen: 0 },
  ...{ activityFen: 0, activityCouponsFen: 0, shopCouponsFen: 0 },
};
const ledger: Ledger = {
  ...{ at: 0, whole, sites: [], fund, periods: 2, policyVersion: 'test-1' },
};

describe('the flow of the open ledger', () => {
  it('is in − out = now', () => {
    const { lines, nowFen } = flowLines(ledger);
    expect(lines.map(({ amountFen }) => amountFen)).toEqual([4_000, -700]);
    expect(nowFen).toBe(3_300);
  });

  it('counts what is set aside for coupons before their dividend', () => {
    const { nowFen } = flowLines({ ...ledger, fund: { ...fund, freeFen: 1_400, advanceFen: 600 } });
    expect(nowFen).toBe(3_300);
  });

  it('counts what the fund still owes shops for refunds', () => {
    const { lines, nowFen } = flowLines({
      ...ledger,
      whole: { ...whole, fundFen: 3_950 },
      fund: { ...fund, owedFen: 50 },
    });
    expect(lines[2]).toMatchObject({ label: '还要退给商家的让利', amountFen: 50 });
    expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(nowFen);
  });
});

describe('what shops were paid for coupons', () => {
  it('is one figure where dividends paid all of it', () => {
    expect(usedLines(whole)).toEqual([{ label: '用券', amountFen: 700 }]);
  });

  it('is told fund by fund where campaigns or rewards paid, too', () => {
    expect(usedLines({ ...whole, otherCouponFen: 250 })).toEqual([
      { label: '用券（派的）', amountFen: 700 },
      { label: '用券（活动、奖励）', amountFen: 250 },
    ]);
  });
});

it('names rewards to shops and the platform for what of the rebates dividends do not get', () => {
  expect(OTHER_SHARES).toMatch(/没有留给派券的.*商家发奖励券.*平台/);
});

describe('the cover of the coupons', () => {
  it('compares what is set aside with coupons in wallets and those not yet collected', () => {
    expect(coverOf(ledger)).toEqual({
      ...{ behindFen: 1_300, outFen: 1_295, isCovered: true, outPercent: 100 },
    });
  });

  it.each([
    ['nothing was given out', { committedFen: 0, couponsFen: 0, uncollectedFen: 0 }, true, 0],
    ['half of it is out', { committedFen: 100, couponsFen: 30, uncollectedFen: 20 }, true, 50],
    ['it is just enough', { committedFen: 100, couponsFen: 100, uncollectedFen: 0 }, true, 100],
    ['a fen is missing', { committedFen: 100, couponsFen: 100, uncollectedFen: 1 }, false, 100],
  ])('is told when %s', (_, figures, isCovered, outPercent) => {
    expect(coverOf({ fund: { ...fund, ...figures } })).toMatchObject({ isCovered, outPercent });
  });

  it.each([
    [1, '备着的不少于手里的，多 ¥0.01'],
    [0, '备着的和手里的正好一样多'],
    [-1, '备着的少 ¥0.01，正在核对'],
  ])('says what %d fen more behind it mean', (more, text) => {
    const figures = { committedFen: 100 + more, couponsFen: 60, uncollectedFen: 40 };
    expect(coveredText(coverOf({ fund: { ...fund, ...figures } }))).toBe(text);
  });

  it('is promised in the title, of dividends, and only while every fen is there', () => {
    expect(coverTitle(coverOf(ledger))).toBe('按积分派的券，每一分都有钱备着');
    const short = coverOf({ fund: { ...fund, committedFen: 1_294 } });
    expect(coverTitle(short)).not.toContain('每一分');
  });
});
