import fc from 'fast-check';
import {
  exactYuanText,
  releaseRemainder,
  remainderText,
} from '../../miniprogram/packages/account/period/exact-release';
import {
  allianceSteps,
  earningText,
  isRecomputed,
  lotFenOf,
  mySteps,
  type Explained,
  type Step,
} from '../../miniprogram/packages/account/period/period-steps';
import type { Earning } from '../../src/contracts/wallet';

const CUT = Date.parse('2026-11-02T10:00:05+08:00');

/** Period 3: 250.13 points at 0.6 %, lowered from 0.8 %. */
const explained: Explained = {
  mine: {
    period: 3,
    declaredAt: CUT,
    ratePpb: 6_000_000,
    tableRatePpb: 8_000_000,
    eligiblePoints: 25_013,
    amountFen: 150,
    isCapped: false,
    offsetFen: 0,
    advanceFen: 0,
    expiresAt: Date.parse('2027-12-01T00:00:00+08:00'),
  },
  alliance: {
    thresholdPoints: 52_900,
    points: 60_000,
    cut: CUT,
    freeBeforeFen: 360,
    issuedFen: 360,
    coveredRatePpb: 6_000_000,
    policyVersion: 'test-1',
  },
  uncappedFen: 150,
  receivedBeforeFen: 200,
  capFen: 125_065,
  lotId: 'dividend-2027-11',
};

const written = (steps: readonly Step[]): string[] =>
  steps.flatMap(({ title, result, lines, note = '' }) => [
    `${title} ${result}`,
    ...lines.map(({ label, value }) => `  ${label} ${value}`),
    ...(note === '' ? [] : [`  ${note}`]),
  ]);
const withMine = (mine: Partial<Explained['mine']>, rest: Partial<Explained> = {}): Explained => ({
  ...{ ...explained, ...rest },
  mine: { ...explained.mine, ...mine },
});

describe('the alliance’s part of a period', () => {
  it('goes from the rebates that arrived to what was set aside, and each line adds up', () => {
    expect(written(allianceSteps(explained))).toEqual([
      '商家的让利先到账 ¥3.60',
      '  已经到账、还没派给任何人的让利。每张券都由它支付。',
      '全联盟积分到了门槛 600.00',
      '  第 3 期的门槛 529.00',
      '  数到 2026-11-02 10:00:05 为止。',
      '定下派券比例 0.6%',
      '  规则表第 3 期 0.8%',
      '  让利最多够派 ¥3.60 ÷ 600.00 0.6%',
      '  本期按已到账让利派发，比例由 0.8% 调为 0.6%。',
      '为这一期留出券 ¥3.60',
      '  全联盟 600.00 × 0.6% ¥3.60',
      '  没派的让利还剩 ¥0.00',
      '  不足 1 分的按 1 分留，只多不少。',
    ]);
  });

  it('says that the table holds where the rebates are enough', () => {
    const enough = withMine({ ratePpb: 8_000_000 });
    const [, , rate] = allianceSteps({
      ...enough,
      alliance: { ...enough.alliance, coveredRatePpb: 421_655_143 },
    });
    expect(rate?.note).toBe('让利够派，按规则表。');
    expect(rate?.lines[1]).toEqual({ label: '让利最多够派', value: '约 42.16%' });
  });
});

describe('my part of a period', () => {
  it('goes from my points to the coupon and drops what is below one fen', () => {
    expect(written(mySteps(explained))).toEqual([
      '我的生效积分 250.13',
      '  由最下面的账单一笔一笔得来。',
      '我的一份 = 积分 × 比例 ¥1.50',
      '  250.13 × 0.6% ¥1.50078',
      '  不足 1 分的去掉 −¥0.00078',
      '没有超过上限 ¥1.50',
      '  以前各期派给我 ¥2.00',
      '  加上这一期 ¥3.50',
      '  上限：积分的 5 倍 ¥1250.65',
      '  上限只是封顶，不是承诺。',
      '进了这张消费券 ¥1.50',
      '  2027 年 11 月 30 日前在任意联盟商家可用。',
    ]);
  });

  it('says nothing of dropped parts where there are none', () => {
    const even = withMine({ eligiblePoints: 25_000 });
    expect(written(mySteps(even)).join()).not.toContain('去掉');
  });

  it('stops at the ceiling and says how much was left below it', () => {
    const capped = withMine(
      { isCapped: true, amountFen: 40 },
      { receivedBeforeFen: 125_025, capFen: 125_065 },
    );
    expect(written(mySteps(capped)).slice(5, 10)).toEqual([
      '到了上限，派到上限为止 ¥0.40',
      '  以前各期派给我 ¥1250.25',
      '  加上这一期 ¥1251.75',
      '  上限：积分的 5 倍 ¥1250.65',
      '  这一期还能派 ¥0.40',
    ]);
  });

  it('takes an offset off before the coupon', () => {
    const steps = written(mySteps(withMine({ offsetFen: 30 })));
    expect(steps).toContain('先抵之前退款少退的券 −¥0.30');
    expect(steps).toContain('  ¥1.50 − ¥0.30 ¥1.20');
    expect(steps).toContain('进了这张消费券 ¥1.20');
  });

  it('takes what was used early off after the offset, and before the coupon', () => {
    const steps = written(mySteps(withMine({ offsetFen: 30, advanceFen: 50 })));
    expect(steps).toContain('先抵回先用的券 −¥0.50');
    expect(steps).toContain('  ¥1.20 − ¥0.50 ¥0.70');
    expect(steps).toContain('进了这张消费券 ¥0.70');
  });

  it('names no coupon where both together took everything', () => {
    const mine = withMine({ offsetFen: 30, advanceFen: 120 });
    expect(written(mySteps(mine)).at(-1)).toBe('这一期没有券进券包 ¥0.00');
    expect(lotFenOf(mine.mine)).toBe(0);
  });

  it('names no coupon where the offset took everything', () => {
    const steps = written(mySteps(withMine({ offsetFen: 150 })));
    expect(steps[steps.length - 1]).toBe('这一期没有券进券包 ¥0.00');
  });
});

describe('the exact release', () => {
  it('is points × rate to the last decimal, also where the product passes 2⁵³', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        (points, ratePpb) => {
          const product = BigInt(points) * BigInt(ratePpb);
          expect(releaseRemainder(points, { ratePpb })).toBe(Number(product % 1_000_000_000n));
        },
      ),
    );
  });

  it.each([
    [150, 78_000_000, '¥1.50078', '¥0.00078'],
    [0, 1, '¥0.00000000001', '¥0.00000000001'],
    [1_234_500, 0, '¥12,345.00', '¥0.00'],
  ])('writes %d fen and %d billionths as %s', (wholeFen, remainder, whole, below) => {
    expect(exactYuanText(wholeFen, remainder)).toBe(whole);
    expect(remainderText(remainder)).toBe(below);
  });
});

describe('a bill behind my points', () => {
  const earning: Earning = {
    orderId: 'a'.repeat(32),
    merchantName: '青禾鲜果',
    siteId: 'hangzhou',
    placedAt: CUT,
    effectiveAt: CUT,
    amountFen: 5280,
    refundedFen: 0,
    rebateBps: 1050,
    rebateFen: 554,
    points: 554,
  };

  it.each<[string, Partial<Earning>, string]>([
    ['shows bill, rate and rebate', {}, '账单 ¥52.80，商家让利 10.5% 是 ¥5.54'],
    [
      'counts what a refund left',
      { refundedFen: 1280, points: 420 },
      '账单 ¥52.80，商家让利 10.5% 是 ¥5.54；退了 ¥12.80，按剩下的 ¥40.00 算',
    ],
    [
      'counts nothing of a bill refunded in full',
      { refundedFen: 5280, points: 0 },
      '账单 ¥52.80，商家让利 10.5% 是 ¥5.54；已全部退款，不再算积分',
    ],
    [
      'says why an own shop gives no points',
      { points: 0 },
      '账单 ¥52.80，商家让利 10.5% 是 ¥5.54；自家店的账单不得积分',
    ],
  ])('%s', (_, different, text) => {
    expect(earningText({ ...earning, ...different })).toBe(text);
  });

  it('tells a period that a refund has changed from one that stands', () => {
    expect(isRecomputed([earning])).toBe(false);
    expect(isRecomputed([earning, { ...earning, refundedFen: 1 }])).toBe(true);
  });
});
