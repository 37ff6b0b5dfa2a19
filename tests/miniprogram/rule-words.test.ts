import { exampleLines } from '../../miniprogram/packages/account/rules/example';
import {
  couponRuleTexts,
  loweredText,
  type Rules,
} from '../../miniprogram/packages/account/rules/rule-words';

const rules: Rules = {
  firstThresholdPoints: 40_000,
  growthPercent: 15,
  rateTable: { firstPpb: 5_000_000, stepPpb: 100_000, ceilingPpb: 8_000_000 },
  capMultiple: 5,
  maturityDays: 7,
  validMonths: 12,
  minRebateBps: 300,
  maxRebateBps: 2000,
  stacking: {
    order: ['shop-offer', 'delivery', 'alliance-offer'],
    atMost: { 'shop-offer': 1, 'delivery': 1, 'alliance-offer': 1 },
    notTogether: [['shop-offer', 'shop-balance']],
    shopShareBps: 9000,
  },
  fanBps: 100,
  fanMonths: 12,
  entryHours: 24,
  periods: [],
};
const example = exampleLines(rules);
const words = couponRuleTexts(rules)
  .flatMap(({ title, lines }) => [title, ...lines])
  .join('\n');

describe('the published rules in words', () => {
  test.each(['3%', '20%', '400.00', '15%', '0.5%', '0.01%', '0.8%', '5 倍', '7 天', '12 个月'])(
    'name the figure %s',
    (figure) => {
      expect(words).toContain(figure);
    },
  );

  test('call the ceiling a ceiling and no promise', () => {
    expect(words).toContain('累计派券最多为积分的 5 倍。这是上限，不是承诺。');
  });

  test('say which coupons go together, how many of each and in which order', () => {
    for (const line of [
      '先减商家优惠，再减免配送费，再减优惠券，最后用消费券',
      '商家优惠最多 1 张，免配送费最多 1 张，优惠券最多 1 张',
      '商家优惠和消费返券不能一起用',
      '合计最多抵账单的 90%',
    ]) {
      expect(words).toContain(line);
    }
  });

  test('follow the rules in force, also where a kind is shut out or nothing is apart', () => {
    const stacking: Rules['stacking'] = {
      order: ['alliance-offer', 'shop-offer', 'delivery'],
      atMost: { 'shop-offer': 2, 'delivery': 0, 'alliance-offer': 1 },
      notTogether: [],
      shopShareBps: 5000,
    };
    const other = couponRuleTexts({ ...rules, stacking })
      .flatMap(({ lines }) => lines)
      .join('\n');
    expect(other).toContain('先减优惠券，再减商家优惠');
    expect(other).toContain('优惠券最多 1 张，商家优惠最多 2 张，不用免配送费');
    expect(other).toContain('50%');
    expect(other).not.toContain('不能一起用');
  });

  test('use no word that promises a return', () => {
    expect(words).not.toMatch(/分红|积分池|额度|佣金|返本|全返|投资|收益|躺赚|保证/);
  });

  test('say that points count at once where nothing matures', () => {
    const atOnce = couponRuleTexts({ ...rules, maturityDays: 0 });
    expect(atOnce[0]?.lines).toContain('付款后积分马上生效。');
  });

  test('tell a lowered rate with both figures, and nothing of a full one', () => {
    const period = { period: 3, declaredAt: 0, points: 1, issuedFen: 1, tableRatePpb: 8_000_000 };
    expect(loweredText({ ...period, ratePpb: 6_000_000 })).toBe(
      '本期按已到账让利派发，比例由 0.8% 调为 0.6%。',
    );
    expect(loweredText({ ...period, ratePpb: 8_000_000 })).toBeUndefined();
  });

  test('tell a rate to its last figure', () => {
    const period = { period: 3, declaredAt: 0, points: 1, issuedFen: 1, tableRatePpb: 8_000_000 };
    expect(loweredText({ ...period, ratePpb: 7_999_999 })).toContain('由 0.8% 调为 0.7999999%');
  });
});

describe('the worked example', () => {
  test('is the bill of the founding document: 1000 at 20 %, 200 points, 1.00 in period 1', () => {
    expect(example.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      '付 ¥1000.00，商家让利 20%: 让利 ¥200.00',
      '您和商家各得: 200.00 积分',
      '全联盟积分到 400.00，派第 1 期: 200.00 × 0.5% 得 ¥1.00',
      '长了 15%，到 460.00，派第 2 期: 200.00 × 0.51% 得 ¥1.02',
      '两期过后，您的积分还是: 200.00',
    ]);
  });

  test('follows the rules in force, not the figures of the demo', () => {
    const others = { firstPpb: 6_000_000, stepPpb: 5_000_000, ceilingPpb: 7_000_000 };
    const [, , first, second] = exampleLines({
      ...{ ...rules, rateTable: others },
      ...{ firstThresholdPoints: 1_000_001, growthPercent: 20, maxRebateBps: 1000 },
    });
    expect(first).toEqual({
      label: '全联盟积分到 10,000.01，派第 1 期',
      value: '100.00 × 0.6% 得 ¥0.60',
    });
    // The next threshold is rounded up, and no rate is above the table's ceiling.
    expect(second).toEqual({
      label: '长了 20%，到 12,000.02，派第 2 期',
      value: '100.00 × 0.7% 得 ¥0.70',
    });
  });
});
