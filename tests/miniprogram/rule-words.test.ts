import {
  couponRuleTexts,
  loweredText,
  ratePercent,
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
  periods: [],
};
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

  test.each([
    [5_000_000, '0.5%'],
    [5_120_000, '0.512%'],
    [10_000_000, '1%'],
  ])('%d ppb are %s', (ppb, text) => {
    expect(ratePercent(ppb)).toBe(text);
  });
});
