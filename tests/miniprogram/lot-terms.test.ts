// The terms of coupons and campaigns, as people read them.
import {
  benefitText,
  funderText,
  limitTexts,
  whenText,
  whereInFull,
  whereText,
} from '../../miniprogram/features/wallet/lot-terms';
import {
  balanceOf,
  endingText,
  nameText,
  termsText,
  titleText,
  untilText,
} from '../../miniprogram/features/wallet/lot-words';
import { whyLines } from '../../miniprogram/packages/account/lot/lot-why';
import { aLotView } from '../support/views';

const NOW = Date.parse('2026-11-02T10:00:00+08:00');
const DAY = 86_400_000;
const cityOf = (siteId: string) => (siteId === 'hangzhou' ? '杭州' : undefined);
const shop = (name: string) => ({ id: name, code: 'noodle01', name });
const moneyOff = { kind: 'money-off', offFen: 2000 } as const;
const percentage = { kind: 'percentage', offBps: 1000, ceilingFen: 1000 } as const;

describe('what a coupon gives', () => {
  it.each([
    [moneyOff, 10_000, '满100减20'],
    [{ kind: 'money-off', offFen: 550 }, 3999, '满39.99减5.50'],
    [percentage, 0, '9折（最高减 10 元）'],
    [{ kind: 'percentage', offBps: 1500, ceilingFen: 2050 }, 0, '8.5折（最高减 20.50 元）'],
    [{ kind: 'percentage', offBps: 1250, ceilingFen: 100 }, 0, '8.75折（最高减 1 元）'],
    [{ kind: 'free-delivery', ceilingFen: 800 }, 0, '免配送费'],
  ] as const)('%j from %d fen: %s', (benefit, minSpendFen, words) => {
    expect(benefitText(benefit, { minSpendFen })).toBe(words);
  });

  it.each([
    ['dividend-2027-11', 'dividend', '消费券'],
    ['advance-2027-11', 'advance', '先用券'],
    ['fan-2027-11', 'fan', '粉丝奖励券'],
    ['c-1.2026-11-02', 'campaign', '消费返券'],
    ['c-1.0123456789abcdef', 'campaign', '活动券'],
  ] as const)('balance %s of %s is called %s', (id, source, title) => {
    expect(titleText(aLotView({ id, source }))).toBe(title);
  });

  it('is called by its campaign’s name where it has one', () => {
    const lot = aLotView({ benefit: moneyOff, minSpendFen: 10_000 });
    expect(nameText(lot)).toBe('满100减20');
    expect(nameText({ ...lot, name: '开城礼' })).toBe('开城礼');
  });
});

describe('where and when', () => {
  it.each([
    [{ kind: 'alliance' }, '任意联盟商家'],
    [{ kind: 'merchants', merchants: [shop('老塘河面馆')] }, '限老塘河面馆'],
    [{ kind: 'merchants', merchants: [shop('老塘河面馆'), shop('乙')] }, '限老塘河面馆等 2 家'],
    [{ kind: 'category', category: 'fruit' }, '限水果店'],
    [{ kind: 'category', category: 'pharmacy' }, '限药店'],
    [{ kind: 'category', category: 'restaurant' }, '限快餐面馆'],
    [{ kind: 'site', siteId: 'hangzhou' }, '限杭州'],
    [{ kind: 'site', siteId: 'nowhere' }, '限发券的城市'],
  ] as const)('%j: %s', (scope, words) => {
    expect(whereText(scope, cityOf)).toBe(words);
  });

  it('names every shop where there is room for it, and any other place in the same words', () => {
    const three = [shop('老塘河面馆'), shop('乙'), shop('丙')];
    expect(whereInFull({ kind: 'merchants', merchants: three }, cityOf)).toBe(
      '限老塘河面馆、乙、丙',
    );
    expect(whereInFull({ kind: 'merchants', merchants: [] }, cityOf)).toBe('限指定的店');
    expect(whereInFull({ kind: 'site', siteId: 'hangzhou' }, cityOf)).toBe('限杭州');
  });

  it.each([
    [[{ weekdays: [1, 2, 3, 4, 5], fromMinute: 840, untilMinute: 1020 }], '周一至周五 14:00-17:00'],
    [[{ weekdays: [7, 6], fromMinute: 0, untilMinute: 1440 }], '周六、周日'],
    [[{ weekdays: [1, 3, 5], fromMinute: 65, untilMinute: 600 }], '周一、周三、周五 1:05-10:00'],
    [[{ weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, untilMinute: 1440 }], '每天'],
    [
      [
        { weekdays: [6], fromMinute: 600, untilMinute: 720 },
        { weekdays: [7], fromMinute: 600, untilMinute: 1440 },
      ],
      '周六 10:00-12:00，周日 10:00-24:00',
    ],
  ])('%j: %s', (windows, words) => {
    expect(whenText(windows)).toBe(words);
  });

  it('is nothing for what counts at any hour', () => {
    expect(whenText(undefined)).toBeUndefined();
  });

  it('ends with the day before midnight, and with the minute at any other time', () => {
    expect(untilText(Date.parse('2026-12-01T00:00:00+08:00'))).toBe('2026 年 11 月 30 日前');
    expect(untilText(Date.parse('2026-12-01T10:05:00+08:00'))).toBe('2026 年 12 月 1 日 10:05 前');
  });
});

describe('the limits of a coupon', () => {
  const lot = { minSpendFen: 0, maxShareBps: 10_000, channels: ['counter', 'mall'] } as const;

  it('are none for what any bill takes', () => {
    expect(limitTexts(lot)).toEqual([]);
  });

  it('are its minimum, its share of a bill and where it is used', () => {
    expect(limitTexts({ ...lot, minSpendFen: 10_000 })).toEqual(['满 100 元可用']);
    expect(limitTexts({ ...lot, maxShareBps: 2000 })).toEqual(['最多抵账单 20%']);
    expect(limitTexts({ ...lot, channels: ['counter'] })).toEqual(['限到店付款']);
    expect(limitTexts({ ...lot, channels: ['mall'] })).toEqual(['限线上下单']);
  });

  it('say the minimum once: money off has it in its title', () => {
    expect(limitTexts({ ...lot, benefit: moneyOff, minSpendFen: 10_000 })).toEqual([]);
    expect(limitTexts({ ...lot, benefit: percentage, minSpendFen: 3000 })).toEqual([
      '满 30 元可用',
    ]);
  });

  it('leave out a share that the offer never reaches, and name one that it can', () => {
    const tenth = { ...lot, benefit: percentage };
    expect(limitTexts({ ...tenth, maxShareBps: 1000 })).toEqual([]);
    expect(limitTexts({ ...tenth, maxShareBps: 999 })).toEqual(['最多抵账单 9.99%']);
    const fifth = { ...lot, benefit: moneyOff, minSpendFen: 10_000 };
    expect(limitTexts({ ...fifth, maxShareBps: 2000 })).toEqual([]);
    expect(limitTexts({ ...fifth, maxShareBps: 1000 })).toEqual(['最多抵账单 10%']);
  });

  it('stand in one line with where and when, but not that it is for all shops', () => {
    expect(termsText(aLotView())).toBe('');
    const narrow = aLotView({ scope: { kind: 'category', category: 'fruit' }, maxShareBps: 2000 });
    expect(termsText(narrow)).toBe('限水果店\u00a0· 最多抵账单 20%');
  });
});

it('says who bears a coupon', () => {
  expect(funderText('acceptor')).toBe('由商家承担');
  expect(funderText('activity')).toBe('由平台活动预算承担');
  expect(funderText('issuer', { issuer: '浅山茶铺' })).toBe('由浅山茶铺承担');
});

describe('the wallet', () => {
  const offer = aLotView({ id: 'c-1.x', benefit: moneyOff, balanceFen: 2000 });

  it('counts balance apart from offers', () => {
    expect(balanceOf([aLotView({ balanceFen: 300 }), offer])).toBe(300);
  });

  it('tells what ends within a week, to the instant, and nothing of what is over', () => {
    const lots = [aLotView({ balanceFen: 300, expiresAt: NOW + 7 * DAY - 1 }), offer];
    expect(endingText(lots, NOW)).toBe('1 张券 7 天内到期，余额 ¥3.00。');
    expect(endingText([{ ...offer, expiresAt: NOW + 1 }], NOW)).toBe('1 张券 7 天内到期。');
    expect(endingText([aLotView({ expiresAt: NOW + 7 * DAY })], NOW)).toBeUndefined();
    expect(endingText([aLotView({ expiresAt: NOW })], NOW)).toBeUndefined();
  });
});

describe('为什么是这个数', () => {
  const words = (lot: Parameters<typeof whyLines>[0]) =>
    whyLines(lot, cityOf)
      .map(({ label, text }) => `${label}：${text}`)
      .join('\n');
  const claimed = aLotView({
    ...{ id: 'c-1.0123', source: 'campaign', fundedBy: 'activity', name: '开城礼' },
    ...{ benefit: moneyOff, minSpendFen: 10_000, startsAt: NOW },
    scope: { kind: 'site', siteId: 'hangzhou' },
  });

  it('is told by the periods for coupons of dividends', () => {
    expect(words(aLotView())).toBe('');
  });

  it('names campaign, when, what it is worth, where, and that the budget was put aside', () => {
    const text = words(claimed);
    for (const part of [
      '开城礼',
      '领取时间：2026-11-02 10:00',
      '满100减20：账单满 100',
      '限杭州',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('由平台活动预算承担，发券前已按最高数额备好');
  });

  it('names the shop that issued it, and pays for it', () => {
    const text = words({ ...claimed, fundedBy: 'issuer', issuerName: '老塘河面馆' });
    expect(text).toContain('由老塘河面馆承担，发券前已按最高数额备好');
  });

  it('never says that something was put aside for what a shop bears itself', () => {
    const text = words({ ...claimed, fundedBy: 'acceptor', benefit: percentage });
    expect(text).toContain('由收券的商家承担');
    expect(text).not.toContain('备好');
    expect(text).toContain('减去原价的 10%，不足 1 分舍去，最高减 10 元');
  });

  it('says of coupons that bills gave back that they are one of a day', () => {
    const { benefit: _benefit, ...balance } = claimed;
    expect(words({ ...balance, id: 'c-1.2026-11-02' })).toContain('返券时间：2026-11-02 10:00');
    expect(words({ ...balance, id: 'c-1.2026-11-02' })).toContain('合成一张');
    expect(words(balance)).toContain('可以分几次用');
  });

  it('names all shops of a joint coupon: no other page does', () => {
    const merchants = [shop('老塘河面馆'), shop('乙'), shop('丙')];
    const text = words({ ...claimed, scope: { kind: 'merchants', merchants } });
    expect(text).toContain('在哪用：限老塘河面馆、乙、丙');
  });

  it('speaks of working out only where an amount is worked out', () => {
    const { benefit: _benefit, ...balance } = claimed;
    const delivery = { kind: 'free-delivery', ceilingFen: 500 } as const;
    expect(words(claimed)).toContain('怎么用：满100减20');
    expect(words(balance)).toContain('怎么用：面额');
    expect(words({ ...claimed, benefit: delivery })).toContain('怎么用：减去配送费');
    expect(words({ ...claimed, benefit: percentage })).toContain('怎么算：9折');
    expect(words({ ...balance, id: 'c-1.2026-11-02' })).toContain('怎么算：当天每笔');
  });

  it('calls coupons before their dividend neither money nor credit', () => {
    const text = words(aLotView({ id: 'advance-2027-11', source: 'advance' }));
    expect(text).toContain('先抵回它');
    expect(text).not.toMatch(/借|贷|欠|额度|透支/);
  });
});
