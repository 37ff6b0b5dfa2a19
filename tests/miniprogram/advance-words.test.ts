// 先用券: what it says, and what it never says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as words from '../../miniprogram/features/advance/advance-words';
import { periodNotes } from '../../miniprogram/features/wallet/period-words';
import { takingRequestFor } from '../../miniprogram/packages/account/advance/taking-request';

const advance: words.Advance = {
  ...{ isOpen: true, limitFen: 50, underCapFen: 999_00, byReceivedFen: 50, availableFen: 18_00 },
  ...{ advanceFen: 0, limitBps: 5000, receivedDays: 180, pointsAgeDays: 30, capMultiple: 5 },
};
const aPeriod = { period: 2, declaredAt: 0, eligiblePoints: 200_00, offsetFen: 0, expiresAt: 1 };
const root = join(__dirname, '..', '..', 'miniprogram');

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

describe('words', () => {
  /** It is no loan: whoever reads these would take it for one. */
  const FORBIDDEN = /借|贷|额度|欠|还款|利率|信用|授信|还清|逾期/;

  test('of a loan stand nowhere in the app', () => {
    const files = sourcesOf('.');
    expect(files).toContain('features/advance/advance-words.ts');
    expect(files.length).toBeGreaterThan(200);
    const found = files.filter((file) => FORBIDDEN.test(readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });

  test('say that it costs nothing, is no cash, and goes back out of releases', () => {
    const text = words.PAYING_BACK.join('');
    for (const part of ['每次派券，先抵回', '没有利息，没有手续费', '不是现金']) {
      expect(text).toContain(part);
    }
  });
});

describe('in the wallet', () => {
  test('nothing of it is shown where it is closed and nothing is open', () => {
    expect(words.isAdvanceShown({ isAdvanceOpen: false, advanceFen: 0 })).toBe(false);
  });

  test('what is open is shown, also where it is closed to new ones', () => {
    expect(words.isAdvanceShown({ isAdvanceOpen: false, advanceFen: 50 })).toBe(true);
    expect(words.advanceText({ isAdvanceOpen: false, advanceFen: 50 })).toBe(
      '先用还没抵回的 ¥0.50',
    );
    expect(words.isAdvanceShown({ isAdvanceOpen: true, advanceFen: 0 })).toBe(true);
  });
});

describe('the three limits', () => {
  test('have their figures, and the one that decides is marked', () => {
    const limits = words.limitsOf(advance);
    expect(limits.map(({ valueFen, isDecisive }) => [valueFen, isDecisive])).toEqual([
      [999_00, false],
      [50, true],
      [18_00, false],
    ]);
    const text = limits.map(({ title, note }) => title + note).join('');
    for (const part of ['积分的 5 倍', '满 30 天', '近 180 天', '50%'])
      expect(text).toContain(part);
  });

  test('speak of no age of points where the policy asks for none', () => {
    const [underCap] = words.limitsOf({ ...advance, pointsAgeDays: 0 });
    expect(underCap?.note).not.toContain('天');
  });

  test('are said to be in the way only where nothing can be taken', () => {
    expect(words.closedText(advance)).toBeUndefined();
    expect(words.closedText({ ...advance, limitFen: 0 })).toContain('原因');
    const closed = { ...advance, isOpen: false, limitFen: 0 };
    expect(words.closedText(closed)).toBe('现在不能先用券。');
    expect(words.closedText({ ...closed, advanceFen: 50 })).toContain('照旧由以后派券抵回');
  });
});

describe('amounts', () => {
  test.each([
    [0, []],
    [50, [50]],
    [1_00, [1_00]],
    [4_50, [1_00, 2_00, 4_50]],
    [18_00, [4_00, 9_00, 18_00]],
    [2_00, [1_00, 2_00]],
  ])('of at most %d fen to choose from are %j', (limitFen, choices) => {
    expect(words.amountChoices(limitFen)).toEqual(choices);
  });

  test('that are typed stay within what may be taken', () => {
    expect(words.amountFault(0, advance)).toBe('请输入金额');
    expect(words.amountFault(50, advance)).toBeUndefined();
    expect(words.amountFault(51, advance)).toBe('最多先用 ¥0.50');
  });
});

test('a period says what of it made up for coupons that were used early', () => {
  const period = { ratePpb: 5_000_000, tableRatePpb: 5_000_000, isCapped: false, amountFen: 105 };
  expect(periodNotes({ ...aPeriod, ...period, advanceFen: 50 })).toEqual([
    '其中 ¥0.50 抵回了先用的券。',
  ]);
  expect(periodNotes({ ...aPeriod, ...period, advanceFen: 0 })).toEqual([]);
});

describe('the id of a request', () => {
  let count = 0;
  const newId = (): string => `id-${(count += 1)}`;

  test('stays over every retry of the same amount, and is new for another', () => {
    const first = takingRequestFor(50, { before: undefined, newId });
    expect(takingRequestFor(50, { before: first, newId })).toBe(first);
    expect(takingRequestFor(20, { before: first, newId }).requestId).not.toBe(first.requestId);
  });
});
